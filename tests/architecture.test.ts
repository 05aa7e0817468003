// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { readerById, readers } from '@/lib/ticket/readers';
import { ticketScripts } from './sites/tickets';
import { everyOrganization, everyPerson } from './sites/tickets/people';

/** Files git knows or would take, so that build output never counts. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => existsSync(file) && statSync(file).isFile());
const read = (file: string) => readFileSync(file, 'utf8');
const linesOf = (file: string) => read(file).split('\n').length - 1;
const isSource = (file: string) => /\.(ts|tsx|css)$/.test(file) && !file.includes('/fixtures/');
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const product = files.filter(
  (file) => /^(lib|components|entrypoints)\//.test(file) && isSource(file) && !isTest(file),
);

/** Every place where a file holds the pattern, as `file:line text`. */
function occurrences(where: string[], pattern: RegExp): string[] {
  return where.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

function hasAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, hasAny) ?? false);
}

describe('sizes', () => {
  it('keep every source file under 400 lines', () => {
    const sources = files.filter(isSource);
    const sorted = sources.map(linesOf).sort((a, b) => a - b);
    // biome-ignore lint/suspicious/noConsole: the median is for people, not a limit.
    console.info(`${sources.length} source files, median ${sorted[Math.floor(sorted.length / 2)]} lines`);
    // The words of the demo tickets are data, as fixtures are.
    const judged = sources.filter((file) => !file.startsWith('tests/sites/tickets/'));
    expect(judged.filter((file) => linesOf(file) > 400)).toEqual([]);
  });

  it('keep entrypoints to wiring', () => {
    const entrypoints = product.filter((file) => file.startsWith('entrypoints/') && linesOf(file) > 40);
    expect(entrypoints).toEqual([]);
  });
});

describe('source code', () => {
  it('follows the import rules', () => {
    const result = spawnSync('npm', ['run', '--silent', 'check:imports'], { encoding: 'utf8' });
    expect(result.stdout).toContain('no dependency violations found');
  }, 60_000);

  it('names its exports, framework files apart', () => {
    const code = files.filter((file) => /\.(ts|tsx|js)$/.test(file));
    const judged = code.filter((file) => !/^entrypoints\/|\.config\.ts$/.test(file));
    expect(occurrences(judged, /^export default /)).toEqual([]);
  });

  it('has no any', () => {
    const code = files.filter((file) => /\.tsx?$/.test(file));
    expect(
      code.filter((file) => hasAny(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest))),
    ).toEqual([]);
  });

  it('has barrels only as registries', () => {
    const barrels = product.filter((file) => /(^|\/)index\.tsx?$/.test(file));
    expect(
      barrels.filter((file) => !/^lib\/(ticket\/readers|trackers|chat|knowledge\/sources)\//.test(file)),
    ).toEqual([]);
  });

  it('goes between folders by @/, never by ../', () => {
    expect(occurrences(product, /from '\.\.\//)).toEqual([]);
  });

  it('dates every TODO', () => {
    const code = files.filter((file) => isSource(file) && file !== 'tests/architecture.test.ts');
    expect(occurrences(code, /\b(TODO|FIXME)\b(?!.*\b20\d\d-\d\d-\d\d\b)/)).toEqual([]);
  });

  it('tells no machine path and no registry host', () => {
    const text = files.filter((file) => !/\.(png|ico|woff2?|zip|pdf)$/.test(file));
    const machinePath = /(^|[\s'"`(=])\/(work|root|Users|home)\/[\w.-]/;
    const judged = text.filter((file) => !['package-lock.json', 'tests/architecture.test.ts'].includes(file));
    expect(occurrences(judged, machinePath)).toEqual([]);
    expect(occurrences(['package-lock.json', '.npmrc'], /"resolved": "https?:|^registry|_auth/)).toEqual([]);
  });
});

describe('demo data', () => {
  const people = everyPerson.flatMap((it) => [it.email, `${it.firstname} ${it.lastname}`]);
  const organizations = everyOrganization.flatMap((it) => [it.name, it.domain]);
  const tickets = ticketScripts.flatMap((it) => [it.title, it.number]);
  const texts = [...people, ...organizations, ...tickets].filter((it) => it.trim().length >= 5);

  it('is known to the tests', () => {
    expect(texts.length).toBeGreaterThan(60);
  });

  it('does not occur in the product', () => {
    const found = product.flatMap((file) => {
      const text = read(file);
      return texts.filter((it) => text.includes(it)).map((it) => `${file}: ${it}`);
    });
    expect(found).toEqual([]);
  });
});

/** Headings of README.md, each over a table with the id in backticks in its first column, and the registry it mirrors. */
const TABLES = [
  ['Help desks', 'lib/ticket/readers/index.ts', 'readers'],
  ['Trackers', 'lib/trackers/index.ts', 'trackers'],
  ['Knowledge sources', 'lib/knowledge/sources/index.ts', 'sources'],
] as const;

describe('README.md', () => {
  const registries = import.meta.glob('../lib/{ticket/readers,trackers,knowledge/sources}/index.ts');

  it.each(TABLES)('lists under "%s" what %s registers', async (heading, file, name) => {
    const section =
      read('README.md')
        .split(new RegExp(`^#+ ${heading}$`, 'm'))[1]
        ?.split(/^#/m)[0] ?? '';
    const listed = [...section.matchAll(/^\|\s*`([^`]+)`/gm)].map((row) => row[1]);
    const load = registries[`../${file}`];
    const module = load ? ((await load()) as Record<string, readonly { id: string }[]>) : {};
    expect(listed.sort()).toEqual((module[name] ?? []).map((it) => it.id).sort());
  });

  it('promises of each help desk what its reader does', () => {
    const rows = [
      ...read('README.md').matchAll(
        /^\| `([^`]+)` \|(?:[^|]*\|){2} (yes|no) \| (yes|no) \| (yes|no) \| (yes|no) \|/gm,
      ),
    ];
    const yes = (can: boolean) => (can ? 'yes' : 'no');
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      rows.map(([, id = '']) => {
        const desk = readerById(id);
        return [
          id,
          ...[desk?.writesNotes, desk?.insertsReplies, desk?.findsSimilar, desk?.findsArticles].map((can) =>
            yes(can ?? false),
          ),
        ];
      }),
    );
    expect(rows).toHaveLength(readers.length);
  });
});

/** From product.md: a permission that is added later can disable the extension until somebody accepts it. */
const PERMISSIONS =
  'storage unlimitedStorage contextMenus activeTab alarms scripting notifications identity declarativeNetRequestWithHostAccess';

describe.each([
  ['chrome', ['sidePanel', ...PERMISSIONS.split(' ')]],
  ['edge', ['sidePanel', ...PERMISSIONS.split(' ')]],
  ['firefox', PERMISSIONS.split(' ')],
])('the manifest that ships for %s', (browser, permissions) => {
  let manifest: Record<string, unknown>;

  beforeAll(() => {
    const { NODE_ENV: _, ...env } = process.env;
    const program = path.resolve('tests/tools/print-manifest.ts');
    const text = execFileSync(process.execPath, ['--import', 'tsx', program, browser], {
      encoding: 'utf8',
      env,
    });
    manifest = JSON.parse(text.slice(text.indexOf('{')));
  }, 120_000);

  it('asks for exactly the known permissions', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual([...permissions].sort());
    expect(manifest.optional_permissions).toBeUndefined();
  });

  it('touches no site unasked', () => {
    expect(manifest.host_permissions).toBeUndefined();
    // WXT leaves an empty list where all content scripts are injected on demand.
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  it('lets its pages run no foreign or built-up code', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'(;|$)/);
  });
});
