import { Inbox } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { FrontNotice } from '@/components/ticket/front-notice';
import { useFrontTicket } from '@/components/ticket/use-front-ticket';
import { EmptyState } from '@/components/ui/empty-state';
import { currentWindowId } from '@/lib/browser/tabs';
import { isDraft } from '@/lib/escalation/transitions';
import { send } from '@/lib/messages/send';
import type { Severity } from '@/lib/playbook/playbook';
import { ErrorBoundary } from './error-boundary';
import { KeysDialog } from './keys-dialog';
import { usePanelStore } from './panel-store';
import { SearchOverlay } from './search-overlay';
import { useEscalation } from './use-escalation';
import { useKeys } from './use-keys';
import { usePlaybook } from './use-playbook';
import { useSelections } from './use-selections';
import { Walk } from './walk';

const ContactsDialog = lazy(() =>
  import('@/components/knowledge/contacts-dialog').then((it) => ({ default: it.ContactsDialog })),
);

function useWindowId(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    void currentWindowId().then(setWindowId);
  }, []);
  return windowId;
}

/** The side panel of one window: follows its front tab and keeps the last ticket while another page is in front. */
export function Panel() {
  const windowId = useWindowId();
  const playbook = usePlaybook();
  const { front, ticket, newMessages, read } = useFrontTicket(windowId);
  const { escalation, patch, saved, saveError } = useEscalation(ticket);
  const { search, keysShown, showKeys, contactsShown, showContacts, openSearch, goTo, askCapture } =
    usePanelStore();
  const [revision, setRevision] = useState(0);
  const shownTabId = front.kind === 'ticket' ? front.tabId : null;

  useSelections(windowId, {
    escalation,
    patch,
    busy: front.kind === 'starting' || front.kind === 'reading',
    shownTabId,
    onSearch: openSearch,
    onAdded: () => {
      setRevision((count) => count + 1);
      goTo('describe');
    },
    onCapture: () => {
      goTo('describe');
      askCapture(escalation !== undefined && isDraft(escalation.state));
    },
    onReadAny: () => read('any'),
  });

  const draft = escalation !== undefined && isDraft(escalation.state);
  const chooseSeverity = useCallback(
    (level: Severity) => {
      if (draft) patch({ severity: level, loweredBecause: '' });
    },
    [draft, patch],
  );
  useKeys(chooseSeverity);

  const deskKey = front.kind === 'ticket' ? (ticket?.deskKey ?? null) : null;
  useEffect(() => {
    // Notes that wait for a page of this desk can go now.
    if (deskKey) void send('nudgeOutbox', { deskKey });
  }, [deskKey]);

  const notice = <FrontNotice front={front} shown={ticket?.number ?? null} onRead={read} />;
  return (
    <div className="relative flex h-dvh min-w-0 flex-col overflow-hidden">
      <ErrorBoundary resetKey={escalation?.id ?? front.kind}>
        {search ? (
          <SearchOverlay escalation={escalation} ticket={ticket} patch={patch} />
        ) : ticket && escalation && front.kind !== 'reading' ? (
          <Walk
            key={escalation.id}
            escalation={escalation}
            ticket={ticket}
            tabId={shownTabId}
            patch={patch}
            saved={saved}
            saveError={saveError}
            revision={revision}
            notice={notice}
            newMessages={newMessages}
          />
        ) : front.kind === 'reading' || front.kind === 'starting' || (ticket && !escalation) ? (
          <Reading />
        ) : (
          <main className="p-3.5">
            <h1 className="sr-only">Baton</h1>
            <EmptyState icon={<Inbox size={20} />} title="Open a ticket">
              Baton stands beside the ticket that is open in this window and hands it to engineering.
            </EmptyState>
            {notice}
          </main>
        )}
      </ErrorBoundary>
      {keysShown ? <KeysDialog onClose={() => showKeys(false)} /> : null}
      <Suspense>
        {contactsShown ? (
          <ContactsDialog contacts={playbook.contacts} onClose={() => showContacts(false)} />
        ) : null}
      </Suspense>
    </div>
  );
}

/** The shape of a ticket while it is read; never the previous ticket's words. */
function Reading() {
  return (
    <div role="status" className="border-b border-line bg-card p-3.5">
      <h1 className="sr-only">Reading the ticket…</h1>
      <div className="h-3 w-24 rounded-sm bg-sunk" />
      <div className="mt-3 h-4 w-4/5 rounded-sm bg-sunk" />
      <div className="mt-2 h-3 w-1/2 rounded-sm bg-sunk" />
    </div>
  );
}
