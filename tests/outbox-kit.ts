import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeDatabase, database } from '@/lib/db/database';
import type { Escalation } from '@/lib/escalation/escalation';
import { toIssueKey } from '@/lib/escalation/issue-key';
import { toEscalationId } from '@/lib/escalation/new-escalation';
import { saveFile } from '@/lib/evidence/store';
import { saveTracker } from '@/lib/outbox/connect-tracker';
import type { Delivery } from '@/lib/outbox/delivery';
import { handOff } from '@/lib/outbox/hand-off';
import { drainOutbox } from '@/lib/outbox/outbox';
import { previewIssue } from '@/lib/outbox/preview';
import { nextWakeAt } from '@/lib/outbox/store';
import { deleteAllSecrets } from '@/lib/settings/secrets';
import { answerPageRequest } from '@/lib/ticket/page-messages';
import { parsePageRequest } from '@/lib/ticket/page-request';
import { zammad } from '@/lib/ticket/readers/zammad/zammad';
import { aReadyEscalation } from './factories';
import { killableWorker, lockManager, realFetch } from './killable-worker';
import { type Sites, startSites } from './sites';

/**
 * The background worker's outbox with the real Redmine and Zammad adapters over HTTP against the demo sites. Only what
 * Node lacks is stood in for. Time is set by hand; the worker can be killed at any boundary (each request, before and
 * after, and each transaction).
 */
export async function startOutboxWorld() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 23, 10) });
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: lockManager() });
  closeDatabase();
  await deleteAllSecrets();
  await database().delete();
  closeDatabase();
  const sites = await startSites();
  const worker = killableWorker();
  const badge = { text: '' };
  vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockImplementation(async () => undefined);
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(async (details) => {
    badge.text = String((details as { text: string }).text);
  });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => false);
  const page = deskPage(sites);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => page.tabs as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, request: unknown) => {
    worker.pass('note before');
    const answer = await page.answer(request);
    worker.pass('note after');
    return answer;
  }) as never);
  vi.stubGlobal('fetch', worker.fetch);
  const connect = (apiKey = sites.tracker.apiKey, connectionId: string | null = null) =>
    saveTracker({
      connectionId,
      trackerId: 'redmine',
      config: { url: sites.tracker.url, apiKey, project: 'app', trackerName: 'Bug', formatting: 'textile' },
    });
  const connected = await connect();
  if (!connected.ok) throw new Error(connected.error.message);

  const world = {
    sites,
    worker,
    page,
    badge,
    connect,
    connectionId: connected.value.connectionId,
    /** A draft of the demo ticket with nothing missing, with one file when `file` is given. */
    async draft(ticketId = '1', file?: string): Promise<Escalation> {
      const deskKey = `zammad ${sites.desk.url}`;
      const base = await aReadyEscalation();
      const ticketKey = `${deskKey}#${ticketId}`;
      const escalation: Escalation = {
        ...base,
        id: toEscalationId(ticketKey),
        ticketKey,
        issueKey: await toIssueKey(deskKey, ticketId, 1),
        ticket: { ...base.ticket, deskKey, ticketId, url: sites.desk.ticketUrl(Number(ticketId)) },
      };
      await database().escalations.put(escalation);
      if (file !== undefined) await world.addFile(escalation, file);
      return escalation;
    },
    addFile: (escalation: Escalation, text: string, name = 'console.log') =>
      saveFile({
        escalationId: escalation.id,
        attachmentId: '',
        name,
        type: 'text/plain',
        bytes: new Blob([text], { type: 'text/plain' }),
      }),
    /** As the panel does: look, then hand off what was seen. */
    async handOff(escalation: Escalation) {
      const preview = await previewIssue(escalation.id);
      return preview.ok ? handOff(escalation.id, preview.value.hash) : preview;
    },
    advance: (ms: number) => vi.setSystemTime(Date.now() + ms),
    /** Wakes the worker whenever an alarm would, until nothing waits any more; at most `wakes` times. */
    async runToEnd(wakes = 30): Promise<number> {
      for (let wake = 0; wake < wakes; wake += 1) {
        await drainOutbox();
        const at = await nextWakeAt();
        if (at === null) return wake;
        vi.setSystemTime(Math.max(Date.now(), at) + 1);
      }
      return wakes;
    },
    escalation: async (id: string) => (await database().escalations.get(id)) as Escalation,
    async row(escalationId: string, kind: Delivery['payload']['kind'] = 'issue'): Promise<Delivery> {
      const rows = await database().deliveries.where('escalationId').equals(escalationId).toArray();
      const found = rows.find((row) => row.payload.kind === kind);
      if (!found) throw new Error(`There is no row for the ${kind}.`);
      return found;
    },
    /** Internal notes of Baton on the demo ticket. */
    notes: (ticketId = 1) =>
      sites.desk.articles(ticketId).filter((article) => article.body.includes('Handed over to engineering')),
    async close() {
      worker.revive();
      vi.useRealTimers();
      vi.unstubAllGlobals();
      await sites.close();
    },
  };
  return world;
}

export type OutboxWorld = Awaited<ReturnType<typeof startOutboxWorld>>;

/** An open page of the demo desk, logged in; it is no part of the worker and outlives it. */
function deskPage(sites: Sites) {
  const fetchAsPage = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const entry = await realFetch(sites.desk.url);
    const cookie = (entry.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return realFetch(new URL(String(input), sites.desk.url), {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Cookie: cookie },
    });
  };
  return {
    tabs: [{ id: 1, url: sites.desk.ticketUrl(2), discarded: false }],
    answer: (message: unknown) => {
      const request = parsePageRequest(structuredClone(message));
      if (!request) throw new Error('This is no request of a page script.');
      const page = {
        url: new URL(sites.desk.ticketUrl(2)),
        document: undefined as never,
        fetch: fetchAsPage,
        signal: new AbortController().signal,
        selection: '',
      };
      return answerPageRequest(request, page, zammad);
    },
  };
}
