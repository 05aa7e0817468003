import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readers } from '.';

const scripts = import.meta.glob<{ default: { main: () => void } }>('/entrypoints/read-*.ts');
type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => boolean;

beforeEach(() => {
  delete (window as { batonListens?: unknown }).batonListens;
});

it('has one page script for each reader, and no other', () => {
  const expected = new Set(readers.map(({ script }) => `/entrypoints/read-${script}.ts`));

  expect(Object.keys(scripts).sort()).toEqual([...expected].sort());
});

describe.each(
  readers.filter(({ id, script }) => id === script).map((reader) => [reader.id, reader] as const),
)('%s', (id, reader) => {
  it('is answered by its page script', async () => {
    vi.spyOn(browser.runtime.onConnect, 'addListener').mockImplementation(() => {});
    const addListener = vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation(() => {});
    const script = await scripts[`/entrypoints/read-${id}.ts`]?.();
    script?.default.main();
    const listener = addListener.mock.calls[0]?.[0] as unknown as Listener;
    const ask = (asked: string) =>
      listener({ to: 'baton-page', reader: asked, type: 'selection' }, { id: browser.runtime.id }, vi.fn());
    expect(ask(id)).toBe(true);
    expect(ask('another')).toBe(false);
  });

  it('writes notes from the background only where it writes notes at all', async () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    if (!reader.loadAddNote) return;
    expect(reader.writesNotes).toBe(true);
    expect(typeof (await reader.loadAddNote()).addNote).toBe('function');
  });
});
