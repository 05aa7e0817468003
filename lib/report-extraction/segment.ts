/** The three parts a report is told in. */
export const FIELDS = ['steps', 'actual', 'expected'] as const;
export type Field = (typeof FIELDS)[number];

/** A run of sentences, `from` up to but without `to`. */
export interface Block {
  readonly field: Field;
  readonly from: number;
  readonly to: number;
}

/** Gives the score of a block: the higher, the likelier it is that these sentences and no others tell the field. */
export type BlockScore = (field: number, from: number, to: number) => number;

const SETS = 1 << FIELDS.length;

/**
 * The best way to cut a text into blocks, each field at most once and in any order, by dynamic programming over the set
 * of fields already told. Time grows with the square of the sentences, which are bounded.
 */
export function segment(count: number, score: BlockScore): Block[] {
  if (count === 0) return [];
  const width = SETS;
  const best = new Float64Array((count + 1) * width).fill(Number.NEGATIVE_INFINITY);
  const origin = new Int32Array((count + 1) * width).fill(-1);
  best[0] = 0;
  for (let to = 1; to <= count; to++) {
    for (let from = 0; from < to; from++) {
      for (let field = 0; field < FIELDS.length; field++) {
        const gain = score(field, from, to);
        for (let told = 0; told < SETS; told++) {
          const before = best[from * width + told] ?? Number.NEGATIVE_INFINITY;
          if (told & (1 << field) || before === Number.NEGATIVE_INFINITY) continue;
          const at = to * width + (told | (1 << field));
          if (before + gain <= (best[at] ?? 0)) continue;
          best[at] = before + gain;
          origin[at] = from * FIELDS.length + field;
        }
      }
    }
  }
  return trace(count, best, origin);
}

function trace(count: number, best: Float64Array, origin: Int32Array): Block[] {
  let told = 0;
  for (let set = 1; set < SETS; set++) {
    if ((best[count * SETS + set] ?? 0) > (best[count * SETS + told] ?? 0)) told = set;
  }
  const blocks: Block[] = [];
  let to = count;
  while (to > 0) {
    const step = origin[to * SETS + told] ?? -1;
    const field = FIELDS[step % FIELDS.length];
    if (step < 0 || !field) return [];
    const from = Math.floor(step / FIELDS.length);
    blocks.unshift({ field, from, to });
    told &= ~(1 << (step % FIELDS.length));
    to = from;
  }
  return blocks;
}
