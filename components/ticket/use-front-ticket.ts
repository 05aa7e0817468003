import { useCallback, useEffect, useRef, useState } from 'react';
import { askPage } from '@/lib/browser/page';
import { hasOrigins, onPermissionsChanged, toOriginPattern } from '@/lib/browser/permissions';
import { frontTab, onFrontTabChanged } from '@/lib/browser/tabs';
import { locateTicket, readTicket } from '@/lib/ticket/read-ticket';
import type { Ticket } from '@/lib/ticket/ticket';
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

/** Follows the active tab of this window. A read that ends after the agent moved on is thrown away. */
export function useFrontTicket(windowId: number | null): FrontTicket {
  const [front, setFront] = useState<Front>({ kind: 'starting' });
  const [ticket, setTicket] = useState<Ticket | null>(null);
  /** Counts up with every look at the tab: an older look may not answer any more. */
  const generation = useRef(0);
  const looks = useRef(0);
  /** The page being read: the browser reports one navigation several times, and the desk is asked once. */
  const reading = useRef<string | null>(null);
  const changedWhileReading = useRef(false);
  /** The address whose ticket is shown: the same address is not read twice. */
  const shownUrl = useRef<string | null>(null);

  const look = useCallback(
    async (mode?: 'any' | 'again') => {
      if (windowId === null) return;
      looks.current += 1;
      const turn = looks.current;
      const tab = await frontTab(windowId);
      // What the agent asked for is done in any case; of what the browser reports, only the latest.
      if (!tab || (mode === undefined && turn !== looks.current)) return;
      const page = `${tab.tabId} ${tab.url}`;
      if (mode === undefined && reading.current === page) {
        changedWhileReading.current = true;
        return;
      }
      generation.current += 1;
      const mine = generation.current;
      const stale = () => mine !== generation.current;
      const show = (next: Front) => {
        if (!stale()) setFront(next);
      };
      reading.current = null;
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
      reading.current = page;
      changedWhileReading.current = false;
      show({ kind: 'reading', ticketId: located?.ticketId ?? '' });
      const ask = (readerId: string, request: object) => askPage(tab.tabId, readerId, request);
      const answer = await readTicket(url, ask, mode === 'any' ? mode : undefined).catch(
        () => 'unreachable' as const,
      );
      if (stale()) return;
      reading.current = null;
      const failed = answer === 'unreachable' || (answer !== null && !answer.ok);
      // A page that was still loading when it was asked gets a second chance.
      if (failed && changedWhileReading.current) return look(mode ?? 'again');
      const now = await frontTab(windowId);
      if (stale() || now?.tabId !== tab.tabId || now.url !== tab.url) return;
      const allowed = await hasOrigins([toOriginPattern(url)]);
      if (stale()) return;
      if (answer === 'unreachable') return show({ kind: 'no-access', url: url.href });
      if (answer === null) return show({ kind: 'not-a-ticket', url: url.href });
      if (!answer.ok) return show({ kind: 'failed', url: url.href, error: answer.error });
      shownUrl.current = url.href;
      setTicket(answer.value);
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
