import type { Page } from '@playwright/test';
import { aBug, aCard, aFiller, anArticle } from '../knowledge-factories';
import { expect, test } from './fixtures';
import { seedKnowledge } from './knowledge';

const HOSTILE = `<h2>Steps</h2><p>Open <b>Reports</b>.</p><script>fetch('https://spy.example/script')</script>
<img src="https://spy.example/a.png" srcset="https://spy.example/b.png 2x" onerror="fetch('https://spy.example/c')" alt="the red box">
<p style="background:url(https://spy.example/d.png)" class="fixed" id="root">styled</p>
<style>@import url(https://spy.example/e.css); *{display:none}</style><link rel=stylesheet href="https://spy.example/f.css">
<svg><image href="https://spy.example/g.png"/></svg><iframe src="https://spy.example/h"></iframe><video poster="https://spy.example/i"></video>
<a href="javascript:fetch('https://spy.example/j')">run</a><meta http-equiv="refresh" content="0;url=https://spy.example/k">`;

const search = (panel: Page) => panel.getByRole('combobox', { name: 'Search known bugs' });
const active = (panel: Page) => panel.locator('[role=option][aria-selected=true]');
const shots = process.env.KNOWLEDGE_SHOTS;

test('searches as it is typed, narrows, walks by key and shows a record', async ({ sites, baton }) => {
  await seedKnowledge(baton, [
    aBug(),
    aCard(),
    anArticle({
      id: 'hostile',
      title: 'Hostile page',
      text: 'Steps',
      body: { format: 'html', content: HOSTILE },
    }),
    anArticle({
      id: 'md',
      title: 'Hostile notes',
      text: 'x',
      body: { format: 'markdown', content: `# Notes\n\n![x](https://spy.example/m.png)\n\n${HOSTILE}` },
    }),
    aBug({
      id: 'rtl',
      key: 'APP-77',
      title: 'تصدير التقرير يتوقف عند 42',
      text: 'يتوقف التصدير مع الخطأ E-4102',
      parts: ['التقارير'],
    }),
  ]);
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).first().waitFor();
  const left: string[] = [];
  panel.on('request', (request) => {
    if (!request.url().startsWith('chrome-extension:')) left.push(request.url());
  });
  const shoot = async (name: string) => {
    if (!shots) return;
    for (const width of [320, 400])
      for (const dark of [false, true]) {
        await panel.setViewportSize({ width, height: 700 });
        await panel.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
        await panel.screenshot({ path: `${shots}/${name}-${width}${dark ? '-dark' : ''}.png` });
      }
    await panel.evaluate(() => document.documentElement.classList.remove('dark'));
  };

  await panel.keyboard.press('/');
  await expect(search(panel)).toBeFocused();
  await expect(panel.getByText('45 records, newest first')).toBeVisible();
  await shoot('list');
  await search(panel).fill('E-4102 expo');
  await expect(panel.getByRole('option').first()).toContainText('E-4102');
  await expect(panel.getByText('best first')).toBeVisible();
  await shoot('typed');
  await panel.getByRole('button', { name: 'Kind' }).click();
  await shoot('filter');
  await panel.getByRole('checkbox', { name: 'Known bug' }).check();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('option', { name: /Article/ })).toHaveCount(0);
  await search(panel).focus();
  await panel.keyboard.press('End');
  const isLast = () =>
    active(panel).evaluate((it) => it.getAttribute('aria-posinset') === it.getAttribute('aria-setsize'));
  await expect.poll(isLast).toBe(true);
  await panel.keyboard.press('Home');
  await expect(active(panel)).toHaveAttribute('aria-posinset', '1');
  await expect(search(panel)).toBeFocused();
  // At once: Enter waits for the answer to these very words.
  await search(panel).fill('CSV export stops on large');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Copy reply' })).toBeVisible();
  await shoot('bug');
  await panel.keyboard.press('Escape');
  await expect(search(panel)).toBeFocused();

  await panel.getByRole('button', { name: 'Clear', exact: true }).click();
  for (const title of ['Hostile page', 'Hostile notes']) {
    await search(panel).fill(title);
    await expect(panel.getByRole('option').first()).toContainText(title);
    await panel.getByRole('option', { name: title }).click();
    const detail = panel.getByRole('article', { name: title });
    await expect(detail.getByRole('heading', { name: 'Steps' })).toBeVisible();
    await expect(detail).toContainText('[picture: the red box]');
    await expect(
      detail.locator(
        '.foreign-text :is(img, script, style, svg, iframe, video, link, meta, [style], [class], [id])',
      ),
    ).toHaveCount(0);
    await shoot(title.replace(' ', '-'));
    await panel.keyboard.press('Escape');
  }
  expect(left).toEqual([]);
  await search(panel).fill('Passengers by route');
  await panel
    .getByRole('option', { name: /Passengers by route/ })
    .first()
    .click();
  await expect(panel.getByText('2 of 11').last()).toBeVisible();
  await shoot('card');
  await panel.keyboard.press('Escape');
  await search(panel).fill('qqqzzz');
  await expect(panel.getByText('Nothing found')).toBeVisible();
  await shoot('nothing');
  await panel.keyboard.press('Escape');
  await expect(search(panel)).toHaveCount(0);
});

const MANY = Number(process.env.KNOWLEDGE_ROWS ?? 3_000);

test('draws few rows of many, and reports how evenly they scroll', async ({ sites, baton }) => {
  test.setTimeout(600_000);
  await seedKnowledge(
    baton,
    Array.from({ length: MANY }, (_, at) => aFiller(at + 1_000)),
  );
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).first().waitFor();
  await panel.keyboard.press('/');
  await expect(panel.getByText('newest first')).toBeVisible();
  await panel.getByRole('option').first().waitFor();
  const scroll = await panel.evaluate(async () => {
    const list = document.querySelector('[data-testid=results]');
    const frames: number[] = [];
    let most = 0;
    let before = performance.now();
    for (let step = 0; step < 180 && list; step += 1) {
      list.scrollTop += step < 120 ? 400 : list.scrollHeight / 60;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - before);
      before = now;
      most = Math.max(most, document.querySelectorAll('[role=option]').length);
    }
    return { most, slow: frames.filter((ms) => ms > 32).length, frames: frames.length };
  });
  console.log(
    `${MANY} rows: ${scroll.slow} of ${scroll.frames} frames over 32 ms, ${scroll.most} rows drawn`,
  );
  expect(scroll.most).toBeGreaterThan(0);
  expect(scroll.most).toBeLessThanOrEqual(60);
  await search(panel).focus();
  await panel.keyboard.press('End');
  await expect(active(panel)).toContainText('Calendar shows');
  await expect(panel.getByRole('option')).not.toHaveCount(0);
});
