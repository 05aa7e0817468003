import type { Mask } from '@/lib/masking/mask';
import { splitMasks } from '@/lib/masking/split-masks';
import { truncate } from '@/lib/std/text';
import { useMasks } from './mask-context';

const SHOWN = 80;

const BASE =
  'inline cursor-pointer rounded-[4px] px-0.5 text-start wrap-anywhere ' +
  'after:pointer-events-none after:absolute after:inset-x-3.5 after:z-10 after:mt-1 after:hidden ' +
  'after:w-fit after:rounded-md after:border after:border-line-2 after:bg-card after:px-2 after:py-1 ' +
  'after:font-mono after:text-[11px] after:leading-4 after:font-normal after:text-ink after:shadow-card ' +
  'after:content-[attr(data-original)] hover:after:block focus-visible:after:block';
/** Told apart by shape as well: a dashed frame around a label, a double line under what leaves as written. */
const MASKED = 'border border-dashed border-s3 bg-s3-soft text-s3';
const UNMASKED = 'text-ink underline decoration-s4 decoration-double underline-offset-2';

/** One mask inside a text: hover or focus shows what it stands for, Enter or `m` takes it back or masks it again. */
function MaskChip({ mask, text }: { mask: Mask; text: string }) {
  const { toggle } = useMasks();
  const original = truncate(mask.original, SHOWN);
  // What stands on it comes first: whoever speaks to the screen says what they see.
  const name = mask.masked ? `${text} masks ${original}` : `${text} leaves as written`;
  return (
    <button
      type="button"
      data-mask={mask.id}
      data-original={mask.masked ? original : 'Leaves as written'}
      aria-label={name}
      aria-pressed={mask.masked}
      aria-keyshortcuts="m"
      className={`${BASE} ${mask.masked ? MASKED : UNMASKED}`}
      onClick={(event) => toggle(mask, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
        event.stopPropagation();
        toggle(mask, event.currentTarget);
      }}
    >
      {text}
    </button>
  );
}

/** A text that leaves, letter by letter, with its masks as buttons. */
export function MaskedText({ text }: { text: string }) {
  const { masks } = useMasks();
  return (
    <>
      {splitMasks(text, masks).map(({ text: piece, mask, start }) =>
        mask ? <MaskChip key={start} mask={mask} text={piece} /> : piece,
      )}
    </>
  );
}
