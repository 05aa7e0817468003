import type { MaskKind, Playbook } from '@/lib/playbook/playbook';
import { cleanLine } from '@/lib/std/text';
import { findCards } from './find-cards';
import { findCredentials } from './find-credentials';
import { findEmails } from './find-emails';
import { findIbans } from './find-ibans';
import { findIps } from './find-ips';
import { findNamedTokens } from './find-named-tokens';
import { toPatternFinder } from './find-patterns';
import { findPhones } from './find-phones';
import { findPrivateKeys } from './find-private-keys';
import { findTokens } from './find-tokens';
import type { Finder, SecretKind } from './found';
import { toMaskId } from './mask-id';
import { Scan } from './scan';

/** Which kinds are looked for, and the patterns of national ids. */
export type MaskRules = Playbook['masks'];

export interface Secret {
  /** Where it stands in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** What it is called in the copy, e.g. `e-mail`. */
  readonly name: string;
  readonly id: string;
}

/** In this order: what is found by a stronger rule gives the name where two overlap. */
const FINDERS: readonly (readonly [MaskKind, string, Finder])[] = [
  ['token', 'token', findPrivateKeys],
  ['token', 'token', findNamedTokens],
  ['credentials', 'password', findCredentials],
  ['token', 'token', findTokens],
  ['iban', 'IBAN', findIbans],
  ['card', 'card', findCards],
  ['email', 'e-mail', findEmails],
];
/** After the patterns of the playbook: the ones that rest on shape alone. */
const BY_SHAPE: readonly (readonly [MaskKind, string, Finder])[] = [
  ['ip', 'IP address', findIps],
  ['phone', 'phone', findPhones],
];

/** Stands in brackets in every copy: short, one line, no brackets of its own. */
const toName = (label: string) => cleanLine(label).replace(/[[\]]/g, '').slice(0, 40).trim() || 'id';

interface Candidate {
  start: number;
  end: number;
  readonly kind: SecretKind;
  readonly name: string;
  readonly rank: number;
}

/** One range for whatever overlaps, so that no end of a secret sticks out of the mask of another. */
function merge(candidates: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  for (const next of candidates.toSorted((a, b) => a.start - b.start || a.rank - b.rank)) {
    const last = merged.at(-1);
    if (!last || next.start >= last.end) merged.push(next);
    else {
      const named = next.rank < last.rank ? next : last;
      merged[merged.length - 1] = { ...named, start: last.start, end: Math.max(last.end, next.end) };
    }
  }
  return merged;
}

/** Everything in a text that must not leave, in order and without overlaps. Linear in the text's length. */
export function findSecrets(text: string, rules: MaskRules): Secret[] {
  return findInScan(new Scan(text), rules);
}

/** The same, remembering texts it has read: one issue is composed several times. */
export function toFinder(rules: MaskRules): (text: string) => readonly Secret[] {
  const read = new Map<string, readonly Secret[]>();
  return (text) => {
    const known = read.get(text) ?? findSecrets(text, rules);
    read.set(text, known);
    return known;
  };
}

/** The same for a text that is folded already. */
export function findInScan(scan: Scan, { kinds, patterns }: MaskRules): Secret[] {
  const wanted = (finders: typeof FINDERS) => finders.filter(([kind]) => kinds.includes(kind));
  const finders: (readonly [SecretKind, string, Finder])[] = [
    ...wanted(FINDERS),
    ...patterns.map((pattern) => ['pattern', toName(pattern.label), toPatternFinder(pattern)] as const),
    ...wanted(BY_SHAPE),
  ];
  const candidates = finders.flatMap(([kind, name, find], rank) =>
    find(scan).map(({ start, end }) => ({ start, end, kind, name, rank })),
  );
  // `user:pass@host`: the host behind the mask is no part of an address of mail.
  const userInfoEnds = new Set(candidates.filter(({ kind }) => kind === 'credentials').map(({ end }) => end));
  const isHost = ({ kind, start, end }: Candidate) =>
    kind === 'email' && userInfoEnds.has(start + scan.slice(start, end).lastIndexOf('@'));
  return merge(candidates.filter((it) => !isHost(it))).map(({ start, end, kind, name }) => {
    const range = scan.toSource(start, end);
    return { ...range, kind, name, id: toMaskId(kind, scan.source.slice(range.start, range.end)) };
  });
}
