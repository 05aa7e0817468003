import { Button, TextButton } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { ChoiceCard } from '@/components/ui/choice';
import { Kbd } from '@/components/ui/kbd';
import { useSingleKey } from '@/components/ui/use-single-key';
import type { MassnessCount } from '@/lib/classification/count-confirmed';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Massness, Playbook } from '@/lib/playbook/playbook';

interface MassnessChoiceProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  readonly count: MassnessCount;
  readonly patch: (patch: DraftPatch) => void;
  readonly onClientSide: () => void;
  readonly onEscalate: () => void;
}

const CONFIRM = 'm';

/** How many are hit: what was counted stands as a proposal with its rule; one key confirms it, any card overrides it. */
export function MassnessChoice(props: MassnessChoiceProps) {
  const { escalation, playbook, count, patch, onClientSide, onEscalate } = props;
  const hit = escalation.massness ?? count.massness;
  const chosen = playbook.massness.find((entry) => entry.id === escalation.massness);
  const isOpen = escalation.massness !== count.massness;
  const choose = (massness: Massness) => patch({ massness, loweredBecause: '' });
  useSingleKey(CONFIRM, isOpen ? () => choose(count.massness) : undefined);
  return (
    <section aria-label="How many are hit">
      <fieldset data-field="massness" className="min-w-0">
        <legend className="contents">
          <SectionTitle remark={chosen?.meaning ?? 'requesters and organizations apart'}>
            How many are hit?
          </SectionTitle>
        </legend>
        <div className="grid grid-cols-2 gap-1.5 min-[372px]:flex">
          {playbook.massness.map((entry) => (
            <ChoiceCard
              key={entry.id}
              name="massness"
              checked={escalation.massness === entry.id}
              onChoose={() => choose(entry.id)}
              className={`grid min-h-11 min-w-min flex-1 place-items-center px-1 py-1.5 text-center text-meta font-medium text-ink-2 has-checked:font-semibold has-checked:text-ink ${
                escalation.massness === null && entry.id === count.massness
                  ? 'border border-dashed border-accent'
                  : ''
              }`}
            >
              {entry.label}
            </ChoiceCard>
          ))}
        </div>
      </fieldset>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-2">
        <p className="min-w-0 flex-1 basis-48" role="status">
          {isOpen ? (escalation.massness === null ? 'Proposed: ' : 'Counted: ') : 'As counted: '}
          {count.quote ? (
            <>
              “<bdi>{count.quote}</bdi>”{' '}
            </>
          ) : null}
          <Emphasized text={count.rule} />
        </p>
        {isOpen ? (
          <Button size="sm" aria-keyshortcuts={CONFIRM} onClick={() => choose(count.massness)}>
            Take it <Kbd>{CONFIRM}</Kbd>
          </Button>
        ) : null}
      </div>
      {hit === 'isolated' ? (
        <p className="mt-1 text-meta text-ink-3">
          One person so far: the cause may lie with them.{' '}
          <TextButton className="-my-1" onClick={onClientSide}>
            Ask the customer first
          </TextButton>
        </p>
      ) : null}
      {hit === 'several' || hit === 'everyone' ? (
        <p className="mt-1 text-meta text-ink-3">
          Escalation proposed: others have it too, so the cause is hardly theirs.{' '}
          <TextButton className="-my-1" onClick={onEscalate}>
            Describe it for engineering
          </TextButton>
        </p>
      ) : null}
    </section>
  );
}

/** `3 organizations: 2 to 4 is *several*`: what stands between the stars is the verdict. */
function Emphasized({ text }: { text: string }) {
  const [before = '', verdict = ''] = text.split('*');
  return (
    <>
      {before}
      {verdict ? <b className="font-semibold text-ink">{verdict}</b> : null}
    </>
  );
}
