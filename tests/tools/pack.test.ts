// @vitest-environment node
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knowledgePack } from '@/lib/knowledge/sources/knowledge-pack/knowledge-pack';
import { Replica, readOn } from '../contracts/source-replica';
import { parseCall, WrongCall } from './pack/call';
import { makePack } from './pack/make-pack';
import { savePack } from './pack/pack-folder';

const folder = mkdtempSync(path.join(tmpdir(), 'baton-pack-'));
const out = path.join(folder, 'out');
const TOKEN = 'tok3n-of-the-host';

interface Asked {
  readonly url: string;
  readonly status: number;
}
let asked: Asked[] = [];
/** As some hosts do with `.gz`: the browser unpacks it before anybody else sees it. */
let encodes = false;

/** A static host: files of a folder with ETags, behind a token. */
const host = createServer((request, response) => {
  const url = request.url ?? '';
  const file = path.join(folder, path.normalize(url));
  const end = (status: number, body?: Buffer) => {
    asked.push({ url, status });
    response.writeHead(status).end(body);
  };
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return end(401);
  if (!existsSync(file)) return end(404);
  const bytes = readFileSync(file);
  const etag = `"${bytes.length}-${bytes.readUInt32BE(bytes.length - 8)}-${bytes.toString('latin1').length}"`;
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag) return end(304);
  if (encodes && file.endsWith('.gz')) response.setHeader('content-encoding', 'gzip');
  return end(200, bytes);
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  asked = [];
  encodes = false;
});

