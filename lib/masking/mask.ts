import type { SecretKind } from './found';

/** One value that is masked in the outgoing copy, or was taken back by the agent. */
export interface Mask {
  /** As `toMaskId` gives it; stands in `escalation.unmasked` when taken back. */
  readonly id: string;
  readonly kind: SecretKind;
  /** `e-mail`, or the label of the playbook's pattern. */
  readonly name: string;
  /** What stands in its place, e.g. `[e-mail 1]`: the same value has the same one throughout an issue. */
  readonly label: string;
  /** For the agent's eyes only: never part of what leaves. */
  readonly original: string;
  /** How often it stands in what leaves. */
  readonly count: number;
  /** False once the agent took it back: it leaves as written. */
  readonly masked: boolean;
}

/** In an address a label has no blank and no bracket, so that it stays one address: `masked-1-token`. */
export function inAddress(label: string): string {
  const words = label.slice(1, -1).split(' ');
  return ['masked', ...words.slice(-1), ...words.slice(0, -1)].join('-');
}

/** The spellings of a label that may stand in what leaves: as it is, in addresses, in Redmine's Textile. */
export const spellings = (label: string): readonly string[] => [
  label,
  inAddress(label),
  label.replace('[', '&#91;').replace(']', '&#93;'),
];

const NOUNS: Readonly<Record<SecretKind, readonly [one: string, many: string] | null>> = {
  email: ['e-mail address', 'e-mail addresses'],
  phone: ['phone number', 'phone numbers'],
  card: ['card number', 'card numbers'],
  iban: ['IBAN', 'IBANs'],
  token: ['token', 'tokens'],
  credentials: ['password', 'passwords'],
  ip: ['IP address', 'IP addresses'],
  // Patterns bring their own word.
  pattern: null,
};

/** `1 card number`, `2 × national id`. */
function countOf(kind: SecretKind, name: string, count: number): string {
  const nouns = NOUNS[kind];
  if (nouns) return `${count} ${count === 1 ? nouns[0] : nouns[1]}`;
  return count === 1 ? `1 ${name}` : `${count} × ${name}`;
}

/** `2 e-mail addresses, 1 card number`: how many values are masked, by kind; empty when none is. */
export function countMasks(masks: readonly Pick<Mask, 'kind' | 'name' | 'masked'>[]): string {
  const masked = masks.filter((mask) => mask.masked);
  const sorts = new Map(masked.map(({ kind, name }) => [`${kind} ${name}`, { kind, name }]));
  return [...sorts.values()]
    .map(({ kind, name }) =>
      countOf(kind, name, masked.filter((it) => it.kind === kind && it.name === name).length),
    )
    .join(', ');
}
