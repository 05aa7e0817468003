import { useEffect, useMemo, useRef } from 'react';
import { type Similar, toSimilarEvidence } from '@/components/checklist/use-similar';
import { type KnownFindings, toKnownFindings } from '@/components/knowledge/known-findings';
import type { Known } from '@/components/knowledge/use-known';
import { applyPatch, type DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { searchEvidence } from '@/lib/escalation/search-evidence';
import { isDraft } from '@/lib/escalation/transitions';
import { type Identification, toAnswersPatch } from '@/lib/identification/answers';
import type { SearchQuery } from '@/lib/knowledge/search/record';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { useIdentification } from './use-identification';

type Patch = (patch: DraftPatch) => Promise<void>;

interface Sources {
  readonly ticket: Ticket;
  readonly playbook: Playbook;
  readonly query: SearchQuery;
  readonly known: Known;
  readonly similar: Similar | null;
}

export interface Findings {
  readonly escalation: Escalation;
  readonly patch: Patch;
  /** What to ask the customer; null when the playbook asks nothing, undefined until it is known. */
  readonly identification: Identification | null | undefined;
}

function toPatch(
  escalation: Escalation,
  { ticket, playbook, similar }: Sources,
  found: KnownFindings | null,
  identification: Identification | null | undefined,
): DraftPatch {
  if (!isDraft(escalation.state)) return {};
  const at = Math.max(found?.at ?? 0, similar?.at ?? 0);
  const evidence = searchEvidence(
    escalation,
    playbook,
    {
      ...found?.evidence,
      ...(similar ? { similar: toSimilarEvidence(ticket, similar, escalation.counted) } : {}),
    },
    at,
  );
  const changed = found && JSON.stringify(found.cards) !== JSON.stringify(escalation.cards ?? []);
  const said = identification?.said ?? new Map();
  return {
    ...evidence,
    ...(changed ? { cards: found.cards } : {}),
    ...toAnswersPatch(escalation, said, Math.max(0, ...ticket.messages.map((message) => message.at ?? 0))),
  };
}

/**
 * The draft with what Baton found by itself in it: evidence of the searches, cards that ask for something, answers of the
 * thread. Looking at a ticket stores nothing: findings are laid over the draft until the agent changes something, and
 * then kept with it. Once per news, so that two windows that were answered differently do not write in turn for ever.
 */
export function useFindings(escalation: Escalation, sources: Sources, patch: Patch): Findings {
  const { ticket, playbook, query, known, similar } = sources;
  const { questionSetId } = escalation;
  const identification = useIdentification(ticket, playbook.questionSets, questionSetId);
  const findings = useMemo(() => {
    const found = toKnownFindings(escalation, query, known);
    return toPatch(escalation, { ticket, playbook, query, known, similar }, found, identification);
  }, [escalation, ticket, playbook, query, known, similar, identification]);
  const touched = escalation.updatedAt > escalation.createdAt;
  const news = JSON.stringify([
    known.state === 'known' ? known.at : null,
    similar?.at,
    escalation.verdicts,
    escalation.counted,
    [...(identification?.said.values() ?? [])],
  ]);
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
      identification,
    }),
    [escalation, findings, touched, patch, identification],
  );
}
