import { useEffect, useMemo, useRef } from 'react';
import { applyPatch, type DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { searchEvidence } from '@/lib/escalation/search-evidence';
import { isDraft } from '@/lib/escalation/transitions';
import type { FeatureCard } from '@/lib/knowledge/feature-card';
import { namesFeature } from '@/lib/knowledge/names-feature';
import type { SearchQuery } from '@/lib/knowledge/search/record';
import type { FoundRecord, KnownAbout } from '@/lib/knowledge/search-client';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Known } from './use-known';

type Patch = (patch: DraftPatch) => Promise<void>;

const toName = ({ record }: FoundRecord) => ({
  recordKey: record.recordKey,
  key: record.kind === 'known-bug' ? record.key : '',
  title: record.title,
});

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

/** What the search itself has to say in the draft: evidence of the search items, cards that ask for something. */
function toFindings(
  escalation: Escalation,
  playbook: Playbook,
  query: SearchQuery,
  known: Known,
): DraftPatch {
  if (known.state !== 'known' || known.about.searched === 0 || !isDraft(escalation.state)) return {};
  const { about, at } = known;
  const evidence = searchEvidence(
    escalation,
    playbook,
    {
      query: query.title,
      searched: about.searched,
      shown: {
        'known-bugs': about.bugs.map(toName),
        knowledge: about.articles.map(toName),
      },
    },
    at,
  );
  const cards = toCards(query, about);
  const changed = JSON.stringify(cards) !== JSON.stringify(escalation.cards ?? []);
  return changed ? { ...evidence, cards } : evidence;
}

/**
 * The draft with what the search found in it. Looking at a ticket stores nothing: findings are laid over the draft until
 * the agent changes something, and then kept with it. Once per answer and verdict, so that two windows that were
 * answered differently do not write in turn for ever.
 */
export function useFindings(
  escalation: Escalation,
  playbook: Playbook,
  query: SearchQuery,
  known: Known,
  patch: Patch,
): { readonly escalation: Escalation; readonly patch: Patch } {
  const findings = useMemo(
    () => toFindings(escalation, playbook, query, known),
    [escalation, playbook, query, known],
  );
  const touched = escalation.updatedAt > escalation.createdAt;
  const news = `${known.state === 'known' ? known.at : ''} ${JSON.stringify(escalation.verdicts ?? [])}`;
  const kept = useRef('');
  useEffect(() => {
    if (!touched || kept.current === news || Object.keys(findings).length === 0) return;
    kept.current = news;
    void patch(findings);
  }, [touched, news, findings, patch]);
  return useMemo(
    () => ({
      escalation: touched ? escalation : applyPatch(escalation, findings, escalation.updatedAt),
      patch: (change) => patch(touched ? change : { ...findings, ...change }),
    }),
    [escalation, findings, touched, patch],
  );
}
