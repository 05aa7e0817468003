import { PageUnreachableError } from '@/lib/browser/page';
import type { FrontTab } from '@/lib/browser/tabs';
import { ok, type Result } from '@/lib/std/result';
import { MINUTE_MS, SECOND_MS } from '@/lib/std/time';
import type { ReadTicket } from '@/lib/ticket/read-ticket';
import type { ReadError } from '@/lib/ticket/ticket-reader';

/** What the tab in front of this window is to Baton. */
export type Front =
  | { readonly kind: 'starting' }
  /** Baton may not see the tab; `url` is known only when the browser tells. `byPolicy`: an administrator forbids it. */
  | { readonly kind: 'no-access'; readonly url: string | null; readonly byPolicy: boolean }
  | { readonly kind: 'not-a-ticket'; readonly url: string }
  | { readonly kind: 'reading'; readonly ticketId: string }
  | { readonly kind: 'failed'; readonly url: string; readonly error: ReadError }
  | { readonly kind: 'ticket'; readonly tabId: number; readonly url: string; readonly allowed: boolean };

export interface FrontState {
  readonly front: Front;
  /** The ticket of the front tab, else the last one that was read; null before the first. */
  readonly ticket: ReadTicket | null;
  /** Messages that came since the ticket was first shown. */
  readonly newMessages: number;
}

export type ReadOutcome = Result<ReadTicket, ReadError> | null;

/** The browser and the desks, as arguments: every order of events can be tried without them. */
export interface FrontDeps {
  readonly frontTab: () => Promise<FrontTab | null>;
  /** Which ticket the address names; null on any other page. */
  readonly locate: (url: URL) => { readonly ticketId: string } | null;
  /** Rejects when the page cannot be reached. */
  readonly read: (tabId: number, url: URL, mode?: 'any') => Promise<ReadOutcome>;
  readonly isAllowed: (url: URL) => Promise<boolean>;
  /** Calls back when the page shows something new, and when it is left or reloaded; returns the way to stop. */
  readonly watch: (tabId: number, deskId: string, on: { news: () => void; gone: () => void }) => () => void;
  readonly now: () => number;
  readonly onChange: (state: FrontState) => void;
  /** Every outcome at a desk, for reader health and the tickets seen. */
  readonly onRead: (url: URL, outcome: ReadOutcome) => void;
}

/** `again` and `any` are the agent's wish; `event` is the browser's, `news` the page's. */
type Why = 'event' | 'news' | 'again' | 'any';

/** A page that changes all the time is read again this often at most. */
const NEWS_EVERY_MS = 5 * SECOND_MS;
/** Coming back to a ticket after this long reads it again. */
const STALE_AFTER_MS = MINUTE_MS;

interface Shown {
  readonly url: string;
  readonly mode: 'any' | undefined;
  readAt: number;
  readonly messagesAtFirst: number;
}

/**
 * Follows the tab in front of one window. Whatever the order of events: the ticket shown is the one of the page in
 * front or the last one, said so; a read that ends after the agent moved on is thrown away.
 */
export class FrontTracker {
  #state: FrontState = { front: { kind: 'starting' }, ticket: null, newMessages: 0 };
  /** Counts up with every look: an older one may not answer any more. */
  #generation = 0;
  #looks = 0;
  /** The page being read: the browser reports one navigation several times, and the desk is asked once. */
  #reading: string | null = null;
  #changedWhileReading = false;
  #shown: Shown | null = null;
  #stopWatching: (() => void) | null = null;
  #newsTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: FrontDeps) {}

