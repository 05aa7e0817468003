import { BookOpen, Bug, type LucideIcon, Puzzle } from 'lucide-react';
import { memo } from 'react';
import { Chip } from '@/components/ui/chip';
import type { KnowledgeKind, StoredRecord } from '@/lib/knowledge/knowledge-record';
import type { FoundRecord } from '@/lib/knowledge/search-client';
import { toSearchRecord } from '@/lib/knowledge/to-search-record';
import { formatAgo } from '@/lib/std/time';
import { MarkedText } from './marked-text';
import { reasonTexts } from './reason-text';
import { recordFacts } from './record-facts';

/** Every row is as high as every other: a list of any length scrolls without measuring. */
export const ROW_HEIGHT = 74;

export const KIND_ICONS: Readonly<Record<KnowledgeKind, LucideIcon>> = {
  'known-bug': Bug,
  article: BookOpen,
  'feature-card': Puzzle,
};
export const KIND_WORDS: Readonly<Record<KnowledgeKind, string>> = {
  'known-bug': 'Known bug',
  article: 'Article',
  'feature-card': 'Feature card',
};

/** Characters before a word that are shown, so that it stands within the line. */
const BEFORE = 24;
const EXCERPT = 160;

const partOf = (record: StoredRecord): string =>
  (record.kind === 'known-bug'
    ? record.parts[0]
    : record.kind === 'article'
      ? record.labels[0]
      : record.aliases[0]) ?? '';

/** The piece of text that was found, with its words marked; else how the text begins. */
function excerptOf({ record, match }: FoundRecord) {
  const { text } = toSearchRecord(record);
  const ranges = (match?.reasons ?? [])
    .flatMap((reason) => reason.ranges)
    .filter(({ field }) => field === 'text')
    .toSorted((a, b) => a.start - b.start);
  const wanted = Math.max(0, (ranges[0]?.start ?? 0) - BEFORE);
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const lead = start > 0 ? '…' : '';
  const shift = start - lead.length;
  return {
    text: lead + text.slice(start, start + EXCERPT).replace(/\s/g, ' '),
    ranges: ranges.map((range) => ({ start: range.start - shift, end: range.end - shift })),
  };
}

interface ResultRowProps {
  readonly found: FoundRecord;
  readonly now: number;
}

/** Title, what it is and how old, and why it was found. Drawn once, however often the list moves. */
export const ResultRow = memo(function ResultRow({ found, now }: ResultRowProps) {
  const { record, match } = found;
  const Icon = KIND_ICONS[record.kind];
  const { status, solved } = recordFacts(record, now);
  const key = record.kind === 'known-bug' ? record.key : '';
  const at = record.kind === 'known-bug' ? record.updatedAt : (record.verifiedAt ?? record.updatedAt);
  const inTitle = (match?.reasons ?? [])
    .flatMap((reason) => reason.ranges)
    .filter(({ field }) => field === 'title');
  const telling = reasonTexts(
    match && { ...match, reasons: match.reasons.filter(({ kind }) => kind !== 'rare words') },
  );
  const excerpt = excerptOf(found);
  const part = partOf(record);
  return (
    <>
      <Icon size={15} className="mt-[2px] shrink-0 text-ink-3" aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className="min-w-0 flex-1 truncate font-semibold">
            <MarkedText text={record.title} ranges={inTitle} />
          </span>
          {at === null ? null : <span className="shrink-0 text-meta text-ink-3">{formatAgo(at, now)}</span>}
        </span>
        <span className="mt-px flex min-w-0 items-center gap-1.5 text-meta text-ink-3">
          <span className="sr-only">{KIND_WORDS[record.kind]}</span>
          {key ? <bdi className="max-w-[40%] shrink-0 truncate font-mono text-[11.5px]">{key}</bdi> : null}
          <span className="flex max-w-[45%] shrink-0">
            <Chip tone={solved ? 'accent' : 'neutral'}>{status}</Chip>
          </span>
          {part ? <bdi className="min-w-0 truncate">{part}</bdi> : null}
        </span>
        <span className="mt-px flex min-w-0 gap-1.5 text-meta">
          {telling.length > 0 ? (
            <span className="max-w-[60%] shrink-0 truncate text-accent">
              <bdi>{telling.join(' · ')}</bdi>
            </span>
          ) : null}
          <span dir="auto" className="min-w-0 flex-1 truncate text-ink-3">
            <MarkedText text={excerpt.text} ranges={excerpt.ranges} />
          </span>
        </span>
      </span>
    </>
  );
});
