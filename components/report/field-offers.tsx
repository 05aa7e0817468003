import { TextButton } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { ReportFind } from '@/lib/escalation/report/find';
import { truncate } from '@/lib/std/text';

const MAX_SHOWN = 160;

interface FieldOffersProps {
  readonly label: string;
  readonly offers: readonly ReportFind[];
  readonly onTake: (offer: ReportFind) => void;
}

/** What the ticket may say about a field: taken with one press, never written by itself. */
export function FieldOffers({ label, offers, onTake }: FieldOffersProps) {
  return (
    <ul className="mt-1 space-y-1">
      {offers.map((offer, at) => (
        <li key={`${offer.source} ${offer.value}`} className="flex items-start gap-2 text-meta">
          <span className="min-w-0 flex-1 text-ink-3">
            Perhaps: <bdi className="wrap-anywhere text-ink-2">“{truncate(offer.value, MAX_SHOWN)}”</bdi>{' '}
            <span>
              from {offer.source}: <bdi>{offer.reason}</bdi>
            </span>
          </span>
          {at === 0 ? (
            <span className="hidden self-center group-focus-within/field:block">
              <Kbd>Alt ↵</Kbd>
            </span>
          ) : null}
          <TextButton
            className="-my-0.5 shrink-0 text-meta"
            aria-keyshortcuts={at === 0 ? 'Alt+Enter' : undefined}
            onClick={() => onTake(offer)}
          >
            Take
            <span className="sr-only">
              {' '}
              as {label}: {truncate(offer.value, MAX_SHOWN)}
            </span>
          </TextButton>
        </li>
      ))}
    </ul>
  );
}
