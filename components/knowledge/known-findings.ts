import type { Escalation } from '@/lib/escalation/escalation';
import type { SearchFindings } from '@/lib/escalation/search-evidence';
import { isRuledOut } from '@/lib/escalation/verdict';
import type { FeatureCard } from '@/lib/knowledge/feature-card';
import { toBugKey } from '@/lib/knowledge/knowledge-record';
import { namesFeature } from '@/lib/knowledge/names-feature';
import type { SearchQuery } from '@/lib/knowledge/search/record';
import type { FoundRecord, KnownAbout } from '@/lib/knowledge/search-client';
import type { Known } from './use-known';

/** The cards of features the ticket itself names, as the escalation keeps them. */
function toCards(query: SearchQuery, about: KnownAbout): NonNullable<Escalation['cards']> {
  const text = `${query.title}\n${query.body ?? ''}`;
  const isNamed = (record: FoundRecord['record']): record is FoundRecord['record'] & FeatureCard =>
    record.kind === 'feature-card' && namesFeature(text, record);
  return about.cards
    .map(({ record }) => record)
    .filter(isNamed)
    .map(({ recordKey, title, answers }) => ({ recordKey, title, collect: answers.collect.trim() }));
}

export interface KnownFindings {
  /** Evidence by checklist item. */
  readonly evidence: Readonly<Record<string, SearchFindings>>;
  /** Cards that ask for something to be collected. */
  readonly cards: NonNullable<Escalation['cards']>;
  readonly at: number;
}

/** What the search over everything known has to say in the draft; null while it has not answered or knows nothing. */
export function toKnownFindings(
  { verdicts }: Pick<Escalation, 'verdicts'>,
  query: SearchQuery,
  known: Known,
): KnownFindings | null {
  if (known.state !== 'known' || known.about.searched === 0) return null;
  const { about, at } = known;
  const toEvidence = (found: readonly FoundRecord[]): SearchFindings => ({
    query: query.title,
    where: `${about.searched.toLocaleString('en')} records`,
    found: found.map(({ record }) => ({
      name: [toBugKey(record), record.title].filter(Boolean).join(' '),
      verdict: isRuledOut(verdicts, record.recordKey) ? 'not this' : 'not judged',
    })),
    settles: false,
  });
  return {
    evidence: { 'known-bugs': toEvidence(about.bugs), knowledge: toEvidence(about.articles) },
    cards: toCards(query, about),
    at,
  };
}
