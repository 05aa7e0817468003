import { type Evidence, sizeNames } from '@/lib/report-extraction/block-model';
import { type Block, FIELDS } from '@/lib/report-extraction/segment';

/** A text with the blocks people gave it. */
export interface Example {
  readonly evidence: Evidence;
  readonly gold: readonly Block[];
  readonly weight: number;
}

export interface LearningSettings {
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
}

const KINDS = FIELDS.length;
const SETS = 1 << KINDS;

/** Names become numbers once; gradients are sums over numbers. */
class Names {
  readonly ids = new Map<string, number>();
  idOf(name: string): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    this.ids.set(name, this.ids.size);
    return this.ids.size - 1;
  }
}

interface Compiled {
  readonly count: number;
  readonly each: Int32Array[];
  readonly opening: Int32Array[];
  readonly any: Int32Array[];
  readonly sizes: Int32Array[];
  readonly gold: ReadonlySet<number>;
  readonly weight: number;
}

function compile(
  { evidence, gold, weight }: Example,
  names: Names,
  keep: (name: string) => boolean,
): Compiled {
  const toIds = (list: readonly string[]) =>
    Int32Array.from(list.filter(keep).map((name) => names.idOf(name)));
  const count = evidence.each.length;
  const sizes: Int32Array[] = [];
  for (let from = 0; from < count; from++)
    for (let to = 1; to <= count; to++)
      sizes.push(to > from ? toIds(sizeNames(evidence, from, to)) : new Int32Array());
  return {
    count,
    each: evidence.each.map(toIds),
    opening: evidence.opening.map((list, at) => toIds([...list, ...(evidence.border[at] ?? [])])),
    any: evidence.any.map(toIds),
    sizes,
    gold: new Set(gold.map(({ field, from, to }) => toKey(FIELDS.indexOf(field), from, to, count))),
    weight,
  };
}

function toKey(field: number, from: number, to: number, count: number): number {
  return (field * count + from) * (count + 1) + to;
}

/** Scores of every block under the present weights. */
function toScores(it: Compiled, weights: Float64Array): Float64Array {
  const { count } = it;
  const scores = new Float64Array(KINDS * count * (count + 1));
  const dot = (ids: Int32Array, field: number) => {
    let sum = 0;
    for (const id of ids) sum += weights[id * KINDS + field] ?? 0;
    return sum;
  };
  for (let field = 0; field < KINDS; field++) {
    const each = it.each.map((ids) => dot(ids, field));
    for (let from = 0; from < count; from++) {
      let running = dot(it.opening[from] ?? new Int32Array(), field);
      const seen = new Set<number>();
      for (let to = from + 1; to <= count; to++) {
        running += each[to - 1] ?? 0;
        for (const id of it.any[to - 1] ?? []) {
          if (seen.has(id)) continue;
          seen.add(id);
          running += weights[id * KINDS + field] ?? 0;
        }
        scores[toKey(field, from, to, count)] =
          running + dot(it.sizes[from * count + to - 1] ?? new Int32Array(), field);
      }
    }
  }
  return scores;
}

