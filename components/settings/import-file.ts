import { readKnowledgeFile } from '@/lib/knowledge/files/read-knowledge-file';
import { listKnownIds, saveChanges, updateState } from '@/lib/knowledge/store';
import { type SourceConnection, sourceConnections } from '@/lib/settings/settings';

const MARKDOWN = /\.(md|markdown)(\.gz)?$/i;
/** One row for all of them: a team has hundreds of short ones. */
const MARKDOWN_FILES = 'Markdown files';
const SLICE = 500;

/** The connection of a file of this name: the same name again replaces what it brought before. */
async function connectionFor(name: string): Promise<SourceConnection> {
  const stored = await sourceConnections.getValue();
  const known = stored.find((entry) => entry.sourceId === 'files' && entry.config.name === name);
  if (known) return known;
  const connection = { id: crypto.randomUUID(), sourceId: 'files', config: { name }, everyMinutes: 0 };
  // Before the first record: what belongs to no connection is cleared away.
  await sourceConnections.setValue([...stored, connection]);
  return connection;
}

/** Takes in one file that somebody dropped or picked. A table is the whole truth: what it lacks now is forgotten. */
export async function importFile(file: File): Promise<void> {
  const isMarkdown = MARKDOWN.test(file.name);
  const { id } = await connectionFor(isMarkdown ? MARKDOWN_FILES : file.name);
  await updateState(id, (state) => ({ ...state, phase: 'idle' }));
  const before = isMarkdown ? [] : await listKnownIds(id);
  const seen = new Set<string>();
  let read = 0;
  for await (const { put, broken } of readKnowledgeFile({ name: file.name, blob: file })) {
    for (const record of [...put, ...broken]) seen.add(record.id);
    read += put.length;
    await saveChanges(id, { put, broken, removed: [] }, {}, Date.now());
  }
  // A file that could not be read at all takes nothing away.
  const gone = read > 0 ? before.filter((known) => !seen.has(known)) : [];
  for (let at = 0; at < gone.length; at += SLICE) {
    const removed = gone.slice(at, at + SLICE);
    await saveChanges(id, { put: [], broken: [], removed }, {}, Date.now());
  }
  await updateState(id, (state) => ({ ...state, syncedAt: Date.now() }));
}
