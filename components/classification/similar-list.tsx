import { type ReactNode, useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { toCounted } from '@/lib/classification/find-candidates';
import type { CountedTicket, Escalation } from '@/lib/escalation/escalation';
import { isDraft } from '@/lib/escalation/transitions';
import { groupByOrganization } from '@/lib/ticket/desk-search';
import type { SimilarTicket } from '@/lib/ticket/similar';
import { SimilarRow } from './similar-row';

/** A ticket before the agent judged it. */
export type Judged = Omit<CountedTicket, 'same' | 'at'>;

interface SimilarListProps {
  /** Most alike first. */
  readonly tickets: readonly SimilarTicket[];
  readonly deskKey: string;
  readonly escalated: ReadonlyMap<string, Escalation> | undefined;
  readonly sameOf: (found: Judged) => boolean | undefined;
  readonly onJudge: (found: Judged, same: boolean) => void;
}

/** More of them would push the severity off the screen. */
const SHOWN_AT_FIRST = 4;

/** Similar tickets by organization; the less alike ones wait behind a button, what was judged stays. */
export function SimilarList({ tickets, deskKey, escalated, sameOf, onJudge }: SimilarListProps) {
  const [all, setAll] = useState(false);
  const shown = tickets.filter((it, index) => {
    const found = toCounted(it, deskKey);
    return all || index < SHOWN_AT_FIRST || sameOf(found) !== undefined || escalated?.has(found.key);
  });
  const hidden = tickets.length - shown.length;
  return (
    <>
      <Card>
        {groupByOrganization(shown).map(({ organization, requesters, tickets: own }) => (
          <SimilarGroup
            key={`${organization?.source} ${organization?.id}`}
            title={organization?.name ?? 'Without organization'}
            remark={`${requesters} ${requesters === 1 ? 'person' : 'people'}`}
          >
            {own.map((it) => {
              const found = toCounted(it, deskKey);
              return (
                <SimilarRow
                  key={found.key}
                  found={found}
                  same={sameOf(found)}
                  onJudge={(same) => onJudge(found, same)}
                >
                  <Standing escalation={escalated?.get(found.key)} />
                </SimilarRow>
              );
            })}
          </SimilarGroup>
        ))}
      </Card>
      {hidden > 0 ? (
        <TextButton className="mt-1 text-meta" onClick={() => setAll(true)}>
          Show {hidden} more
        </TextButton>
      ) : null}
    </>
  );
}

interface SimilarGroupProps {
  readonly title: string;
  readonly remark: string;
  readonly children: ReactNode;
}

export function SimilarGroup({ title, remark, children }: SimilarGroupProps) {
  return (
    <div className="px-3 py-1.5">
      <p className="flex flex-wrap items-baseline gap-x-1.5 text-meta">
        <bdi className="font-semibold">{title}</bdi>
        <span className="text-ink-3">{remark}</span>
      </p>
      <ul>{children}</ul>
    </div>
  );
}

/** Where the other ticket stands in engineering. */
function Standing({ escalation }: { escalation: Escalation | undefined }) {
  if (!escalation) return null;
  if (isDraft(escalation.state)) return <Chip tone="accent">early signal</Chip>;
  const { issue, raises } = escalation;
  const raised = raises?.at(-1);
  return (
    <Chip tone="accent">
      escalated{issue ? ` as ${issue.key}` : ''}
      {raised ? `, severity ${raised.to}` : ''}
    </Chip>
  );
}