function addLog(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** The probability of every block, over all ways to cut the text. */
function toMarginals(count: number, scores: Float64Array): Float64Array {
  const ahead = new Float64Array((count + 1) * SETS).fill(Number.NEGATIVE_INFINITY);
  const behind = new Float64Array((count + 1) * SETS).fill(Number.NEGATIVE_INFINITY);
  ahead[0] = 0;
  for (let set = 1; set < SETS; set++) behind[count * SETS + set] = 0;
  const visit = (
    step: (from: number, to: number, field: number, told: number, score: number) => void,
    to: number,
    from: number,
  ) => {
    for (let field = 0; field < KINDS; field++) {
      const score = scores[toKey(field, from, to, count)] ?? 0;
      for (let told = 0; told < SETS; told++) if (!(told & (1 << field))) step(from, to, field, told, score);
    }
  };
  for (let to = 1; to <= count; to++)
    for (let from = 0; from < to; from++)
      visit(
        (_f, _t, field, told, score) => {
          const at = to * SETS + (told | (1 << field));
          ahead[at] = addLog(ahead[at] ?? 0, (ahead[from * SETS + told] ?? 0) + score);
        },
        to,
        from,
      );
  for (let from = count - 1; from >= 0; from--)
    for (let to = from + 1; to <= count; to++)
      visit(
        (_f, _t, field, told, score) => {
          const at = from * SETS + told;
          behind[at] = addLog(behind[at] ?? 0, (behind[to * SETS + (told | (1 << field))] ?? 0) + score);
        },
        to,
        from,
      );
  const all = behind[0] ?? 0;
  const marginals = new Float64Array(scores.length);
  for (let to = 1; to <= count; to++)
    for (let from = 0; from < to; from++)
      visit(
        (_f, _t, field, told, score) => {
          const key = toKey(field, from, to, count);
          const log =
            (ahead[from * SETS + told] ?? 0) + score + (behind[to * SETS + (told | (1 << field))] ?? 0) - all;
          if (log > -30) marginals[key] = (marginals[key] ?? 0) + Math.exp(log);
        },
        to,
        from,
      );
  return marginals;
}

/** Adds (gold − expected) of every feature to the gradient. */
function addGradient(
  it: Compiled,
  marginals: Float64Array,
  add: (id: number, field: number, value: number) => void,
): void {
  const { count } = it;
  for (let field = 0; field < KINDS; field++) {
    const change = new Float64Array(count + 1);
    for (let from = 0; from < count; from++) {
      let opened = 0;
      const seen = new Map<number, number>();
      const tails = new Float64Array(count + 2);
      for (let to = count; to > from; to--) {
        const key = toKey(field, from, to, count);
        const value = (it.gold.has(key) ? 1 : 0) - (marginals[key] ?? 0);
        tails[to] = (tails[to + 1] ?? 0) + value;
        if (Math.abs(value) < 1e-7) continue;
        opened += value;
        change[from] = (change[from] ?? 0) + value;
        change[to] = (change[to] ?? 0) - value;
        for (const id of it.sizes[from * count + to - 1] ?? []) add(id, field, value);
      }
      if (opened !== 0) for (const id of it.opening[from] ?? []) add(id, field, opened);
      for (let at = from; at < count; at++) {
        for (const id of it.any[at] ?? []) {
          if (seen.has(id)) continue;
          seen.set(id, at);
          if (Math.abs(tails[at + 1] ?? 0) > 1e-7) add(id, field, tails[at + 1] ?? 0);
        }
      }
    }
    let inside = 0;
    for (let at = 0; at < count; at++) {
      inside += change[at] ?? 0;
      if (Math.abs(inside) > 1e-7) for (const id of it.each[at] ?? []) add(id, field, inside);
    }
  }
}

/** Weights for steps, actual and expected, by the name of the feature. */
export type Weights = Map<string, Float64Array>;

/** The same numbers on every machine: no clock, no system randomness. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Maximum likelihood of the gold blocks over all ways to cut each text, by stochastic steps with a rate per weight
 * (Adagrad) and decay. Features for which `keep` is false are not learned; weights that are `fixed` count as they are.
 */
export function learn(
  examples: readonly Example[],
  settings: LearningSettings,
  keep: (name: string) => boolean,
  fixed: Weights = new Map(),
): Weights {
  const names = new Names();
  const compiled = examples.map((example) =>
    compile(example, names, (name) => fixed.has(name) || keep(name)),
  );
  const size = names.ids.size * KINDS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const mean = new Float64Array(size);
  const isFixed = new Uint8Array(names.ids.size);
  for (const [name, id] of names.ids) {
    const own = fixed.get(name);
    if (own) weights.set(own, id * KINDS);
    if (own) isFixed[id] = 1;
  }
  const random = randomFrom(7);
  const order = compiled.map((_, at) => at);
  const tail = Math.ceil(settings.rounds / 2);
  for (let round = 0; round < settings.rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const it = compiled[index];
      if (!it) continue;
      const gradient = new Map<number, number>();
      addGradient(it, toMarginals(it.count, toScores(it, weights)), (id, field, value) => {
        if (isFixed[id] === 1) return;
        const at = id * KINDS + field;
        gradient.set(at, (gradient.get(at) ?? 0) + value * it.weight);
      });
      for (const [at, value] of gradient) {
        const step = value - settings.decay * it.weight * (weights[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + step * step;
        weights[at] = (weights[at] ?? 0) + (settings.rate * step) / Math.sqrt(squares[at] ?? 1);
      }
    }
    if (round >= settings.rounds - tail)
      for (let at = 0; at < size; at++) mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) / tail;
  }
  const learned = [...names.ids].filter(([, id]) => isFixed[id] === 0);
  return new Map(learned.map(([name, id]) => [name, mean.slice(id * KINDS, id * KINDS + KINDS)]));
}
