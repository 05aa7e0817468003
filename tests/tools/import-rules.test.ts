// @vitest-environment node
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** File, what it imports, and the rule that this breaks; null where it is allowed. */
const CASES: [file: string, imports: string, broken: string | null][] = [
  ['lib/std/a.ts', '@/lib/http/http', 'std-imports-nothing'],
  ['lib/http/a.ts', '@/lib/settings/settings', 'http-and-browser-import-std'],
  ['lib/http/b.ts', '@/lib/std/result', null],
  ['lib/browser/a.ts', '@/lib/ticket/ticket', 'http-and-browser-import-std'],
  ['lib/ticket/readers/zammad/a.ts', '@/lib/ticket/readers/rt/rt', 'a-reader-knows-only-its-contract'],
  ['lib/ticket/readers/zammad/b.ts', '@/lib/browser/tabs', 'a-reader-knows-only-its-contract'],
  ['lib/ticket/readers/zammad/c.ts', '@/components/ui/button', 'a-reader-knows-only-its-contract'],
  ['lib/ticket/readers/zammad/d.ts', '@/lib/ticket/limits', null],
  ['lib/ticket/readers/zammad/f.ts', '@/lib/ticket/ticket', 'a-page-script-carries-no-schema-of-ours'],
  ['lib/ticket/readers/zammad/g.ts', 'zod/mini', 'a-page-script-carries-no-schema-of-ours'],
  ['lib/ticket/readers/zammad/h.ts', 'valibot', null],
  ['lib/ticket/g.ts', 'valibot', 'valibot-is-for-page-scripts'],
  ['lib/ticket/readers/zammad/e.ts', '@/lib/http/http', null],
  ['lib/ticket/readers/index.ts', './rt/rt', null],
  ['lib/trackers/redmine/a.ts', '@/lib/escalation/escalation', 'a-tracker-knows-only-its-contract'],
  ['lib/trackers/redmine/b.ts', '@/lib/db/database', 'a-tracker-knows-only-its-contract'],
  ['lib/trackers/redmine/c.ts', '@/lib/trackers/tracker', null],
  ['lib/trackers/redmine/a.test.ts', '@/tests/contracts/tracker', null],
  ['lib/chat/slack/a.ts', '@/lib/trackers/tracker', 'a-chat-knows-only-its-contract'],
  ['lib/knowledge/sources/rss/a.ts', '@/lib/settings/settings', 'a-source-knows-only-its-contract'],
  ['lib/escalation/a.ts', '@/lib/browser/tabs', 'the-domain-is-pure'],
  ['lib/escalation/b.ts', '@/lib/escalation/store', 'the-domain-is-pure'],
  ['lib/escalation/store.ts', '@/lib/db/database', null],
  ['lib/escalation/c.ts', '@/lib/report-extraction/extract-report', null],
  ['lib/report-extraction/a.ts', '@/lib/ticket/ticket', 'extraction-knows-text-alone'],
  ['lib/report-extraction/b.ts', '@/lib/std/result', null],
  ['lib/report-extraction/c.ts', '@/lib/language/language', null],
  ['lib/language/a.ts', '@/lib/ticket/ticket', 'language-knows-text-alone'],
  ['lib/text-model/a.ts', '@/lib/ticket/ticket', 'a-text-model-knows-words-alone'],
  ['lib/masking/a.ts', '@/lib/escalation/escalation', 'masking-knows-text-and-its-patterns'],
  ['lib/masking/b.ts', '@/lib/std/result', null],
  ['lib/classification/a.ts', '@/lib/escalation/store', 'the-domain-is-pure'],
  ['lib/outbox/a.ts', '@/lib/db/database', 'only-stores-import-the-database'],
  ['lib/outbox/b.ts', '@/lib/http/http', 'background-work'],
  ['lib/outbox/c.ts', '@/lib/trackers/redmine/redmine', 'adapters-are-reached-through-their-registry'],
  ['lib/outbox/d.ts', '@/lib/escalation/store', null],
  ['lib/playbook-loading/a.ts', '@/lib/escalation/store', 'playbook-loading'],
  ['lib/playbook-loading/b.ts', '@/lib/http/http', null],
  ['lib/db/a.ts', '@/lib/ticket/ticket', 'the-database-knows-record-types'],
  ['lib/messages/protocol.ts', '@/lib/std/result', 'the-protocol-imports-types'],
  ['lib/messages/a.ts', '@/lib/outbox/store', 'messages-know-the-protocol'],
  ['lib/settings/a.ts', '@/lib/escalation/store', 'settings-know-the-domain'],
  ['lib/ticket/a.ts', '@/components/ui/button', 'lib-knows-no-screen'],
  ['lib/ticket/b.ts', 'react', 'no-react-in-lib'],
  ['components/ui/a.ts', '@/lib/ticket/ticket', 'ui-knows-no-domain'],
  ['components/ui/b.ts', '@/lib/std/result', null],
  ['components/report/a.ts', '@/components/ticket/screen', 'a-screen-knows-no-other-screen'],
  ['components/report/b.ts', '@/lib/trackers/redmine/redmine', 'adapters-are-reached-through-their-registry'],
  ['components/report/c.ts', '@/lib/http/http', 'a-screen-knows-no-other-screen'],
  ['components/report/d.ts', '@/lib/settings/secrets', 'a-screen-knows-no-other-screen'],
  ['components/report/e.ts', '@/lib/trackers/index', 'a-screen-knows-no-other-screen'],
  ['components/report/f.ts', '@/lib/db/database', 'only-stores-import-the-database'],
  ['components/report/g.tsx', '@/lib/escalation/store', null],
  ['components/report/h.ts', 'react', null],
  ['components/settings/a.ts', '@/lib/trackers/index', null],
  ['components/app/a.ts', '@/components/ticket/screen', null],
  ['components/app/b.ts', '@/lib/http/http', 'the-shell-composes-screens'],
  ['components/ticket/a.ts', '@/entrypoints/background', 'nobody-imports-entrypoints'],
  ['entrypoints/popup/main.ts', '@/entrypoints/background', 'entrypoints-import-no-other-entrypoint'],
  ['lib/ticket/f.ts', '@/lib/nowhere', 'every-import-is-found'],
  ['lib/ticket/c.ts', '@/tests/contracts/tracker', 'no-test-code-in-the-product'],
  ['lib/ticket/d.ts', './e', 'no-cycles'],
];

