import { looksSecret } from './characters';
import { findSecrets, type MaskRules, type Secret } from './find-secrets';
import type { SecretKind } from './found';
import { inAddress, type Mask } from './mask';

export interface MaskerOptions {
  /** `toFinder` of the same rules, where the same texts are read again. */
  readonly find?: (text: string) => readonly Secret[];
  /** Ids of what the agent took back. */
  readonly unmasked?: readonly string[];
  /** Text no label may already stand in, so that a label always speaks of its own value. */
  readonly avoid?: string;
  /** Values that are numbered first, in this order. */
  readonly first?: readonly Pick<Mask, 'id' | 'kind' | 'name' | 'original'>[];
  /** Values found in other texts of the issue: a password told in one is masked where another only repeats it. */
  readonly known?: readonly Pick<Mask, 'id' | 'kind' | 'name' | 'original'>[];
}

type Seen = Omit<Mask, 'count'>;
type Place = Pick<Secret, 'start' | 'end' | 'kind' | 'name' | 'id'>;

/** Shorter values, and plain words, may be said without being told. */
const SHORTEST_REPEATED = 8;

/** No address is longer. */
const LONGEST_ADDRESS = 4_000;

/** Whether this place lies in an address, behind its `://`. */
function isInAddress(text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - LONGEST_ADDRESS), place);
  const scheme = before.lastIndexOf('://');
  return scheme !== -1 && !/\s/.test(before.slice(scheme));
}

/** Masks the texts of one issue: the same value gets the same label in all of them. */
export class Masker {
  readonly #find: (text: string) => readonly Secret[];
  readonly #unmasked: ReadonlySet<string>;
  readonly #avoid: string;
  readonly #known: readonly Pick<Mask, 'id' | 'kind' | 'name' | 'original'>[];
  readonly #seen = new Map<string, Seen>();
  readonly #numbers = new Map<string, number>();

  constructor(rules: MaskRules, options: MaskerOptions = {}) {
    const { unmasked = [], avoid = '', first = [], known = [] } = options;
    this.#find = options.find ?? ((text) => findSecrets(text, rules));
    this.#unmasked = new Set(unmasked);
    this.#avoid = avoid;
    this.#known = known.filter(
      ({ kind, original }) =>
        (kind === 'token' || kind === 'credentials') &&
        original.length >= SHORTEST_REPEATED &&
        looksSecret(original),
    );
    for (const { id, kind, name, original } of first) this.#see(id, kind, name, original);
  }

  /** The text with labels for what was found; `only` some kinds where others would break an address. */
  mask(text: string, only?: readonly SecretKind[]): string {
    let masked = '';
    let done = 0;
    for (const { start, end, kind, name, id } of this.#placesIn(text)) {
      if (only && !only.includes(kind)) continue;
      const mask = this.#see(id, kind, name, text.slice(start, end));
      const label = isInAddress(text, start) ? inAddress(mask.label) : mask.label;
      masked += text.slice(done, start) + (mask.masked ? label : text.slice(start, end));
      done = end;
    }
    return masked + text.slice(done);
  }

  /**
   * A file name with its ending kept: `greta@halden.test.png` is an address with an ending, `greta@halden.test` has none.
   */
  maskFileName(name: string): string {
    const dot = name.lastIndexOf('.');
    const stem = dot > 0 ? name.slice(0, dot) : name;
    const masked = this.mask(stem);
    return masked === stem ? this.mask(name) : masked + name.slice(stem.length);
  }

  /** Every value met so far, in the order of their first appearance. */
  get seen(): readonly Seen[] {
    return [...this.#seen.values()];
  }

  #placesIn(text: string): readonly Place[] {
    const found: Place[] = [...this.#find(text)];
    for (const { original, ...known } of this.#known) {
      for (let at = text.indexOf(original); at !== -1; at = text.indexOf(original, at + original.length)) {
        const end = at + original.length;
        const free = found.every((it) => it.end <= at || it.start >= end);
        if (free) found.push({ ...known, start: at, end });
      }
    }
    return found.sort((a, b) => a.start - b.start);
  }

  #see(id: string, kind: SecretKind, name: string, original: string): Seen {
    const known = this.#seen.get(id);
    if (known) return known;
    const seen = {
      id,
      kind,
      name,
      original,
      label: this.#nextLabel(name),
      masked: !this.#unmasked.has(id),
    };
    this.#seen.set(id, seen);
    return seen;
  }

  #nextLabel(name: string): string {
    let label: string;
    do {
      const number = (this.#numbers.get(name) ?? 0) + 1;
      this.#numbers.set(name, number);
      label = `[${name} ${number}]`;
    } while (this.#avoid.includes(label) || this.#avoid.includes(inAddress(label)));
    return label;
  }
}
