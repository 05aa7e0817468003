import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFindings } from '@/components/app/use-findings';
import { closeDatabase, database } from '@/lib/db/database';
import { applyPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { newEscalation } from '@/lib/escalation/new-escalation';
import { KnowledgeSearch } from '@/lib/knowledge/index/knowledge-search';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { MemoryBlockStore } from '@/lib/knowledge/search/block-store';
import { IndexWriter } from '@/lib/knowledge/search/index-writer';
import { Searcher } from '@/lib/knowledge/search/searcher';
import type { SearchClient } from '@/lib/knowledge/search-client';
import { newSourceState } from '@/lib/knowledge/source-state';
import { toTicketQuery } from '@/lib/knowledge/ticket-query';
import { toSearchRecord } from '@/lib/knowledge/to-search-record';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aMessage, aTicket } from '@/tests/factories';
import { aBug, aCard, aFiller, anArticle } from '@/tests/knowledge-factories';
import { KnownMatches } from './known-matches';
import { useKnown } from './use-known';

const ticket = aTicket({
  subject: 'CSV export stops with error E-4102',
  messages: [aMessage({ text: 'Passengers by route stops at 42 %, error E-4102 on /reports.' })],
  customFields: [{ name: 'Component', value: 'Gantry' }],
});
const query = toTicketQuery(ticket);

/** The real engine over memory. */
async function clientOver(records: readonly StoredRecord[]): Promise<SearchClient & { changed: () => void }> {
  const blocks = new MemoryBlockStore();
  if (records.length > 0) await new IndexWriter(blocks).apply({ put: records.map(toSearchRecord) });
  const byKey = new Map(records.map((record) => [record.recordKey, record]));
  const search = new KnowledgeSearch(new Searcher(blocks), async (keys) =>
    keys.flatMap((key) => byKey.get(key) ?? []),
  );
  const listeners = new Set<() => void>();
  return {
    findKnown: (asked) => search.findKnown(asked),
    search: (text, filter, from, count) => search.search(text, filter, from, count),
    countLabels: () => search.countLabels(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed: () => {
      for (const listener of listeners) listener();
    },
  };
}

const fillers = Array.from({ length: 30 }, (_, at) => aFiller(at));
const everything = [aBug(), anArticle(), aCard(), ...fillers];
let shown: Escalation;

function Screen({ client, start }: { client: SearchClient; start: Escalation }) {
  const [draft, setDraft] = useState(start);
  const { known, again } = useKnown(client, query, true);
  const { escalation, patch } = useFindings(
    draft,
    { ticket, playbook: defaultPlaybook, query, known, similar: null },
    async (change) => {
      setDraft((before) => applyPatch(before, change, before.updatedAt + 1));
    },
  );
  shown = escalation;
  return (
    <>
      <KnownMatches
        ticket={ticket}
        escalation={escalation}
        client={client}
        known={known}
        again={again}
        patch={patch}
        onSearch={() => undefined}
        onRead={() => undefined}
      />
      <textarea aria-label="typing" />
    </>
  );
}

const show = async (client: SearchClient) =>
  render(<Screen client={client} start={await newEscalation(ticket, 1)} />);
const row = (title: RegExp) => screen.getByRole('article', { name: title });

beforeEach(async () => {
  await database().delete();
  closeDatabase();
});
afterEach(cleanup);

describe('KnownMatches', () => {
  it('shows each kind with title, status and reason, and the first one open', async () => {
    await show(await clientOver(everything));
    const bug = await screen.findByRole('article', { name: /CSV export stops/ });
    expect(bug).toHaveTextContent('In progress');
    expect(bug).toHaveTextContent('14 reports');
    expect(bug).toHaveTextContent('same error E-4102');
    expect(within(bug).getByRole('button', { name: /Use it/ })).toBeInTheDocument();
    expect(within(row(/Exporting a report/)).queryByRole('button', { name: /Use it/ })).toBeNull();
    expect(screen.getByText('33 records', { exact: false })).toBeInTheDocument();
    await userEvent.click(within(row(/Exporting a report/)).getByRole('button'));
    expect(within(row(/Exporting a report/)).getByRole('button', { name: /Use it/ })).toBeInTheDocument();
    expect(within(bug).queryByRole('button', { name: /Use it/ })).toBeNull();
  });

  it('rules out by key but never while typing, folds the row away and takes it back', async () => {
    await show(await clientOver(everything));
    await screen.findByRole('article', { name: /CSV export stops/ });
    await userEvent.type(screen.getByLabelText('typing'), 'nun');
    expect(shown.verdicts ?? []).toEqual([]);
    await userEvent.click(document.body);
    await userEvent.keyboard('n');
    expect(screen.queryByRole('article', { name: /CSV export stops/ })).toBeNull();
    expect(shown.verdicts).toMatchObject([{ key: 'APP-512', title: 'CSV export stops on large reports' }]);
    expect(shown.checks['known-bugs']).toMatchObject({ status: 'done' });
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(await screen.findByRole('article', { name: /CSV export stops/ })).toBeInTheDocument();
    expect(shown.checks['known-bugs']).toMatchObject({ status: 'open' });
  });

  it('puts what a card asks for on the checklist, and keeps nothing before the agent does something', async () => {
    const patched = vi.fn();
    const client = await clientOver(everything);
    function Quiet({ start }: { start: Escalation }) {
      const { known } = useKnown(client, query, true);
      const sources = { ticket, playbook: defaultPlaybook, query, known, similar: null };
      shown = useFindings(start, sources, async (change) => patched(change)).escalation;
      return null;
    }
    render(<Quiet start={await newEscalation(ticket, 1)} />);
    await waitFor(() => expect(shown.cards).toMatchObject([{ collect: 'The export id' }]));
    expect(shown.checks.knowledge?.note).toContain('Exporting a report');
    expect(patched).not.toHaveBeenCalled();
  });

  it('shows a card with its completeness, and the question to engineering where a part has none', async () => {
    await show(await clientOver(everything));
    const card = await screen.findByRole('article', { name: /Passengers by route/ });
    expect(card).toHaveTextContent('2 of 11');
    expect(await screen.findByText(/No handoff card for/)).toHaveTextContent('Gantry');
    cleanup();
    await show(await clientOver([aBug(), ...fillers]));
    await screen.findByRole('article', { name: /CSV export stops/ });
    expect(screen.queryByText(/No handoff card for/)).toBeNull();
  });

  it('says when nothing matches, when no source is connected, and while it is still taking in', async () => {
    await show(await clientOver(fillers));
    expect(await screen.findByText(/searched 30 records/)).toBeInTheDocument();
    cleanup();
    await show(await clientOver([]));
    expect(await screen.findByText(/No knowledge source is connected/)).toBeInTheDocument();
    cleanup();
    await database().sourceStates.put({ ...newSourceState('c'), phase: 'running', done: 1204 });
    await show(await clientOver([]));
    expect(await screen.findByText(/1,204 records so far/)).toBeInTheDocument();
  });

  it('says when the search fails, asks again when told to, and by itself once records changed', async () => {
    const client = await clientOver(everything);
    let fails = true;
    const flaky = {
      ...client,
      findKnown: vi.fn((asked: typeof query) =>
        fails ? Promise.reject(new Error('The search did not answer.')) : client.findKnown(asked),
      ),
    };
    await show(flaky);
    expect(await screen.findByText(/could not be searched: The search did not answer/)).toBeInTheDocument();
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('article', { name: /CSV export stops/ });
    const asked = flaky.findKnown.mock.calls.length;
    client.changed();
    await waitFor(() => expect(flaky.findKnown.mock.calls.length).toBe(asked + 1));
  });
});
