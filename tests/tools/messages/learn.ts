import type { ModelFile } from '@/lib/text-model/text-model';

/** A text as its features, with the index of its label. */
export interface Example {
  readonly features: ReadonlyMap<number, number>;
  readonly label: number;
}

export interface LearningSettings {
  readonly bits: number;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  /** Features kept; learned a second time with these alone, so that they speak for what was left out. */
  readonly most: number;
}

/** The same numbers on every machine: no clock, no system randomness. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}

/** Softmax regression by stochastic steps with a rate per weight (Adagrad) and decay. */
export function learn(
  about: string,
  labels: readonly string[],
  examples: readonly Example[],
  settings: LearningSettings,
): ModelFile {
  const all = fitWeights(labels.length, examples, settings);
  const kept = loudestFeatures(all.weights, labels.length, settings.most);
  const fewer = examples.map(({ features, label }) => ({
    features: new Map([...features].filter(([feature]) => kept.has(feature))),
    label,
  }));
  const { weights, bias } = fitWeights(labels.length, fewer, settings);
  return pack(about, labels, weights, bias, settings.bits);
}

interface Fitted {
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

function fitWeights(size: number, examples: readonly Example[], settings: LearningSettings): Fitted {
  const weights = new Float32Array(2 ** settings.bits * size);
  const squares = new Float32Array(weights.length).fill(1e-3);
  const bias = new Float64Array(size);
  const random = randomFrom(7);
  const order = [...examples];
  for (let round = 0; round < settings.rounds; round++) {
    shuffle(order, random);
    for (const { features, label } of order) step(weights, squares, bias, features, label, settings);
  }
  return { weights, bias };
}

const loudest = (weights: Float32Array, feature: number, size: number): number =>
  Math.max(...weights.subarray(feature * size, (feature + 1) * size).map(Math.abs));

function loudestFeatures(weights: Float32Array, size: number, most: number): Set<number> {
  const features = Array.from({ length: weights.length / size }, (_, feature) => feature);
  const volume = features.map((feature) => loudest(weights, feature, size));
  const sorted = features.toSorted((a, b) => (volume[b] ?? 0) - (volume[a] ?? 0));
  return new Set(sorted.slice(0, most));
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  bias: Float64Array,
  features: ReadonlyMap<number, number>,
  wanted: number,
  { rate, decay }: LearningSettings,
): void {
  const size = bias.length;
  const scores = Float64Array.from(bias);
  for (const [feature, value] of features)
    for (let label = 0; label < size; label++)
      scores[label] = (scores[label] ?? 0) + (weights[feature * size + label] ?? 0) * value;
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, it) => total + it, 0);
  for (let label = 0; label < size; label++) {
    const miss = (raised[label] ?? 0) / sum - (label === wanted ? 1 : 0);
    bias[label] = (bias[label] ?? 0) - rate * 0.05 * miss;
    for (const [feature, value] of features) {
      const at = feature * size + label;
      const slope = miss * value + decay * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
}

function pack(
  about: string,
  labels: readonly string[],
  weights: Float32Array,
  bias: Float64Array,
  bits: number,
): ModelFile {
  const size = labels.length;
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  const distances: number[] = [];
  const numbers: number[] = [];
  let last = 0;
  for (let feature = 0; feature < 2 ** bits; feature++) {
    const own = weights.subarray(feature * size, (feature + 1) * size);
    if (own.every((weight) => Math.round(weight / scale) === 0)) continue;
    distances.push((feature - last) >> 8, (feature - last) & 255);
    last = feature;
    for (const weight of own) numbers.push(Math.round(weight / scale));
  }
  return {
    about,
    labels,
    bits,
    bias: [...bias].map((it) => Number(it.toFixed(4))),
    scale: Number(scale.toPrecision(6)),
    distances: Buffer.from(distances).toString('base64'),
    numbers: Buffer.from(Int8Array.from(numbers).buffer).toString('base64'),
  };
}
