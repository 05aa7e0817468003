import { findSecrets, type MaskRules } from '@/lib/masking/find-secrets';
import { mapTexts } from '@/lib/masking/map-texts';
import type { Mask } from '@/lib/masking/mask';
import { Masker } from '@/lib/masking/masker';
import type { ArticleChange } from './article-change';

/** What names the article or is one of our own words: never free text. */
const FUNCTIONAL: ReadonlySet<string> = new Set(['kind', 'recordId', 'url', 'flag', 'where', 'audience']);

export interface MaskedChange {
  readonly change: ArticleChange;
  /** What is masked in it, and what leaves as written. */
  readonly masks: readonly Omit<Mask, 'count'>[];
}

/** Ids of what an article tells already: an address customers are to write to is no secret in it. */
export function publishedIn(text: string, rules: MaskRules): string[] {
  return findSecrets(text, rules).map(({ id }) => id);
}

/** A change as it may leave: an article outlives its ticket, so what was written beside one goes out masked. */
export function maskChange(
  change: ArticleChange,
  rules: MaskRules,
  unmasked: readonly string[],
): MaskedChange {
  const write = (masker: Masker) =>
    mapTexts(change, (text, key) => (FUNCTIONAL.has(key) ? text : masker.mask(text)));
  const reader = new Masker(rules);
  write(reader);
  const masker = new Masker(rules, { unmasked, avoid: JSON.stringify(change), known: reader.seen });
  return { change: write(masker), masks: masker.seen };
}
