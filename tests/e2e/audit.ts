import type { Page } from '@playwright/test';
import axeCore from 'axe-core';

interface AxeApi {
  getRules(): { ruleId: string }[];
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Every rule of axe-core, best practice, experimental and AAA included; one line for each violation. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: AxeApi };
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  });
}

/** What axe does not see: sideways scrolling, cut text, and controls that are hard to hit. */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()}> “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}”`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) problems.push(`the page scrolls sideways: ${root.scrollWidth}`);
    if (
      document.querySelector('main') &&
      root.scrollHeight > root.clientHeight &&
      location.pathname === '/sidepanel.html'
    )
      problems.push('the panel has an outer scrollbar');
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const style = getComputedStyle(element);
      const { left, right, width, height } = element.getBoundingClientRect();
      // What is only read out is one pixel large.
      const hidden =
        element.closest('.sr-only') !== null ||
        element.getClientRects().length === 0 ||
        (width <= 1 && height <= 1);
      if (hidden) continue;
      // The native box lies around the one that is drawn, for fingers.
      // A result's row is cut with an ellipsis, and opens by pressing it; a picture scrolls in its frame.
      const scrolls =
        element.closest(
          'pre, input, textarea, label > span:has(> input), [role=option] .truncate, [role=application]',
        ) !== null;
      if (!scrolls && (right > root.clientWidth + 0.5 || left < -0.5))
        problems.push(`sticks out: ${name(element)}`);
      if (!scrolls && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
        problems.push(`is wider than its box: ${name(element)}`);
    }
    const interactive = 'a[href], button, input, select, textarea, summary, [role=button]';
    for (const element of document.querySelectorAll<HTMLElement>(interactive)) {
      if (element.matches('input[type=hidden], [hidden]') || element.getClientRects().length === 0) continue;
      // A radio drawn as a card is hit through its label; a link or a mask is as high as the sentence it stands in.
      const box = (element.closest('label.choice') ?? element).getBoundingClientRect();
      const inSentence =
        (element.matches('a') && getComputedStyle(element).display === 'inline') ||
        element.matches('[data-mask]');
      if (!inSentence && (box.width < 23.9 || box.height < 23.9))
        problems.push(`is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px: ${name(element)}`);
    }
    return [...new Set(problems)];
  });
}

/** Controls of which one lies over another, as far as both are in sight. */
export function overlappingControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inSight = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (getComputedStyle(at).overflow === 'visible') continue;
        const box = at.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
      return { left, top, right, bottom };
    };
    const dialog = document.querySelector('dialog[open]');
    const controls = [
      ...(dialog ?? document).querySelectorAll('a[href], button, input, select, textarea, summary'),
    ]
      // Laid over others on purpose: a button on a picture, the native box over the drawn one, a head that stays.
      .filter(
        (it) =>
          // A closed disclosure keeps its boxes, which nobody sees.
          it.checkVisibility() &&
          getComputedStyle(it).position !== 'absolute' &&
          !it.closest('[inert], .sticky-head'),
      )
      .map((element) => ({ element, box: inSight(element) }))
      .filter(({ box }) => box.right - box.left > 2 && box.bottom - box.top > 2);
    const name = (element: Element) =>
      `“${(element.textContent || element.getAttribute('aria-label') || element.tagName).trim().slice(0, 40)}”`;
    const problems: string[] = [];
    controls.forEach((one, at) => {
      for (const other of controls.slice(at + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const nested = one.element.contains(other.element) || other.element.contains(one.element);
        if (wide > 2 && high > 2 && !nested)
          problems.push(`${name(one.element)} and ${name(other.element)} overlap`);
      }
    });
    return problems;
  });
}

/** Tabs through the page once and names whatever has the focus without being in sight. */
export async function hiddenFocus(page: Page): Promise<string[]> {
  const problems = new Set<string>();
  const seen = new Set<string>();
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const shown = element.closest('label.choice') ?? element;
      const { left, top, width, height } = shown.getBoundingClientRect();
      const x = left + width / 2;
      const y = top + Math.min(height / 2, 12);
      const hit = document.elementFromPoint(x, y);
      const inSight = hit !== null && (shown.contains(hit) || hit.closest('label')?.contains(shown) === true);
      const style = getComputedStyle(shown);
      const label = element.closest('label');
      const ring = [element, shown, label, ...(label?.querySelectorAll('span') ?? [])].some(
        (it) => it && getComputedStyle(it).outlineStyle !== 'none',
      );
      const order = [...document.querySelectorAll('*')].indexOf(element);
      const what = `<${element.tagName.toLowerCase()}> “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)}”`;
      return { id: `${order}`, what, inSight, ring: ring || style.outlineStyle !== 'none' };
    });
    if (found === null) continue;
    if (seen.has(found.id)) break;
    seen.add(found.id);
    if (!found.inSight) problems.add(`has the focus but is covered: ${found.what}`);
    if (!found.ring) problems.add(`has the focus but shows no ring: ${found.what}`);
  }
  return [...problems];
}