function run(...parts: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const environment = { ...process.env, BATON_PACK_TOKEN: TOKEN };
  return new Promise((resolve) => {
    const words = ['--import', 'tsx', 'tests/tools/pack.ts', ...parts];
    execFile(process.execPath, words, { env: environment }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
function write(name: string, rows: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, rows.join('\n'));
  return file;
}
const table = (...rows: string[]) => write('bugs.csv', ['key,title,status', ...rows]);
const contextOf = () => ({
  config: { url: `${origin}/out/manifest.json`, token: TOKEN, header: '' },
  ...{ fetch, signal: new AbortController().signal, now: Date.now },
});
const read = (cursor: string | null) => readOn(knowledgePack, cursor, contextOf());
const revision = () => JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')).base.revision;
const taken = () => asked.splice(0).map(({ url, status }) => `${status} ${url.replace('/out/', '')}`);

describe('npm run pack', () => {
  it('makes a pack that the source reads, and afterwards only what changed', async () => {
    const replica = new Replica();
    const first = await run('--file', table('A-1,Export stops,open', 'A-2,Login loops,open'), '--out', out);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/^2 records as [0-9a-f]{12} in \S+ \(\d+ B written\)\.\n$/);
    const one = revision();
    replica.applyAll(await read(null));
    expect(replica.ids()).toEqual(['A-1', 'A-2']);
    expect(taken()).toEqual(['200 manifest.json', `200 base-${one}.jsonl.gz`]);

    const again = await run('--file', path.join(folder, 'bugs.csv'), '--out', out);
    expect(again.stdout).toMatch(/^Nothing changed: /);
    replica.applyAll(await read(replica.cursor));
    expect(taken()).toEqual(['304 manifest.json']);

    const card = write('export.feature-card.md', ['# Export', '## Turn off', 'Settings']);
    const more = table('A-2,Login loops,fixed', 'A-3,Images missing,open');
    const second = await run('--file', more, '--file', card, '--out', out);
    expect(second.stdout).toContain('3 changed and 1 removed since the one before');
    const two = revision();
    replica.applyAll(await read(replica.cursor));
    expect(taken()).toEqual(['200 manifest.json', `200 delta-${one}-${two}.jsonl.gz`]);
    expect(replica.ids()).toEqual(['A-2', 'A-3', 'export.feature-card.md']);
    expect(replica.get('A-2')).toMatchObject({ status: 'fixed' });
    expect(readdirSync(out).sort()).toEqual(
      [
        ...['manifest.json', `base-${one}.jsonl.gz`, `base-${two}.jsonl.gz`, `delta-${one}-${two}.jsonl.gz`],
        ...[`ids-${one}.jsonl.gz`, `ids-${two}.jsonl.gz`],
      ].sort(),
    );
  });

  it('packs a source, with its secret from the environment, for hosts that unpack on the way too', async () => {
    await run('--file', table('A-1,Export stops,open', 'A-2,Login loops,open'), '--out', out);
    encodes = true;
    const config = write('config.json', [JSON.stringify({ url: `${origin}/out/manifest.json` })]);
    const copy = path.join(folder, 'copy');
    const made = await run('--source', 'knowledge-pack', '--config', config, '--out', copy);
    expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^2 records as /) });
    for (const name of [`base-${revision()}.jsonl.gz`, 'manifest.json']) {
      expect(readFileSync(path.join(copy, name)).equals(readFileSync(path.join(out, name)))).toBe(true);
    }
  });

  it('goes on from a pack in another folder, and takes its changes along', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => path.join(folder, name)) as [string, string, string];
    await run('--file', table('A-1,One,open'), '--out', a);
    await run('--file', table('A-1,Two,open'), '--out', b, '--previous', a);
    await run('--file', table('A-1,Three,open'), '--out', c, '--previous', b);
    const manifest = JSON.parse(readFileSync(path.join(c, 'manifest.json'), 'utf8'));
    expect(manifest.deltas).toHaveLength(2);
    for (const { url } of manifest.deltas) expect(existsSync(path.join(c, url))).toBe(true);
  });

  it('names what it leaves out, and keeps what the pack before knows of it', async () => {
    await run('--file', table('A-1,One,open', 'A-2,Two,open'), '--out', out);
    const [known = ''] = gunzipSync(readFileSync(path.join(out, `base-${revision()}.jsonl.gz`)))
      .toString()
      .split('\n');
    const spoiled = JSON.stringify({ ...JSON.parse(known), title: 7 });
    const pack = makePack(
      new Map([
        ['A-1', spoiled],
        ['A-3', known.replace('A-1', 'A-3')],
      ]),
      null,
    );
    await savePack({ out: path.join(folder, 'spoiled'), previous: '' }, pack, null);
    const config = write('config.json', [JSON.stringify({ url: `${origin}/spoiled/manifest.json` })]);
    const made = await run('--source', 'knowledge-pack', '--config', config, '--out', out);
    expect(made).toMatchObject({ status: 0, stderr: '1 left out:\n  A-1 has no valid title\n' });
    expect(made.stdout).toMatch(/^2 records .* 1 changed and 1 removed/);
  });

  it('says that the pack before cannot be read, and makes one without changes', async () => {
    await run('--file', table('A-1,One,open'), '--out', out);
    writeFileSync(path.join(out, `base-${revision()}.jsonl.gz`), 'damaged');
    const made = await run('--file', table('A-1,Two,open'), '--out', out);
    expect(made).toMatchObject({ status: 0, stderr: expect.stringContaining('cannot be read') });
    expect(JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')).deltas).toEqual([]);
  });

  it('writes nothing when there is nothing or the source fails, and says why', async () => {
    const empty = await run('--file', table(), '--out', out);
    expect(empty).toMatchObject({ status: 1, stdout: '' });
    expect(empty.stderr).toBe('There is not one record; nothing was written.\n');
    const config = write('config.json', [JSON.stringify({ url: `${origin}/nowhere/manifest.json` })]);
    const failed = await run('--source', 'knowledge-pack', '--config', config, '--out', out);
    expect(failed).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/does not have this/),
    });
    expect(failed.stderr).not.toContain(TOKEN);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['an unknown source', ['--source', 'nobody', '--config', 'x.json', '--out', 'x'], 2],
    ['a missing file', ['--file', '/nowhere/x.csv', '--out', 'x'], 1],
    ['a missing config', ['--source', 'knowledge-pack', '--config', '/nowhere.json', '--out', 'x'], 1],
    [
      'a config of another shape',
      ['--source', 'knowledge-pack', '--config', 'package.json', '--out', 'x'],
      1,
    ],
    ['a secret on the command line', ['--token', TOKEN, '--file', 'x.csv', '--out', 'x'], 2],
  ])('called with %s', async (_name, words, status) => {
    const made = await run(...words);
    expect(made).toMatchObject({ status, stdout: '' });
    expect(made.stderr).toMatch(/^\S.*\.\n$/);
    expect(made.stderr).not.toContain(TOKEN);
  });

  it('tells how it is called', async () => {
    expect(await run('--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Usage: /),
    });
  });

  it('leaves nothing out for an encoding that had to be guessed', async () => {
    const file = path.join(folder, 'latin.csv');
    writeFileSync(file, Buffer.from('id,title\n1,Größe fehlt\n', 'latin1'));
    const { status, stderr } = await run('--file', file, '--out', out);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^To be looked at:\n {2}latin\.csv \(encoding\) was read as windows-1252/);
    expect(stderr).not.toContain('left out');
  });

  it.each([
    [[]],
    [['--file', 'x.csv']],
    [['--source', 'redmine', '--out', 'x']],
    [['--file', 'x.csv', '--source', 'redmine', '--out', 'x']],
    [['x.csv', '--out', 'x']],
  ])('is a wrong call: %j', (words) => {
    expect(() => parseCall(words)).toThrow(WrongCall);
  });
});
