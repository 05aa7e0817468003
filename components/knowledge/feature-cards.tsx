import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { QUESTION_WORDS } from '@/lib/knowledge/card-questions';
import {
  CARD_QUESTIONS,
  type CardQuestion,
  countAnswers,
  type FeatureCard,
} from '@/lib/knowledge/feature-card';
import type { FoundRecord } from '@/lib/knowledge/search-client';
import { CARD_WORDS } from './card-words';

/** What an agent needs first when the feature misbehaves; the other answers follow. */
const FIRST: readonly CardQuestion[] = ['collect', 'turnOff', 'knownIssues', 'debugLogs', 'failures'];
const inOrder = [...FIRST, ...CARD_QUESTIONS.filter((question) => !FIRST.includes(question))];

/** One feature card: three lines first, everything on demand. */
function FeatureCardRow({ card, named }: { card: FeatureCard; named: boolean }) {
  const [open, setOpen] = useState(false);
  const answered = inOrder.filter((question) => card.answers[question].trim() !== '');
  const shown = open ? answered : answered.filter((question) => question !== 'name').slice(0, 3);
  const outdated = card.releasedAt !== null && (card.verifiedAt ?? 0) < card.releasedAt;
  return (
    <article
      data-card={card.id}
      className="rounded-lg border border-line bg-card px-3 py-2 shadow-card"
      aria-label={`Feature card ${card.title}`}
    >
      <p className="flex items-baseline gap-2">
        <bdi className="line-clamp-2 min-w-0 flex-1 font-semibold wrap-anywhere">{card.title}</bdi>
        <Chip tone={outdated ? 's3' : 'neutral'}>
          {countAnswers(card)} of {CARD_QUESTIONS.length}
        </Chip>
      </p>
      {outdated ? <p className="text-meta text-s3">Last verified before the release.</p> : null}
      <dl className="mt-0.5 text-meta">
        {shown.map((question) => (
          <div key={question} className={open ? 'mt-1.5' : 'flex gap-1.5'}>
            <dt className={open ? 'font-semibold text-ink-2' : 'shrink-0 text-ink-3'}>
              {open ? QUESTION_WORDS[question] : `${CARD_WORDS[question]}:`}
            </dt>
            <dd
              dir="auto"
              className={open ? 'whitespace-pre-wrap wrap-anywhere' : 'line-clamp-1 min-w-0 wrap-anywhere'}
            >
              {card.answers[question]}
            </dd>
          </div>
        ))}
      </dl>
      {open && card.links.length > 0 ? (
        <ul className="mt-1.5 text-meta">
          {card.links
            .filter(({ url }) => url !== '')
            .map(({ label, url }) => (
              <li key={url}>
                <a
                  href={url}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="inline-flex min-h-6 items-center gap-1 font-semibold text-accent underline-offset-2 hover:underline"
                >
                  <bdi>{label || url}</bdi> <ExternalLink size={12} aria-label="opens in a new tab" />
                </a>
              </li>
            ))}
        </ul>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-3 text-meta text-ink-3">
        <TextButton className="shrink-0" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Less' : 'All answers'}
        </TextButton>
        {named && card.answers.collect.trim() ? <span>What to collect is on the checklist.</span> : null}
      </p>
    </article>
  );
}

interface FeatureCardsProps {
  readonly cards: readonly FoundRecord[];
  /** Keys of the cards whose feature the ticket names. */
  readonly named: readonly string[];
}

/** Cards of the features the ticket is about. */
export function FeatureCards({ cards, named }: FeatureCardsProps) {
  return cards.map(({ record }) =>
    record.kind === 'feature-card' ? (
      <FeatureCardRow key={record.recordKey} card={record} named={named.includes(record.recordKey)} />
    ) : null,
  );
}

const toQuestions = (part: string): string =>
  [
    `No handoff card for ${part} yet. To help customers with it, support needs:`,
    '',
    ...CARD_QUESTIONS.map((question, at) => `${at + 1}. ${QUESTION_WORDS[question]}`),
  ].join('\n');

interface MissingCardProps {
  /** The part of the product the ticket is filed under. */
  readonly part: string;
  /** Whether there are cards at all, and none for this part. */
  readonly isMissing: (part: string) => Promise<boolean>;
}

/** Says that a feature was handed over without a card, with the question to engineering at hand. */
export function MissingCard({ part, isMissing }: MissingCardProps) {
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let wanted = true;
    setMissing(false);
    isMissing(part).then(
      (answer) => wanted && setMissing(answer),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [part, isMissing]);
  if (!missing) return null;
  return (
    <div className="rounded-lg border border-dashed border-line-2 px-3 py-2 text-ink-2">
      <p>
        No handoff card for <bdi className="font-semibold">{part}</bdi>: ask engineering.
      </p>
      <p className="mt-1.5">
        <CopyButton text={toQuestions(part)} label="Copy the questions" />
      </p>
    </div>
  );
}
