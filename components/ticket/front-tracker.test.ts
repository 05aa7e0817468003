import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageUnreachableError } from '@/lib/browser/page';
import type { FrontTab } from '@/lib/browser/tabs';
import { err, ok } from '@/lib/std/result';
import { aMessage, aTicket } from '@/tests/factories';
import { type FrontDeps, type FrontState, FrontTracker, type ReadOutcome } from './front-tracker';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const address = (id: number) => `https://desk.test/#ticket/zoom/${id}`;
const numbered = (id: number, messages = 1) =>
  aTicket({
    ticketId: String(id),
    number: `N${id}`,
    messages: Array.from({ length: messages }, (_, index) => aMessage({ id: String(index) })),
  });

/** A window with one tab and a desk whose answers the test gives by hand. */
function aWindow() {
  let tab: FrontTab = { tabId: 1, url: address(1), loading: false };
  const answers: ((outcome: ReadOutcome | Error) => void)[] = [];
  const states: FrontState[] = [];
  let watching: { news: () => void; gone: () => void } | null = null;
  const counts = { reads: 0, watches: 0, stops: 0, outcomes: 0 };
  const deps: FrontDeps = {
    frontTab: async () => tab,
    locate: (url) => {
      const ticketId = /zoom\/(\d+)/.exec(url.hash)?.[1];
      return ticketId ? { ticketId } : null;
    },
    read: () => {
      counts.reads += 1;
      return new Promise((resolve, reject) =>
        answers.push((it) => (it instanceof Error ? reject(it) : resolve(it))),
      );
    },
    isAllowed: async () => true,
    watch: (_tab, _desk, on) => {
      counts.watches += 1;
      watching = on;
      return () => {
        counts.stops += 1;
        watching = null;
      };
    },
    now: Date.now,
    onChange: (state) => states.push(state),
    onRead: () => {
      counts.outcomes += 1;
    },
  };
  const tracker = new FrontTracker(deps);
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    counts,
    states,
    goTo: async (change: Partial<FrontTab>) => {
      tab = { ...tab, ...change };
      void tracker.look();
      await settle();
    },
    look: async (why?: 'again' | 'any') => {
      void tracker.look(why);
      await settle();
    },
    answer: async (outcome: ReadOutcome | Error, index = 0) => {
      answers.splice(index, 1)[0]?.(outcome);
      await settle();
    },
    news: async () => {
      watching?.news();
      await settle();
    },
    reload: async () => {
      watching?.gone();
      watching = null;
      await settle();
    },
    stop: () => tracker.stop(),
    now: () => states.at(-1),
    /** Every ticket shown as the one in front, by the address it was shown under. */
    shown: () =>
      states.flatMap(({ front, ticket }) =>
        front.kind === 'ticket' ? [`${front.url.split('/').pop()}: ${ticket?.number}`] : [],
      ),
  };
}

describe('the ticket in front', () => {
  it('is read once, however often the browser reports one navigation', async () => {
    const it = aWindow();
    await it.look();
    await it.look();
    await it.look();
    await it.answer(ok(numbered(1)));
    expect(it.counts).toEqual({ reads: 1, watches: 1, stops: 0, outcomes: 1 });
    expect(it.now()).toMatchObject({ front: { kind: 'ticket' }, ticket: { number: 'N1' } });
  });

  it('is never that of a slow answer for the ticket before', async () => {
    const it = aWindow();
    await it.look();
    await it.goTo({ url: address(2) });
    await it.answer(ok(numbered(2)), 1);
    await it.answer(ok(numbered(1)));
    expect(it.shown()).toEqual(['2: N2']);
  });

  it('is thrown away when the address changed at the last moment', async () => {
    const it = aWindow();
    await it.look();
    const late = it.goTo({ url: address(2) });
    await it.answer(ok(numbered(1)));
    await late;
    expect(it.shown()).toEqual([]);
    await it.answer(ok(numbered(2)));
    expect(it.shown()).toEqual(['2: N2']);
  });

  it('stays on the screen, said so, while another page is in front', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(ok(numbered(1)));
    await it.goTo({ tabId: 2, url: 'https://news.test/' });
    expect(it.now()).toMatchObject({ front: { kind: 'not-a-ticket' }, ticket: { number: 'N1' } });
    expect(it.counts).toMatchObject({ reads: 1, stops: 1 });
    await it.goTo({ tabId: 3, url: null });
    expect(it.now()).toMatchObject({ front: { kind: 'no-access', url: null }, ticket: { number: 'N1' } });
  });

  it('tells why it could not be read, and an administrator’s ban from a missing permission', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(err({ kind: 'logged-out', detail: 'Log in.' }));
    expect(it.now()?.front).toMatchObject({ kind: 'failed', error: { kind: 'logged-out' } });
    await it.look('again');
    await it.answer(new PageUnreachableError('Cannot access contents of the page'));
    expect(it.now()?.front).toMatchObject({ kind: 'no-access', byPolicy: false });
    await it.look('again');
    await it.answer(
      new PageUnreachableError('This page cannot be scripted due to an ExtensionsSettings policy.'),
    );
    expect(it.now()?.front).toMatchObject({ kind: 'no-access', byPolicy: true });
  });

  it('gets a second chance when the page was still loading', async () => {
    const it = aWindow();
    await it.look();
    await it.look();
    await it.answer(err({ kind: 'half-loaded', detail: 'Wait.' }));
    expect(it.counts.reads).toBe(2);
    await it.answer(ok(numbered(1)));
    expect(it.shown()).toEqual(['1: N1']);
  });
});

describe('new messages', () => {
  it('arrive without a reload and without a flicker', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(ok(numbered(1)));
    await vi.advanceTimersByTimeAsync(6_000);
    await it.news();
    await it.answer(ok(numbered(1, 3)));
    expect(it.now()).toMatchObject({ front: { kind: 'ticket' }, newMessages: 2 });
    expect(it.states.filter(({ front }) => front.kind === 'reading')).toHaveLength(1);
  });

  it('are asked for at most once in five seconds', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(ok(numbered(1)));
    for (let count = 0; count < 20; count += 1) await it.news();
    expect(it.counts.reads).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(it.counts.reads).toBe(2);
    await it.answer(ok(numbered(1, 2)));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(it.counts.reads).toBe(2);
  });

  it('of another ticket are never mixed in', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(ok(numbered(1)));
    await vi.advanceTimersByTimeAsync(6_000);
    await it.news();
    await it.answer(ok(numbered(2, 9)));
    expect(it.now()).toMatchObject({ ticket: { number: 'N1' }, newMessages: 0 });
  });

  it('are read after the page was loaded anew, when it is ready', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(ok(numbered(1)));
    await it.reload();
    await it.goTo({ loading: true });
    expect(it.counts.reads).toBe(1);
    await it.goTo({ loading: false });
    expect(it.counts.reads).toBe(2);
    await it.answer(ok(numbered(1, 2)));
    expect(it.now()?.newMessages).toBe(1);
    expect(it.counts.watches).toBe(2);
  });

  it('are looked for when the agent comes back after a while, not at every glance', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(ok(numbered(1)));
    await it.look();
    expect(it.counts.reads).toBe(1);
    await vi.advanceTimersByTimeAsync(61_000);
    await it.look();
    expect(it.counts.reads).toBe(2);
  });

  it('are nobody’s business once the panel is closed', async () => {
    const it = aWindow();
    await it.look();
    await it.answer(ok(numbered(1)));
    await it.news();
    it.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(it.counts).toMatchObject({ reads: 1, stops: 1 });
  });
});
