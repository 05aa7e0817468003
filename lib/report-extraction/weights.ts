import type { WeightOf } from './block-model';
import { FIELDS } from './segment';
import learned from './weights.json';

/** Whole numbers from −127 to 127 as base64, one per field, in the order of the names; a weight is number × scale. */
export interface WeightFile {
  readonly attribution: string;
  readonly scale: number;
  /** Names of features, separated by line feeds. */
  readonly names: string;
  readonly numbers: string;
}

export function toWeightOf({ scale, names, numbers }: WeightFile): WeightOf {
  const bytes = Uint8Array.from(atob(numbers), (sign) => sign.charCodeAt(0));
  const weights = new Map<string, Float64Array>();
  names.split('\n').forEach((name, at) => {
    const own = new Int8Array(bytes.buffer, at * FIELDS.length, FIELDS.length);
    weights.set(
      name,
      Float64Array.from(own, (number) => number * scale),
    );
  });
  return (name) => weights.get(name);
}

let loaded: WeightOf | undefined;

/** The weights that ship, unpacked at the first call. */
export function loadWeights(): WeightOf {
  loaded ??= toWeightOf(learned);
  return loaded;
}
