import { useCallback, useEffect, useRef, useState } from 'react';
import { askPage, watchPage } from '@/lib/browser/page';
import { hasOrigins, onPermissionsChanged, toOriginPattern } from '@/lib/browser/permissions';
import { frontTab, onFrontTabChanged } from '@/lib/browser/tabs';
import { deskById } from '@/lib/ticket/desks';
import { locateTicket, readTicket } from '@/lib/ticket/read-ticket';
import { saveFailure, saveRead } from '@/lib/ticket/store';
import { type FrontState, FrontTracker, type ReadOutcome } from './front-tracker';

export interface FrontTicket extends FrontState {
  /** Reads again; `any` also reads a page no reader recognises, as an unknown desk. */
  readonly read: (mode?: 'any') => void;
}

/** Reader health and the tickets seen. They serve later searches: a full disk must not keep the ticket from showing. */
function keepOutcome(url: URL, outcome: ReadOutcome): void {
  const place = locateTicket(url);
  const now = Date.now();
  const saved = outcome?.ok
    ? saveRead(outcome.value, outcome.value.fromPage === true, now)
    : outcome && place
      ? saveFailure(place.deskKey, place.readerId, outcome.error, now)
      : null;
  saved?.catch(() => undefined);
}

const START: FrontState = { front: { kind: 'starting' }, ticket: null, newMessages: 0 };

/** The ticket of this window's front tab, as it is now. */
export function useFrontTicket(windowId: number | null): FrontTicket {
  const [state, setState] = useState(START);
  const tracker = useRef<FrontTracker | null>(null);

  useEffect(() => {
    if (windowId === null) return;
    const current = new FrontTracker({
      frontTab: () => frontTab(windowId),
      locate: (url) => locateTicket(url),
      read: (tabId, url, mode) => readTicket(url, (script, request) => askPage(tabId, script, request), mode),
      isAllowed: (url) => hasOrigins([toOriginPattern(url)]),
      watch: (tabId, deskId, on) => watchPage(tabId, deskById(deskId)?.script ?? deskId, on),
      now: Date.now,
      onChange: setState,
      onRead: keepOutcome,
    });
    tracker.current = current;
    void current.look();
    const look = () => void current.look();
    const stops = [onFrontTabChanged(windowId, look), onPermissionsChanged(look)];
    return () => {
      for (const stop of stops) stop();
      current.stop();
    };
  }, [windowId]);

  const read = useCallback((mode?: 'any') => void tracker.current?.look(mode ?? 'again'), []);
  return { ...state, read };
}
