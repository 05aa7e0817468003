// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const copy = mkdtempSync(path.join(tmpdir(), 'baton-new-reader-'));
const newReader = (...given: string[]) =>
  spawnSync(path.resolve('node_modules/.bin/tsx'), ['tests/tools/new-reader.ts', ...given], {
    cwd: copy,
    encoding: 'utf8',
  });

beforeAll(() => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of files
    .split('\n')
    .filter((it) => /^(lib|entrypoints|tests\/(tools|contracts))\/|^(tests\/)?[^/]+$/.test(it)))
    cpSync(file, path.join(copy, file), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  cpSync('.wxt', path.join(copy, '.wxt'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new:reader', () => {
  it('writes a reader that passes its contract kit and the registry’s test', { timeout: 120_000 }, () => {
    expect(newReader('help-hub', 'Help Hub')).toMatchObject({ status: 0, stderr: '' });
    const read = (file: string) => readFileSync(path.join(copy, file), 'utf8');
    expect(read('lib/ticket/readers/index.ts')).toContain('  helpHubDesk,\n  anyPageDesk,');
    expect(read('README.md')).toMatch(/\| `help-hub` \| Help Hub \|.*\n\| `page` \|/);
    const run = spawnSync(
      path.resolve('node_modules/.bin/vitest'),
      // The hostile pages are slow and try the shared code more than the skeleton.
      [
        'run',
        'lib/ticket/readers/help-hub',
        'lib/ticket/readers/index.test.ts',
        '-t',
        '^(?!.*(survives|leaves))',
      ],
      { cwd: copy, encoding: 'utf8', env: { ...process.env, CI: 'true' } },
    );
    expect(`${run.stdout}${run.stderr}`).toMatch(/Test Files .*2 passed/);
    expect(run.status).toBe(0);
  });

  it.each([[''], ['Help Hub'], ['../evil'], ['zammad'], ['help-scout'], ['constructor'], ['ok', "it's"]])(
    'refuses %s',
    (...given) => {
      const { status, stderr } = newReader(...given);
      expect(status).toBe(2);
      expect(stderr).toMatch(/\.\s*$/);
    },
  );
});
