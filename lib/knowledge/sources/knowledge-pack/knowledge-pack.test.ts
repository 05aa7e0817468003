// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/knowledge/article';
import { describeSource, type FakePlace, type Item } from '../../../../tests/contracts/source-contract';
import { Replica, readOn } from '../../../../tests/contracts/source-replica';
import { makePack, type Pack } from '../../../../tests/tools/pack/make-pack';
import type { PackConfig } from './config';
import { knowledgePack } from './knowledge-pack';

const ORIGIN = 'https://files.example';
const config: PackConfig = { url: `${ORIGIN}/knowledge/manifest.json`, token: 't0ken-of-pack', header: '' };

const toArticle = ({ n, title, text, at }: Item): Article => ({
  ...{ kind: 'article', id: String(n), title, text, body: null, labels: [], audience: 'internal' },
  ...{ owner: '', verifiedAt: null, url: '', createdAt: null, updatedAt: at },
});

/** A host with the files of `npm run pack`, made anew whenever somebody asks after a change. */
class PackHost implements FakePlace {
  readonly lines = new Map<string, string>();
  readonly files = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  /** As an answer is changed on its way. */
  spoilManifest = (manifest: object): object => manifest;
  #made: { pack: Pack; lines: Map<string, string> } | null = null;

  put = (item: Item) => void this.lines.set(String(item.n), JSON.stringify(toArticle(item)));
  remove = (n: number) => void this.lines.delete(String(n));
  spoil = (n: number) =>
    void this.lines.set(String(n), JSON.stringify({ id: String(n), kind: 'article', title: 7 }));

  make(): Pack {
    const before = this.#made && { manifest: this.#made.pack.manifest, records: this.#made.lines };
    const pack = makePack(this.lines, before);
    for (const [name, bytes] of pack.files) this.files.set(name, bytes);
    this.#made = { pack, lines: new Map(this.lines) };
    return pack;
  }

  fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    expect(request.headers.get('authorization')).toBe(`Bearer ${config.token}`);
    const name = new URL(request.url).pathname.replace('/knowledge/', '');
    this.asked.push(name);
    if (name !== 'manifest.json') {
      const bytes = this.files.get(name);
      return bytes ? new Response(Uint8Array.from(bytes)) : new Response('', { status: 404 });
    }
    const { manifest } = this.make();
    const etag = `"${manifest.base.revision}"`;
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304 });
    return new Response(JSON.stringify(this.spoilManifest(manifest)), { headers: { etag } });
  };
}

const itemOf = (n: number, text = `Text ${n}`): Item => ({ n, title: `Title ${n}`, text, at: 1_000 * n });
const hostOf = (count: number) => {
  const host = new PackHost();
  for (let n = 1; n <= count; n += 1) host.put(itemOf(n));
  return host;
};
const contextOf = (host: PackHost) => ({
  ...{ config, fetch: host.fetch, signal: new AbortController().signal, now: () => 0 },
});
const read = (host: PackHost, cursor: string | null = null, pages?: number) =>
  readOn(knowledgePack, cursor, contextOf(host), pages);
const idsOf = async (host: PackHost) => {
  const ids: string[] = [];
  for await (const page of knowledgePack.listIds?.(contextOf(host)) ?? []) {
    if (!page.ok) throw new Error(page.error.message);
    ids.push(...page.value);
  }
  return ids.sort();
};

describeSource({
  source: knowledgePack,
  config,
  secret: config.token,
  start: () => new PackHost(),
  many: 1_200,
});

describe('what is fetched', () => {
  it('is the manifest alone when nothing changed, and one delta for each change', async () => {
    const host = hostOf(3);
    const replica = new Replica();
    replica.applyAll(await read(host));
    const first = host.make().manifest.base.revision;
    expect(host.asked.splice(0)).toEqual(['manifest.json', `base-${first}.jsonl.gz`]);

    replica.applyAll(await read(host, replica.cursor));
    expect(host.asked.splice(0)).toEqual(['manifest.json']);

    host.put(itemOf(2, 'changed'));
    const second = host.make().manifest.base.revision;
    host.remove(3);
    host.put(itemOf(4));
    const third = host.make().manifest.base.revision;
    replica.applyAll(await read(host, replica.cursor));
    expect(host.asked.splice(0)).toEqual([
      'manifest.json',
      `delta-${first}-${second}.jsonl.gz`,
      `delta-${second}-${third}.jsonl.gz`,
    ]);
    expect(replica.ids()).toEqual(['1', '2', '4']);
    expect(JSON.stringify(replica.get('2'))).toContain('changed');
  });

  it('is the base when no deltas lead on, and the list of ids tells what is gone', async () => {
    const host = hostOf(3);
    const replica = new Replica();
    replica.applyAll(await read(host));
    host.remove(1);
    for (let n = 10; n < 30; n += 1) {
      host.put(itemOf(n));
      host.make();
    }
    host.asked.length = 0;
    replica.applyAll(await read(host, replica.cursor));
    const { revision } = host.make().manifest.base;
    expect(host.asked.splice(0)).toEqual(['manifest.json', `base-${revision}.jsonl.gz`]);
    expect(replica.ids()).toContain('1');
    replica.keep(await idsOf(host));
    expect(host.asked).toEqual(['manifest.json', `ids-${revision}.jsonl.gz`]);
    expect(replica.ids()).toEqual([...host.lines.keys()].sort());
  });

  it('is listed from the base where the pack has no list of ids', async () => {
    const host = hostOf(3);
    host.spoilManifest = (manifest) => ({ ...manifest, ids: undefined });
    expect(await idsOf(host)).toEqual(['1', '2', '3']);
  });

  it('begins anew when the base was replaced half way', async () => {
    const host = hostOf(1_200);
    const before = await read(host, null, 1);
    host.remove(1);
    host.files.clear();
    const after = await read(host, before.cursor);
    expect(after.error).toBeNull();
    expect(after.pages.flatMap((page) => page.put)).toHaveLength(1_199);
  });

  it('goes on in a delta', async () => {
    const host = hostOf(1_200);
    const replica = new Replica();
    replica.applyAll(await read(host));
    for (let n = 1; n <= 1_100; n += 1) host.put(itemOf(n, 'again'));
    const first = await read(host, replica.cursor, 1);
    replica.applyAll(first);
    const rest = await read(host, first.cursor);
    expect(rest.pages.map((page) => page.put.length)).toEqual([500, 100, 0]);
    expect(rest.pages[0]?.total).toBe(600);
    host.put(itemOf(1_200, 'and one more'));
    replica.applyAll(await read(host, rest.cursor));
    expect(JSON.stringify(replica.get('1200'))).toContain('and one more');
  });
});

