/** Where `@/` leads, in the form dependency-cruiser reads; .wxt/tsconfig.json, which says the same, it cannot follow. */
module.exports = { resolve: { alias: { '@': process.cwd() } } };
