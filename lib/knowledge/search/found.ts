import type { Entry } from './entry';
import type { Run } from './lexicon';

/** What is compared as a whole, found in a text: `key` is compared, `start`…`end` is where it stands. */
export interface Found {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const MOST = 40;

/** The error that is named at this place of the text; in `HTTP 500` it is the number, and `led` is true. */
function signatureAt(
  entry: Entry,
  before: Entry | undefined,
): { readonly key: string; readonly led: boolean } | null {
  if (entry.number !== null && before?.leads) return { key: `#${entry.number}`, led: true };
  return entry.signature === null ? null : { key: entry.signature, led: false };
}

/** The error signatures of a text, each once. */
export function signatureKeys(entries: readonly Entry[]): Set<string> {
  const keys = new Set<string>();
  let before: Entry | undefined;
  for (const entry of entries) {
    const found = signatureAt(entry, before);
    if (found) keys.add(found.key);
    if (keys.size === MOST) break;
    before = entry;
  }
  return keys;
}

/** The error signatures of a text with the place of the first of each. */
export function signaturesIn(runs: readonly Run[]): Found[] {
  const found = new Map<string, Found>();
  for (const [at, { entry, start, end }] of runs.entries()) {
    const before = runs[at - 1];
    const signature = signatureAt(entry, before?.entry);
    if (!signature || found.has(signature.key)) continue;
    found.set(signature.key, {
      key: signature.key,
      start: signature.led && before ? before.start : start,
      end,
    });
    if (found.size === MOST) break;
  }
  return [...found.values()];
}

/** The pages whose addresses stand in a text, with the place of the first of each. */
export function pagesIn(runs: readonly Run[]): Found[] {
  const found = new Map<string, Found>();
  for (const { entry, start, end } of runs) {
    if (entry.page === null || found.has(entry.page)) continue;
    found.set(entry.page, { key: entry.page, start, end });
    if (found.size === MOST) break;
  }
  return [...found.values()];
}
