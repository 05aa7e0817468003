import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox, Settings } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button, IconButton } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { useSetting } from '@/components/ui/use-setting';
import { openSidePanel } from '@/lib/browser/side-panel';
import { currentWindowId } from '@/lib/browser/tabs';
import { owesReport } from '@/lib/escalation/completion';
import { listDrafts, listPending, loadEscalation } from '@/lib/escalation/store';
import { send } from '@/lib/messages/send';
import { listBlocked, listOpen } from '@/lib/outbox/store';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { PendingRow } from './pending-row';

/** Everything handed off that has not ended: what I owe first, then what I wait for, then what I began. */
export function PendingPopup() {
  const policy = useSetting(storedPlaybook) ?? null;
  const playbook = useMemo(() => toPlaybook(policy), [policy]);
  const [windowId, setWindowId] = useState<number | null>(null);
  const data = useLiveQuery(async () => {
    const [pending, drafts, blocked, open] = await Promise.all([
      listPending(),
      listDrafts(),
      listBlocked(),
      listOpen(),
    ]);
    // What is blocked beside a draft or a prevented ticket is owed as well.
    const listed = new Set(pending.map(({ id }) => id));
    const ids = new Set(blocked.map(({ escalationId }) => escalationId).filter((id) => !listed.has(id)));
    const others = (await Promise.all([...ids].map(loadEscalation))).filter((entry) => entry !== undefined);
    return { pending, drafts, others, deliveries: [...blocked, ...open] };
  });

  useEffect(() => {
    // Known before the click: an await inside it would lose the gesture that opening the panel needs.
    void currentWindowId().then(setWindowId);
    void send('refreshStages', undefined).catch(() => undefined);
  }, []);

  const openPanel = () => {
    if (windowId === null) return;
    void openSidePanel(windowId).then(() => window.close());
  };
  const stuck = (id: string) =>
    data?.deliveries.filter((row) => row.escalationId === id && (row.state === 'blocked' || row.error)) ?? [];
  const owed = [
    ...(data?.pending.filter(
      (entry) =>
        entry.unconfirmed ||
        owesReport(entry, playbook) ||
        stuck(entry.id).some((row) => row.state === 'blocked'),
    ) ?? []),
    ...(data?.others ?? []),
  ];
  const waiting = data?.pending.filter((entry) => !owed.includes(entry)) ?? [];
  const begun = (data?.drafts ?? []).filter((entry) => !owed.some(({ id }) => id === entry.id));
  const groups = [
    { title: 'You owe', entries: owed },
    { title: 'Waiting for engineering', entries: waiting },
    { title: 'Early signals, watched', entries: begun.filter(({ earlySignal }) => earlySignal) },
    {
      title: 'Begun, not handed off',
      entries: begun.filter(({ earlySignal }) => !earlySignal).slice(0, 5),
    },
  ].filter((group) => group.entries.length > 0);
  return (
    <main className="flex max-h-[600px] w-[380px] max-w-full flex-col">
      <title>Pending escalations</title>
      <header className="flex items-center gap-2 border-b border-line bg-card px-3.5 py-2.5">
        <h1 className="text-[14px] font-bold">Pending</h1>
        {data ? <Chip>{data.pending.length} open</Chip> : null}
        <span className="flex-1" />
        <Button size="sm" onClick={openPanel} disabled={windowId === null}>
          Open beside ticket
        </Button>
        <IconButton label="Settings" onClick={() => void browser.runtime.openOptionsPage()}>
          <Settings size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        {groups.map(({ title, entries }) => (
          <section key={title}>
            <h2 className="flex gap-1.5 px-3.5 pt-2.5 pb-1.5 text-meta font-bold text-ink-2">
              {title} <span className="font-normal text-ink-3">{entries.length}</span>
            </h2>
            <ul className="divide-y divide-line border-y border-line">
              {entries.map((entry) => (
                <PendingRow
                  key={entry.id}
                  escalation={entry}
                  playbook={playbook}
                  stuck={stuck(entry.id)}
                  owed={owed.includes(entry)}
                />
              ))}
            </ul>
          </section>
        ))}
        {data && groups.length === 0 ? (
          <EmptyState icon={<Inbox size={20} />} title="Nothing is pending">
            Open a ticket, then press “Open beside ticket”. What you hand off stays listed here until
            engineering is done with it.
          </EmptyState>
        ) : null}
      </div>
    </main>
  );
}