const PLAIN_FILES =
  'lib/std/result lib/http/http lib/browser/tabs lib/settings/settings lib/settings/secrets lib/ticket/ticket ' +
  'lib/ticket/limits lib/report-extraction/extract-report lib/language/language ' +
  'lib/ticket/readers/rt/rt lib/trackers/tracker lib/trackers/index lib/trackers/redmine/redmine ' +
  'lib/escalation/escalation lib/outbox/store lib/db/database components/ui/button components/ticket/screen ' +
  'entrypoints/background tests/contracts/tracker';

const tree = mkdtempSync(path.join(tmpdir(), 'baton-import-rules-'));
const project = process.cwd();

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
}

interface Finding {
  from: string;
  rule: { name: string };
}

let findings: Finding[];
let exitCode = 0;

beforeAll(async () => {
  for (const file of PLAIN_FILES.split(' ')) write(`${file}.ts`, 'export const it = 1;\n');
  write('lib/ticket/e.ts', "export { other as it } from './d';\n");
  for (const [file, imports] of CASES)
    write(file, `import { it } from '${imports}';\nexport const other = it;\n`);
  const program = path.join(project, 'node_modules/.bin/depcruise');
  const rules = path.join(project, 'tests/tools/import-rules.cjs');
  const parameters = [
    '--config',
    rules,
    '--output-type',
    'json',
    'lib',
    'components',
    'entrypoints',
    'tests',
  ];
  const run = promisify(execFile)(program, parameters, { cwd: tree, maxBuffer: 50_000_000 });
  const { stdout } = await run.catch((error) => error);
  findings = JSON.parse(stdout).summary.violations;
  const plain = ['--config', rules, 'lib', 'components', 'entrypoints', 'tests'];
  exitCode = await promisify(execFile)(program, plain, { cwd: tree }).then(
    () => 0,
    (error) => error.code,
  );
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(CASES)('%s importing %s: %s', (file, _imports, broken) => {
    const found = [...new Set(findings.filter((it) => it.from === file).map((it) => it.rule.name))];
    if (broken === null) expect(found).toEqual([]);
    else expect(found).toContain(broken);
  });

  it('are errors', () => {
    expect(exitCode).not.toBe(0);
  });
});