describe('a pack that is not right', () => {
  const base = (change: object) => (manifest: object) => {
    const { base: known, ...rest } = manifest as Pack['manifest'];
    return { ...rest, base: { ...known, ...change } };
  };

  it.each<[string, (manifest: object) => object, RegExp]>([
    ['another checksum', base({ sha256: '0'.repeat(64) }), /does not match its checksum.*is kept/],
    ['another length', base({ bytes: 1_000_000 }), /not as long as its manifest says.*is kept/],
    ['a file on another host', base({ url: 'https://evil.example/base.gz' }), /names a file that is not on/],
    ['a file of another scheme', base({ url: 'file:///etc/passwd' }), /names a file that is not on/],
    ['a version of tomorrow', (it) => ({ ...it, version: 2 }), /version 2: update Baton/],
    ['no base', (it) => ({ ...it, base: undefined }), /no knowledge pack/],
  ])('with %s changes nothing and says why', async (_name, spoil, words) => {
    const host = hostOf(3);
    host.spoilManifest = spoil;
    const { pages, error } = await read(host);
    expect(pages).toEqual([]);
    expect(error).toMatchObject({ kind: 'unexpected-answer', message: expect.stringMatching(words) });
  });

  const swapBase = (host: PackHost, file: Uint8Array, bytes?: number) => {
    const { manifest } = host.make();
    host.files.set(manifest.base.url, file);
    host.spoilManifest = base({ sha256: undefined, bytes });
  };

  it.each<[string, (whole: Uint8Array) => Uint8Array]>([
    ['cut off', (whole) => whole.subarray(0, whole.length - 20)],
    ['a gzip bomb', () => gzipSync(new Uint8Array(100_000_000))],
  ])('because it is %s changes nothing and says so', async (_name, spoil) => {
    const host = hostOf(2_000);
    const { manifest } = host.make();
    swapBase(host, spoil(host.files.get(manifest.base.url) ?? new Uint8Array()), manifest.base.bytes);
    const { pages, error } = await read(host);
    expect(pages).toEqual([]);
    expect(error).toMatchObject({ kind: 'unexpected-answer', message: expect.stringMatching(/is kept/) });
  });

  it('costs its broken lines only; an unpacked file is as good', async () => {
    const host = hostOf(2);
    const good = [...host.lines.values()];
    const lines = [
      ...['{', '[]', '{"id":"x"}', '{"delete":7}', `{"id":"big","title":"${'x'.repeat(2_000_001)}"}`],
      '{"__proto__":{"polluted":1},"kind":"article","id":"p"}',
      ...good,
      '{"delete":"2"}',
    ];
    swapBase(host, new TextEncoder().encode(lines.join('\r\n')));
    const { pages, error } = await read(host);
    expect(error).toBeNull();
    expect(pages[0]?.put.map(({ id }) => id)).toEqual(['1']);
    expect(pages[0]?.removed).toEqual(['2']);
    expect(pages[0]?.broken).toEqual([
      { id: 'line 1', reason: 'is not JSON' },
      { id: 'line 2', reason: 'has no valid kind' },
      { id: 'x', reason: 'has no valid kind' },
      { id: 'line 4', reason: 'has no valid kind' },
      { id: 'big', reason: 'is longer than 2 MB' },
      { id: 'p', reason: expect.stringMatching(/^has no valid \w+$/) },
    ]);
  });

  it('with deltas in a circle is taken from its base', async () => {
    const host = hostOf(3);
    const { cursor } = await read(host);
    const { revision } = host.make().manifest.base;
    host.put(itemOf(4));
    host.spoilManifest = (manifest) => ({
      ...manifest,
      deltas: [
        { url: 'a', from: revision, to: 'x', records: 1 },
        { url: 'b', from: 'x', to: revision, records: 1 },
      ],
    });
    const { pages, error } = await read(host, cursor);
    expect(error).toBeNull();
    expect(pages.flatMap((page) => page.put)).toHaveLength(4);
  });
});
