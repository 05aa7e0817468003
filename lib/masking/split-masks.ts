import { type Mask, spellings } from './mask';

/** A stretch of a text that leaves; with a mask where it is a label, or what the agent took back. */
export interface Piece {
  readonly text: string;
  readonly mask: Mask | null;
  readonly start: number;
}

interface Place {
  readonly at: number;
  readonly needle: string;
  readonly mask: Mask;
}

/** The next label or unmasked value from a place on; of two at the same place the longer one. */
function nextPlace(text: string, from: number, masks: readonly Mask[]): Place | null {
  let next: Place | null = null;
  for (const mask of masks) {
    for (const needle of mask.masked ? spellings(mask.label) : [mask.original]) {
      const at = text.indexOf(needle, from);
      if (at === -1 || (next && (at > next.at || (at === next.at && needle.length <= next.needle.length))))
        continue;
      next = { at, needle, mask };
    }
  }
  return next;
}

/** A text that leaves, cut at its masks: joined again it is the text. */
export function splitMasks(text: string, masks: readonly Mask[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (let place = nextPlace(text, 0, masks); place; place = nextPlace(text, done, masks)) {
    if (place.at > done) pieces.push({ text: text.slice(done, place.at), mask: null, start: done });
    pieces.push({ text: place.needle, mask: place.mask, start: place.at });
    done = place.at + place.needle.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), mask: null, start: done });
  return pieces;
}
