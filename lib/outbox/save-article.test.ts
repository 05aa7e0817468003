// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/database';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import { publishedIn } from '@/lib/knowledge/mask-change';
import { fakeGitHub } from '@/lib/knowledge/sources/github-files/fixtures/fake-github';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { saveSecrets } from '@/lib/settings/secrets';
import { sourceConnections } from '@/lib/settings/settings';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { listWritableSources } from './deliver-article';
import { UNDO_MS } from './delivery';
import { drainOutbox } from './outbox';
import { saveArticle, undoArticle } from './save-article';

const TOKEN = 'github_pat_0123456789';
const config = {
  url: 'https://github.com',
  repository: 'acme/handbook',
  folder: 'docs',
  audience: 'internal',
};
const change: ArticleChange = {
  kind: 'add',
  title: 'Export stops',
  markdown: '## Issue\n\nIt stops.',
  audience: 'internal',
  labels: [],
};

let world: OutboxWorld;
let server: ReturnType<typeof fakeGitHub>;
beforeEach(async () => {
  world = await startOutboxWorld();
  server = fakeGitHub(TOKEN);
  server.main.write('docs/a.md', '# A');
  vi.stubGlobal('fetch', server.fetch);
  await saveSecrets('files', { token: TOKEN });
  await sourceConnections.setValue([
    { id: 'files', sourceId: 'github-files', config, everyMinutes: 60 },
    { id: 'pack', sourceId: 'knowledge-pack', config: {}, everyMinutes: 60 },
  ]);
});
afterEach(() => world.close());

const send = async () => {
  world.advance(UNDO_MS + 1);
  await drainOutbox();
};

describe('a change to the knowledge base', () => {
  it('is offered where the source can be written', async () => {
    expect(await listWritableSources()).toEqual([
      { connectionId: 'files', place: 'GitHub files, acme/handbook, docs' },
    ]);
    expect(await saveArticle('t/1', 'pack', change, [])).toMatchObject({ ok: false });
  });

  it('leaves after the undo time, once, however often it was pressed', async () => {
    expect(await saveArticle('t/1', 'files', change, [])).toMatchObject({ ok: true });
    expect(await saveArticle('t/1', 'files', change, [])).toMatchObject({ ok: true });
    await drainOutbox();
    expect(server.pulls).toHaveLength(0);
    await send();
    await saveArticle('t/1', 'files', change, []);
    await send();
    expect(server.pulls).toMatchObject([{ title: 'Add article: Export stops' }]);
    expect(await database().deliveries.toArray()).toMatchObject([{ state: 'sent' }]);
  });

  it('leaves masked, but for what the agent has seen leave as written', async () => {
    const markdown = 'greta@halden.test and lena@halden.test, card 4111 1111 1111 1111';
    const written = publishedIn('lena@halden.test', defaultPlaybook.masks);
    await saveArticle('t/1', 'files', { ...change, markdown }, written);
    const [row] = await database().deliveries.toArray();
    expect(row?.payload).toMatchObject({
      change: { markdown: '[e-mail 1] and lena@halden.test, card [card 1]' },
    });
  });

  it('is taken back whole', async () => {
    const queued = await saveArticle('t/1', 'files', change, []);
    expect(queued.ok && (await undoArticle(queued.value.deliveryId))).toMatchObject({ ok: true });
    await send();
    expect(server.pulls).toHaveLength(0);
  });

  it('waits in words for a source that was removed, and says no token', async () => {
    await saveArticle('t/1', 'files', change, []);
    await sourceConnections.setValue([]);
    await send();
    const [row] = await database().deliveries.toArray();
    expect(row).toMatchObject({ state: 'blocked', error: { kind: 'invalid' } });
    expect(JSON.stringify(row)).not.toContain(TOKEN);
  });
});
