import { KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import { aBug } from '../../../knowledge-factories';
import { createClock } from '../../../sites/clock';
import { startSiteServer } from '../../../sites/site-server';
import { makePack } from '../../pack/make-pack';
import { createCorpus } from '../corpus';

export interface PackSite {
  /** Address of the manifest. */
  readonly url: string;
  /** Of all records, unpacked. */
  readonly bytes: number;
  stop(): Promise<void>;
}

/** Serves a knowledge pack of so many bugs: one for each of these subjects, the others generated. */
export async function servePack(size: number, subjects: readonly string[]): Promise<PackSite> {
  const { records } = createCorpus(size - subjects.length, 0);
  const generated = records.map(({ id, title, text, parts = [], versions = [], at = 0 }) =>
    aBug({
      ...{ id, key: id, title, text, parts: [...parts], versions: [...versions], signatures: [] },
      ...{ organizations: [], reportCount: 0, reply: '', workaround: '', updatedAt: at },
    }),
  );
  const known = subjects.map((subject, at) =>
    aBug({ id: `known-${at}`, key: knownKey(at), title: subject, text: subject, signatures: [] }),
  );
  const lines = [...generated, ...known].map((record) => JSON.stringify(KnowledgeRecordSchema.parse(record)));
  const { manifest, files } = makePack(new Map(lines.map((line, at) => [String(at), line])), null);
  const contents = new Map<string, Uint8Array>(files);
  contents.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  const server = await startSiteServer({
    clock: createClock(),
    handle: ({ path }) => {
      const content = contents.get(path.slice(1));
      return content ? { status: 200, body: Buffer.from(content) } : { status: 404 };
    },
  });
  return {
    url: `${server.url}/manifest.json`,
    bytes: lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0),
    stop: server.stop,
  };
}

/** Key of the bug that was made from the subject at this place. */
export const knownKey = (at: number): string => `KNOWN-${at + 1}`;
