import { sourceById } from '@/lib/knowledge/sources';
import type { SourceConnection } from '@/lib/settings/settings';

/** Where a connection reads, in words: `redmine.example, project app`, or the names of imported files. */
export function placeOf(connection: SourceConnection): string {
  return sourceById(connection.sourceId)?.place(connection.config) ?? connection.config.name ?? '';
}

/** The kind of source and its place in one line. */
export function nameSource(connection: SourceConnection): string {
  const kind = sourceById(connection.sourceId)?.name ?? 'Files';
  return [kind, placeOf(connection)].filter(Boolean).join(', ');
}
