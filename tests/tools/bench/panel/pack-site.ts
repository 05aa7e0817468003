import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import { aBug } from '../../../knowledge-factories';
import { makePack } from '../../pack/make-pack';
import { createCorpus } from '../corpus';

export interface PackSite {
  /** Address of the manifest. */
  readonly url: string;
  /** Of all records, unpacked. */
  readonly bytes: number;
  close(): void;
}

/** Serves a knowledge pack of so many generated bugs, and of one bug for each of these subjects. */
export async function servePack(size: number, subjects: readonly string[]): Promise<PackSite> {
  const { records } = createCorpus(size - subjects.length, 0);
  const generated = records.map(({ id, title, text, parts = [], versions = [], at }) =>
    aBug({
      ...{ id, key: id, title, text, parts: [...parts], versions: [...versions], signatures: [] },
      ...{ organizations: [], reportCount: 0, reply: '', workaround: '', updatedAt: at ?? 0 },
    }),
  );
  const known = subjects.map((subject, at) =>
    aBug({ id: `known-${at}`, key: knownKey(at), title: subject, text: subject, signatures: [] }),
  );
  const lines = [...generated, ...known].map((record) => JSON.stringify(KnowledgeRecordSchema.parse(record)));
  const { manifest, files } = makePack(new Map(lines.map((line, at) => [String(at), line])), null);
  const contents = new Map<string, Uint8Array>(files);
  contents.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  const server = createServer((request, response) => {
    const content = contents.get((request.url ?? '').slice(1));
    if (content) response.end(content);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/manifest.json`,
    bytes: manifest.base.bytes,
    close: () => server.close(),
  };
}

/** Key of the bug that was made from the subject at this place. */
export const knownKey = (at: number): string => `KNOWN-${at + 1}`;
