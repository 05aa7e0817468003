import * as z from 'zod/mini';
import { ArticleSchema } from './article';
import { FeatureCardSchema } from './feature-card';
import { KnownBugSchema } from './known-bug';

export const KnowledgeRecordSchema = z.discriminatedUnion('kind', [
  KnownBugSchema,
  ArticleSchema,
  FeatureCardSchema,
]);

export type KnowledgeRecord = z.infer<typeof KnowledgeRecordSchema>;
export type KnowledgeKind = KnowledgeRecord['kind'];

/** A record in the cache. */
export type StoredRecord = KnowledgeRecord & {
  /** `<connection id>/<record id>`: ids may collide across sources, keys cannot. */
  readonly recordKey: string;
  /** Id of the source's connection. */
  readonly connectionId: string;
  /** When it was taken in, epoch milliseconds. */
  readonly savedAt: number;
};

export function toRecordKey(connectionId: string, id: string): string {
  return `${connectionId}/${id}`;
}

/** What people call a known bug; empty for other records. */
export function toBugKey(record: KnowledgeRecord): string {
  return record.kind === 'known-bug' ? record.key : '';
}