  /** Looks at the tab in front and does what has to be done. */
  async look(why: Why = 'event'): Promise<void> {
    this.#looks += 1;
    const turn = this.#looks;
    const asked = why === 'again' || why === 'any';
    const tab = await this.deps.frontTab();
    // What the agent asked for is done in any case; of what the browser reports, only the latest.
    if (!tab || (!asked && turn !== this.#looks)) return;
    if (!asked && this.#reading === pageOf(tab)) {
      this.#changedWhileReading = true;
      return;
    }
    const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
    if (!asked && url && this.#shown?.url === url.href) return this.#stay(tab, url, why);
    if (why !== 'news') return this.#visit(tab, url, why);
  }

  stop(): void {
    this.#generation += 1;
    this.#leave();
  }

  #begin(): () => boolean {
    this.#generation += 1;
    const mine = this.#generation;
    this.#reading = null;
    return () => mine !== this.#generation;
  }

  #set(change: Partial<FrontState>): void {
    this.#state = { ...this.#state, ...change };
    this.deps.onChange(this.#state);
  }

  #leave(): void {
    this.#shown = null;
    this.#stopWatching?.();
    this.#stopWatching = null;
    clearTimeout(this.#newsTimer);
    this.#newsTimer = undefined;
  }

  /** The ticket shown is in front (again): it is read anew only when that is worth it, and without a flicker. */
  async #stay(tab: FrontTab, url: URL, why: Why): Promise<void> {
    const stale = this.#begin();
    const shown = this.#shown;
    const allowed = await this.deps.isAllowed(url);
    if (stale() || !shown) return;
    this.#set({ front: { kind: 'ticket', tabId: tab.tabId, url: url.href, allowed } });
    const before = this.#state.ticket;
    // A page that was loaded anew under the same address has lost its script, and may hold more than before.
    const reloaded = this.#stopWatching === null;
    if (!before || (reloaded && tab.loading)) return;
    const age = this.deps.now() - shown.readAt;
    if (why === 'news' && age < NEWS_EVERY_MS) {
      this.#newsTimer ??= setTimeout(() => {
        this.#newsTimer = undefined;
        void this.look('news');
      }, NEWS_EVERY_MS - age);
      return;
    }
    if (why !== 'news' && !reloaded && age < STALE_AFTER_MS) return;
    this.#reading = pageOf(tab);
    const outcome = await this.deps.read(tab.tabId, url, shown.mode).catch(toUnreachable);
    if (stale()) return;
    this.#reading = null;
    shown.readAt = this.deps.now();
    const fresh = outcome instanceof PageUnreachableError || !outcome?.ok ? null : outcome.value;
    if (fresh?.ticketId === before.ticketId && fresh.deskKey === before.deskKey) {
      this.deps.onRead(url, ok(fresh));
      const newMessages = Math.max(0, fresh.messages.length - shown.messagesAtFirst);
      this.#set({ ticket: fresh, newMessages });
      if (reloaded) this.#watch(tab.tabId, fresh);
    } else if (reloaded) {
      // Nobody asked for the other readings: when they fail, what is shown is still the ticket in front.
      this.#leave();
      this.#conclude(tab, url, shown.mode, outcome, allowed);
    }
  }

  async #visit(tab: FrontTab, url: URL | null, why: Why): Promise<void> {
    const stale = this.#begin();
    this.#leave();
    if (!url) return this.#set({ front: { kind: 'no-access', url: null, byPolicy: false } });
    const located = this.deps.locate(url);
    if (!located && why !== 'any') return this.#set({ front: { kind: 'not-a-ticket', url: url.href } });
    this.#reading = pageOf(tab);
    this.#changedWhileReading = false;
    this.#set({ front: { kind: 'reading', ticketId: located?.ticketId ?? '' } });
    const mode = why === 'any' ? why : undefined;
    const outcome = await this.deps.read(tab.tabId, url, mode).catch(toUnreachable);
    if (stale()) return;
    this.#reading = null;
    const failed = outcome instanceof PageUnreachableError || (outcome !== null && !outcome.ok);
    // A page that was still loading when it was asked gets a second chance.
    if (failed && this.#changedWhileReading) return this.look(mode ?? 'again');
    const now = await this.deps.frontTab();
    if (stale() || !now || pageOf(now) !== pageOf(tab)) return;
    const allowed = await this.deps.isAllowed(url);
    if (stale()) return;
    this.#conclude(tab, url, mode, outcome, allowed);
  }

  #conclude(
    tab: FrontTab,
    url: URL,
    mode: 'any' | undefined,
    outcome: ReadOutcome | PageUnreachableError,
    allowed: boolean,
  ): void {
    const unreachable = outcome instanceof PageUnreachableError;
    if (!unreachable) this.deps.onRead(url, outcome);
    if (unreachable || !outcome?.ok) {
      this.#set({ front: frontWithoutTicket(url.href, outcome) });
      return;
    }
    const ticket = outcome.value;
    this.#shown = { url: url.href, mode, readAt: this.deps.now(), messagesAtFirst: ticket.messages.length };
    this.#set({
      front: { kind: 'ticket', tabId: tab.tabId, url: url.href, allowed },
      ticket,
      newMessages: 0,
    });
    this.#watch(tab.tabId, ticket);
  }

  #watch(tabId: number, ticket: ReadTicket): void {
    try {
      this.#stopWatching = this.deps.watch(tabId, ticket.desk, {
        news: () => void this.look('news'),
        gone: () => {
          this.#stopWatching = null;
        },
      });
    } catch {
      // The tab went away in this very moment; the next look finds out.
    }
  }
}

function frontWithoutTicket(
  url: string,
  outcome: PageUnreachableError | Exclude<ReadOutcome, { ok: true }>,
): Front {
  if (outcome instanceof PageUnreachableError) return { kind: 'no-access', url, byPolicy: outcome.byPolicy };
  return outcome ? { kind: 'failed', url, error: outcome.error } : { kind: 'not-a-ticket', url };
}

const pageOf = (tab: FrontTab): string => `${tab.tabId} ${tab.url}`;

const toUnreachable = (cause: unknown): PageUnreachableError =>
  cause instanceof PageUnreachableError ? cause : new PageUnreachableError(String(cause));
