import type { Word } from '@/lib/language/words';
import { fromBase64 } from '@/lib/std/bytes';
import { addWord, toFeatures } from './features';

/** What was learned: for each feature kept, its distance from the one before and a whole number per label. */
export interface ModelFile {
  /** `severity`, `massness` …: what the labels are. */
  readonly about: string;
  readonly labels: readonly string[];
  /** Features are numbered below `2^bits`. */
  readonly bits: number;
  readonly bias: readonly number[];
  /** A weight is number × scale. */
  readonly scale: number;
  /** Base64: distances of two bytes, then the numbers, −127 to 127, feature by feature. */
  readonly distances: string;
  readonly numbers: string;
}

export interface Classified<Label extends string> {
  readonly label: Label;
  /** Of all labels together, 0 to 1. */
  readonly share: number;
}

/** Tells what a text is about by learned weights. Nothing is looked up or sent; the same text gives the same answer. */
export class TextModel<Label extends string> {
  readonly labels: readonly Label[];
  readonly #bits: number;
  readonly #bias: readonly number[];
  readonly #weights: Float32Array;

  /** Throws on a file whose labels are not those asked for. */
  constructor(file: ModelFile, labels: readonly Label[]) {
    if (file.labels.join() !== labels.join())
      throw new Error(`The weights of ${file.about} have other labels.`);
    this.labels = labels;
    this.#bits = file.bits;
    this.#bias = file.bias;
    this.#weights = unpack(file);
  }

  /** How likely each label is, together 1. `hints` are what rules found in the text, by the names they had in learning. */
  shares(words: readonly Word[], hints: readonly string[]): Float64Array {
    const scores = Float64Array.from(this.#bias);
    for (const [feature, value] of toFeatures(words, hints, this.#bits))
      for (let label = 0; label < scores.length; label++)
        scores[label] = (scores[label] ?? 0) + this.#weight(feature, label) * value;
    return toShares(scores);
  }

  /** The likeliest label. */
  classify(words: readonly Word[], hints: readonly string[]): Classified<Label> {
    const shares = this.shares(words, hints);
    const best = shares.indexOf(Math.max(...shares));
    return { label: this.labels[best] as Label, share: shares[best] ?? 0 };
  }

  /** How much each word speaks for a label rather than the others. */
  voices(words: readonly Word[], label: Label): number[] {
    const own = this.labels.indexOf(label);
    const mask = 2 ** this.#bits - 1;
    return words.map((_, at) => {
      let voice = 0;
      addWord(words, at, (feature, value) => {
        let all = 0;
        for (let other = 0; other < this.labels.length; other++) all += this.#weight(feature & mask, other);
        voice += value * (this.#weight(feature & mask, own) - all / this.labels.length);
      });
      return voice;
    });
  }

  #weight(feature: number, label: number): number {
    return this.#weights[feature * this.labels.length + label] ?? 0;
  }
}

function toShares(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, it) => total + it, 0);
  return raised.map((it) => it / sum);
}

function unpack({ bits, labels, scale, distances, numbers }: ModelFile): Float32Array {
  const weights = new Float32Array(2 ** bits * labels.length);
  const steps = new DataView(fromBase64(distances).buffer);
  const values = new Int8Array(fromBase64(numbers).buffer);
  let feature = 0;
  for (let at = 0; at * 2 < steps.byteLength; at++) {
    feature += steps.getUint16(at * 2);
    for (let label = 0; label < labels.length; label++)
      weights[feature * labels.length + label] = (values[at * labels.length + label] ?? 0) * scale;
  }
  return weights;
}
