import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { SavedSelection, SelectionAction } from '@/lib/selection/selection';
import { listSelections, takeSelection } from '@/lib/selection/store';
import { MINUTE_MS } from '@/lib/std/time';

interface Target {
  readonly escalation: Escalation | undefined;
  readonly patch: (patch: DraftPatch) => Promise<void>;
  /** True while the front tab is being read: the selection waits for its ticket. */
  readonly busy: boolean;
  /** The tab whose ticket is shown; null while the front tab is no ticket. */
  readonly shownTabId: number | null;
  readonly onSearch: (query: string) => void;
  readonly onAdded: (field: string) => void;
  /** A picture of the tab is wanted; the panel itself takes it, with the grant that came with the menu. */
  readonly onCapture: () => void;
  /** Reads a page no reader knows, so that a selection there can start a draft. */
  readonly onReadAny: () => void;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'a page');

/** What goes into a field of the report. */
type FieldAction = Exclude<SelectionAction, 'search' | 'capture'>;

/** Appends to what stands there: a selection never overwrites. */
function toPatch(escalation: Escalation, selection: SavedSelection, action: FieldAction): DraftPatch {
  const field = action === 'escalate' ? 'quote' : action;
  const before = escalation.report[field];
  const source = `selection on ${hostOf(selection.url)}`;
  // Stored already, by a panel that was closed before it could take the selection.
  if (before.source === source && before.value.endsWith(selection.text)) return {};
  const prefilled = before.source !== '' && !before.source.startsWith('selection');
  const value = before.value && !prefilled ? `${before.value}\n${selection.text}` : selection.text;
  return { [`report.${field}`]: { value, source } };
}

/** Takes selections the context menu has saved for this window and puts each into the draft that is shown. */
export function useSelections(windowId: number | null, target: Target): void {
  const waiting = useLiveQuery(
    async () => (windowId === null ? [] : listSelections(windowId)),
    [windowId],
    [] as SavedSelection[],
  );
  const next = waiting[0];
  const asked = useRef<number | null>(null);
  const adding = useRef<number | null>(null);
  useEffect(() => {
    if (next?.id === undefined || target.busy) return;
    const { id } = next;
    if (next.action === 'search') {
      void takeSelection(id).then((mine) => mine && target.onSearch(next.text));
      return;
    }
    const { escalation } = target;
    const wrongTicket = next.action === 'escalate' && target.shownTabId !== next.tabId;
    if (!escalation || wrongTicket) {
      if (asked.current === id) return;
      asked.current = id;
      return target.onReadAny();
    }
    if (adding.current === id) return;
    adding.current = id;
    const { action } = next;
    if (action === 'capture') {
      // A wish of long ago, left by a panel that did not open, would meet another page.
      const fresh = Date.now() - next.at < MINUTE_MS;
      void takeSelection(id).then((mine) => mine && fresh && target.onCapture());
      return;
    }
    // Stored first, taken after: a panel that is closed in between finds the selection again.
    void target
      .patch(toPatch(escalation, next, action))
      .then(() => takeSelection(id))
      .then(() => target.onAdded(action));
  }, [next, target]);
}
