import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from './fixtures';

test('npm run capture saves the open ticket, scrubbed, with its expected record', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  await page.getByText('48213').first().waitFor();
  const out = mkdtempSync(path.join(tmpdir(), 'baton-capture-'));
  // Not in step with the test: the demo desk answers from this very process.
  const capture = async (...given: string[]) => {
    const options = ['--port', String(baton.debugPort), '--out', out];
    const child = spawn('npx', ['tsx', 'tests/tools/capture.ts', ...given, ...options]);
    const [stderr, status] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    return { stderr, status };
  };
  expect(await capture('zammad', 'zammad-live')).toMatchObject({ status: 0 });
  const [recorded, expected] = ['json', 'expected.json'].map((ending) =>
    readFileSync(path.join(out, `zammad-live.${ending}`), 'utf8'),
  );
  const record = JSON.parse(expected ?? '');
  expect(record).toMatchObject({ desk: 'zammad', ticketId: '1', number: '48213' });
  expect(record.messages).toHaveLength(sites.desk.articles(1).length);
  const ticket = sites.desk.tickets.find(({ id }) => id === 1);
  for (const written of [recorded, expected]) {
    expect(written).not.toContain(ticket?.title);
    expect(written).not.toMatch(/greta|halvorsen|halden|@marlow/i);
  }
  expect(await capture('zammad', 'none', '--page', 'nowhere')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('No open page has the address of a Zammad ticket.'),
  });
  expect(await capture('nothing', 'none')).toMatchObject({ status: 2 });
  rmSync(out, { recursive: true, force: true });
});
