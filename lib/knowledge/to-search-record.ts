import { CARD_QUESTIONS } from './feature-card';
import type { StoredRecord } from './knowledge-record';
import type { SearchRecord } from './search/record';

/** What results are narrowed by, as `<facet>:<value>`. */
export const FACETS = ['kind', 'source', 'status', 'part'] as const;
export type Facet = (typeof FACETS)[number];

export const toLabel = (facet: Facet, value: string): string => `${facet}:${value}`;

/** The record as the match engine takes it in. Ranges in its reasons refer to this title and this text. */
export function toSearchRecord(record: StoredRecord): SearchRecord {
  const labels = [toLabel('kind', record.kind), toLabel('source', record.connectionId)];
  const { recordKey: id, title } = record;
  const at = record.updatedAt ?? undefined;
  const dated = at === undefined ? {} : { at };
  switch (record.kind) {
    case 'known-bug':
      return {
        ...dated,
        id,
        title,
        text: [record.text, record.workaround].filter(Boolean).join('\n'),
        signatures: [record.key, ...record.signatures].filter(Boolean),
        parts: record.parts,
        versions: record.versions,
        linked: record.reports,
        linkedCount: record.reportCount,
        labels: [
          ...labels,
          toLabel('status', record.status),
          ...record.parts.map((part) => toLabel('part', part)),
        ],
      };
    case 'article':
      return {
        ...dated,
        id,
        title,
        text: record.text,
        parts: record.labels,
        labels: [...labels, ...record.labels.map((label) => toLabel('part', label))],
      };
    case 'feature-card':
      return {
        ...dated,
        id,
        title,
        text: [...record.aliases, ...CARD_QUESTIONS.map((question) => record.answers[question])]
          .filter(Boolean)
          .join('\n'),
        labels,
      };
  }
}
