const MAX_SLUG = 300;
/** Parameters that follow the reader about, and those that open doors: neither belongs into an id or a stored address. */
const TRACKING = /^(utm_.*|fbclid|gclid|msclkid|mc_[ce]id|_ga|ref|referrer)$/i;
const SECRET = /token|passw|secret|session|signature|credential|^(sid|auth|api_?key|code|jwt)$/i;

/** The address without credentials, secrets and scroll position; a fragment stays when it is a route (`#/ticket/5`). */
export function toPageUrl(url: URL): URL {
  const clean = new URL(url.href);
  clean.username = '';
  clean.password = '';
  for (const name of [...clean.searchParams.keys()]) {
    if (TRACKING.test(name) || SECRET.test(name)) clean.searchParams.delete(name);
  }
  if (!/^#!?[^=]*\//.test(clean.hash) || SECRET.test(clean.hash)) clean.hash = '';
  return clean;
}

/** Readable and stable: the same page gives the same id in every browser. Too long ones keep both ends. */
export function toPageId(url: URL): string {
  const clean = toPageUrl(url);
  clean.searchParams.sort();
  const slug = `${clean.host}${clean.pathname}${clean.search}${clean.hash}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug.length <= MAX_SLUG ? slug : `${slug.slice(0, MAX_SLUG / 2)}~${slug.slice(-(MAX_SLUG / 2 - 1))}`;
}
