import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { test as base, expect } from './fixtures';

/** Where Debian's Chromium looks for what an administrator decided. */
const FOLDER = '/etc/chromium/policies/managed';
const FILE = `${FOLDER}/baton-test.json`;

const mayWrite = () => {
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** The policy must stand before the browser starts, which the fixture `baton` does. */
const test = base.extend<{ policy: undefined }>({
  policy: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern.
    async ({}, use) => {
      test.skip(!mayWrite(), `needs the right to write ${FOLDER}`);
      const blocked = { runtime_blocked_hosts: ['*://blocked.test'] };
      writeFileSync(FILE, JSON.stringify({ ExtensionSettings: { '*': blocked } }));
      await use(undefined);
      rmSync(FILE, { force: true });
    },
    { auto: true },
  ],
});

test('a host that an administrator blocks is said to be so; another one still works', async ({
  policy: _,
  sites,
  baton,
}) => {
  await baton.context.route('https://blocked.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Ticket 1</h1>' }),
  );
  const page = await baton.context.newPage();
  await page.goto('https://blocked.test/Ticket/Display.html?id=1');
  const panel = await baton.openPanel(page);
  await expect(panel.getByText('browser policy keeps extensions off blocked.test')).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Allow/ })).toHaveCount(0);
  await panel.close();

  const other = await baton.context.newPage();
  await other.goto(sites.desk.ticketUrl(4));
  await expect((await baton.openPanel(other)).getByText('#48231', { exact: true })).toBeVisible();
});
