import { ArrowLeft, ExternalLink, Link2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, IconButton } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { openTab } from '@/lib/browser/tabs';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { DAY_MS, formatAgo } from '@/lib/std/time';
import { CardAnswers } from './card-answers';
import { DetailBug } from './detail-bug';
import { RecordBody } from './record-body';
import { recordFacts } from './record-facts';
import { KIND_ICONS, KIND_WORDS } from './result-row';

/** The parser's time can grow with the square of the length; a longer text is shown plain. */
const LONGEST_MARKDOWN = 20_000;
const YEAR_MS = 365 * DAY_MS;

interface RecordDetailProps {
  readonly record: StoredRecord;
  readonly now: number;
  readonly onBack: () => void;
  readonly onLink?: ((record: StoredRecord) => Promise<string | null>) | undefined;
}

/** One record to be read, over the list it was found in. */
export function RecordDetail({ record, now, onBack, onLink }: RecordDetailProps) {
  const back = useRef<HTMLButtonElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [linking, setLinking] = useState(false);
  useEffect(() => back.current?.focus(), []);
  const Icon = KIND_ICONS[record.kind];
  const { status, solved } = recordFacts(record, now);
  const link = async () => {
    if (!onLink) return;
    setLinking(true);
    setProblem(await onLink(record));
    setLinking(false);
  };
  const linkable = onLink && record.kind !== 'feature-card';
  return (
    <article aria-label={record.title} className="absolute inset-0 z-20 flex flex-col bg-bg">
      <header className="border-b border-line bg-card px-3.5 pt-2.5 pb-2.5">
        <div className="flex min-w-0 items-center gap-1.5 text-meta text-ink-3">
          <IconButton ref={back} label="Back to the results" className="-ms-1.5" onClick={onBack}>
            <ArrowLeft size={16} className="rtl:rotate-180" />
          </IconButton>
          <Icon size={14} className="shrink-0" aria-hidden="true" />
          <span className="shrink-0 max-[300px]:sr-only">{KIND_WORDS[record.kind]}</span>
          {record.kind === 'known-bug' ? (
            <bdi className="min-w-0 truncate font-mono font-semibold text-ink-2">{record.key}</bdi>
          ) : null}
          <span className="flex-1" />
          <span className="flex min-w-0 shrink-0">
            <Chip tone={solved ? 'accent' : 'neutral'}>{status}</Chip>
          </span>
        </div>
        <h2 dir="auto" className="mt-1 text-title font-bold tracking-[-0.005em] wrap-anywhere">
          {record.title}
        </h2>
        <Freshness record={record} now={now} />
      </header>
      <div className="scroll-area min-h-0 flex-1 space-y-4 py-3.5">
        {problem ? (
          <Banner tone="error" role="alert">
            {problem}
          </Banner>
        ) : null}
        {record.kind === 'known-bug' ? <DetailBug bug={record} /> : null}
        {record.kind === 'feature-card' ? <CardAnswers card={record} /> : <Body record={record} />}
      </div>
      {record.url || linkable ? (
        <footer className="flex flex-wrap gap-2 border-t border-line bg-card px-3.5 py-2.5">
          {record.url ? (
            <Button onClick={() => void openTab(record.url)}>
              <ExternalLink size={14} /> Open original
            </Button>
          ) : null}
          {linkable ? (
            <Button variant="primary" className="flex-1" disabled={linking} onClick={() => void link()}>
              <Link2 size={14} /> Link to this ticket
            </Button>
          ) : null}
        </footer>
      ) : null}
    </article>
  );
}

/** Who keeps it right and when that was last done; amber once it is older than a year. */
function Freshness({ record, now }: { record: StoredRecord; now: number }) {
  const verifiedAt = record.kind === 'known-bug' ? null : record.verifiedAt;
  const owner = record.kind === 'known-bug' ? '' : record.owner;
  const at = verifiedAt ?? record.updatedAt;
  const old = at !== null && now - at > YEAR_MS && record.kind !== 'known-bug';
  const facts: ReactNode[] = [
    owner ? <bdi key="owner">Kept by {owner}</bdi> : null,
    at === null ? null : (
      <span key="at" className={old ? 'rounded-sm bg-s3-soft px-1 font-semibold text-s3' : ''}>
        {verifiedAt === null ? 'Changed' : 'Verified'} {formatAgo(at, now)}
        {old ? ', check before you use it' : ''}
      </span>
    ),
  ].filter(Boolean);
  return facts.length === 0 ? null : (
    <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-meta text-ink-3">{facts}</p>
  );
}

function Body({ record }: { record: Exclude<StoredRecord, { kind: 'feature-card' }> }) {
  const { body } = record;
  const shown = body?.format === 'markdown' && body.content.length > LONGEST_MARKDOWN ? null : body;
  if (!shown && record.text.trim() === '') return null;
  return (
    <section>
      {record.kind === 'known-bug' ? <SectionTitle>What is known</SectionTitle> : null}
      {shown ? (
        <RecordBody body={shown} base={record.url} />
      ) : (
        <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
          {record.text}
        </p>
      )}
    </section>
  );
}
