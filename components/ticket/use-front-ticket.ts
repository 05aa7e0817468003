import { useCallback, useEffect, useRef, useState } from 'react';
import { askPage } from '@/lib/browser/page';
import { hasOrigins, onPermissionsChanged, toOriginPattern } from '@/lib/browser/permissions';
import { frontTab, onFrontTabChanged } from '@/lib/browser/tabs';
import { locateTicket } from '@/lib/ticket/read-ticket';
import { type Ticket, TicketSchema } from '@/lib/ticket/ticket';
import type { ReadError } from '@/lib/ticket/ticket-reader';

/** What the tab in front of this window is to Baton. */
export type Front =
  | { readonly kind: 'starting' }
  /** Baton may not see the tab; `url` is known only when the browser tells. */
  | { readonly kind: 'no-access'; readonly url: string | null }
  | { readonly kind: 'not-a-ticket'; readonly url: string }
  | { readonly kind: 'reading'; readonly ticketId: string }
  | { readonly kind: 'failed'; readonly url: string; readonly error: ReadError }
  | { readonly kind: 'ticket'; readonly tabId: number; readonly url: string; readonly allowed: boolean };

export interface FrontTicket {
  readonly front: Front;
  /** The ticket of the front tab, else the last one that was read; null before the first. */
  readonly ticket: Ticket | null;
  readonly windowId: number | null;
  /** Reads again; `any` also reads a page no reader recognises, as an unknown desk. */
  readonly read: (mode?: 'any') => void;
}

interface ReadAnswer {
  readonly ok: boolean;
  readonly ticket?: unknown;
  readonly error?: ReadError;
}

const UNREADABLE: ReadError = {
  kind: 'changed-layout',
  detail: 'This page answered with something Baton does not understand.',
};

/** Follows the active tab of this window. A read that ends after the agent moved on is thrown away. */
export function useFrontTicket(windowId: number | null): FrontTicket {
  const [front, setFront] = useState<Front>({ kind: 'starting' });
  const [ticket, setTicket] = useState<Ticket | null>(null);
  /** Counts up with every look at the tab: an older look may not answer any more. */
  const generation = useRef(0);
  /** The address whose ticket is shown: the same address is not read twice. */
  const shownUrl = useRef<string | null>(null);

  const look = useCallback(
    async (mode?: 'any' | 'again') => {
      if (windowId === null) return;
      generation.current += 1;
      const mine = generation.current;
      const stale = () => mine !== generation.current;
      const show = (next: Front) => {
        if (!stale()) setFront(next);
      };
      const tab = await frontTab(windowId);
      if (stale() || !tab) return;
      const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
      if (!url) return show({ kind: 'no-access', url: null });
      if (mode === undefined && shownUrl.current === url.href) {
        const allowed = await hasOrigins([toOriginPattern(url)]);
        return show({ kind: 'ticket', tabId: tab.tabId, url: url.href, allowed });
      }
      const located = locateTicket(url);
      if (!located && mode !== 'any') {
        shownUrl.current = null;
        return show({ kind: 'not-a-ticket', url: url.href });
      }
      shownUrl.current = null;
      show({ kind: 'reading', ticketId: located?.ticketId ?? '' });
      const answer = await readPage(tab.tabId);
      const now = await frontTab(windowId);
      if (stale() || now?.tabId !== tab.tabId || now.url !== tab.url) return;
      const allowed = await hasOrigins([toOriginPattern(url)]);
      if (stale()) return;
      if (answer === 'unreachable') return show({ kind: 'no-access', url: url.href });
      if (answer instanceof Error) return show({ kind: 'failed', url: url.href, error: UNREADABLE });
      if ('kind' in answer) return show({ kind: 'failed', url: url.href, error: answer });
      shownUrl.current = url.href;
      setTicket(answer);
      show({ kind: 'ticket', tabId: tab.tabId, url: url.href, allowed });
    },
    [windowId],
  );

  useEffect(() => {
    if (windowId === null) return;
    void look();
    const stops = [onFrontTabChanged(windowId, () => void look()), onPermissionsChanged(() => void look())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [windowId, look]);

  const read = useCallback((mode?: 'any') => void look(mode ?? 'again'), [look]);
  return { front, ticket, windowId, read };
}

async function readPage(tabId: number): Promise<Ticket | ReadError | Error | 'unreachable'> {
  let answer: ReadAnswer;
  try {
    answer = (await askPage(tabId, { to: 'baton-page', type: 'read' })) as ReadAnswer;
  } catch {
    return 'unreachable';
  }
  if (answer?.error && typeof answer.error.detail === 'string') return answer.error;
  const parsed = TicketSchema.safeParse(answer?.ticket);
  return parsed.success ? parsed.data : new Error('unreadable answer');
}
