import { Button } from '@/components/ui/button';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import { formatDate } from '@/lib/escalation/priority';

interface LintFollowUpProps {
  /** `YYYY-MM-DD`, empty when there is none. */
  readonly date: string;
  readonly proposed: string;
  readonly today: string;
  readonly patch: (patch: DraftPatch) => void;
}

/** The day of the next word to the customer: the playbook's own by one press, any other by choosing. */
export function LintFollowUp({ date, proposed, today, patch }: LintFollowUpProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      {date === '' ? (
        <Button size="sm" data-field="follow-up" onClick={() => patch({ nextUpdateOn: proposed })}>
          {formatDate(proposed)}
        </Button>
      ) : null}
      <input
        type="date"
        aria-label="Follow-up date"
        value={date}
        min={today}
        // A year of more digits is no date anywhere else.
        max="9999-12-31"
        onChange={(event) => patch({ nextUpdateOn: event.target.value })}
        className="h-7 w-[132px] max-w-full rounded-md bg-card px-2 text-meta text-ink inset-ring-1 inset-ring-line-2 hover:inset-ring-control focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
      />
    </div>
  );
}
