/** Sizes of the scripts a page must load before it can start: `tsx tests/tools/sizes.ts [build folder]`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { shippingBuild } from './shipping-build';

/** Kilobytes of gzipped initial script. */
const BUDGETS: Record<string, number> = {
  'side panel': 200,
  popup: 200,
  // Everything that talks to the outside: parsers of HTML, YAML and Markdown, and the masks. It may not load
  // parts later.
  background: 300,
  // One reader and all it needs: what a ticket page gets.
  'read-*.js': 12,
};

const PAGE_SCRIPT = /^read-.+\.js$/;
const budgetOf = (part: string) => (PAGE_SCRIPT.test(part) ? 'read-*.js' : part);

interface Manifest {
  side_panel?: { default_path: string };
  action?: { default_popup?: string };
  options_ui?: { page: string };
  background?: { service_worker?: string };
}

/** What a script imports without `import()`. */
function staticImports(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((it) => {
    if (!ts.isImportDeclaration(it) && !ts.isExportDeclaration(it)) return [];
    return it.moduleSpecifier && ts.isStringLiteral(it.moduleSpecifier) ? [it.moduleSpecifier.text] : [];
  });
}

function withImports(start: string[], folder: string): Set<string> {
  const all = new Set<string>();
  const follow = (file: string) => {
    if (all.has(file)) return;
    all.add(file);
    for (const it of staticImports(file))
      follow(path.resolve(it.startsWith('/') ? folder : path.dirname(file), `./${it}`));
  };
  for (const it of start) follow(path.resolve(it));
  return all;
}

function scriptsOfPage(page: string, folder: string): Set<string> {
  const html = readFileSync(path.join(folder, page), 'utf8');
  const sources = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(
    (it) => `./${it[1]}`,
  );
  return withImports(
    sources.map((it) => path.join(folder, path.join(path.dirname(page), it))),
    folder,
  );
}

/** Every part of the extension with the scripts it must load first. */
export function initialScripts(folder: string): [part: string, files: string[]][] {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const parts: [string, Set<string>][] = [];
  const addPage = (part: string, page?: string) => page && parts.push([part, scriptsOfPage(page, folder)]);
  addPage('side panel', manifest.side_panel?.default_path);
  addPage('popup', manifest.action?.default_popup);
  addPage('options', manifest.options_ui?.page);
  const worker = manifest.background?.service_worker;
  if (worker) parts.push(['background', withImports([path.join(folder, worker)], folder)]);
  const pageScripts = readdirSync(folder).filter((name) => PAGE_SCRIPT.test(name));
  for (const name of pageScripts.sort()) parts.push([name, new Set([path.join(folder, name)])]);
  return parts.map(([part, files]) => [part, [...files]]);
}

export interface Size {
  part: string;
  raw: number;
  gzip: number;
  budget: number | undefined;
}

export function measure(folder: string, budgets = BUDGETS): Size[] {
  return initialScripts(folder).map(([part, files]) => {
    const contents = files.map((it) => readFileSync(it));
    const raw = contents.reduce((sum, it) => sum + it.length, 0) / 1000;
    const gzip = contents.reduce((sum, it) => sum + gzipSync(it, { level: 9 }).length, 0) / 1000;
    return { part, raw, gzip, budget: budgets[budgetOf(part)] };
  });
}

const isOver = (it: Size) => it.budget !== undefined && it.gzip > it.budget;

export function table(sizes: Size[]): string {
  const rows = sizes.map((it) => {
    const limit = it.budget === undefined ? '' : `${isOver(it) ? 'OVER ' : ''}${it.budget}`;
    return [it.part, it.raw.toFixed(1), it.gzip.toFixed(1), limit];
  });
  const all = [['initial script', 'raw kB', 'gzip kB', 'budget'], ...rows];
  return all
    .map(([part = '', ...numbers]) => part.padEnd(24) + numbers.map((it) => it.padStart(10)).join(''))
    .join('\n');
}

async function main(given: string | undefined): Promise<void> {
  const built = given ? { folder: given, remove: () => {} } : await shippingBuild('chrome');
  const sizes = measure(built.folder);
  built.remove();
  console.log(table(sizes));
  const missing = given
    ? []
    : Object.keys(BUDGETS).filter((part) => !sizes.some((it) => budgetOf(it.part) === part));
  if (missing.length > 0) console.log(`Not in the build: ${missing.join(', ')}`);
  if (missing.length > 0 || sizes.some(isOver)) process.exitCode = 1;
}

if (process.argv[1] && import.meta.filename === path.resolve(process.argv[1])) await main(process.argv[2]);
