import type { KnowledgeFilter } from '@/lib/knowledge/search-client';
import { FACETS, type Facet, toLabel } from '@/lib/knowledge/to-search-record';
import { DAY_MS } from '@/lib/std/time';
import { BUG_STATUS_WORDS, isBugStatus } from './bug-status';
import { KIND_WORDS } from './result-row';

/** What the agent narrowed the results by. */
export interface FilterChoice {
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  /** Days; null = of any age. */
  readonly days: number | null;
}

export const EVERYTHING: FilterChoice = {
  values: { kind: [], source: [], status: [], part: [] },
  days: null,
};

export const AGES: readonly (readonly [days: number | null, words: string])[] = [
  [null, 'Any age'],
  [30, 'Last 30 days'],
  [90, 'Last 3 months'],
  [365, 'Last year'],
];

export const isNarrowed = ({ values, days }: FilterChoice): boolean =>
  days !== null || FACETS.some((facet) => values[facet].length > 0);

export function toFilter({ values, days }: FilterChoice, now: number): KnowledgeFilter {
  const chosen = FACETS.filter((facet) => values[facet].length > 0);
  return {
    labels: chosen.map((facet) => values[facet].map((value) => toLabel(facet, value))),
    since: days === null ? null : now - days * DAY_MS,
  };
}

/** What a value is called on the screen. */
export function nameValue(facet: Facet, value: string, sources: ReadonlyMap<string, string>): string {
  switch (facet) {
    case 'kind':
      return Object.entries(KIND_WORDS).find(([kind]) => kind === value)?.[1] ?? value;
    case 'source':
      return sources.get(value) ?? value;
    case 'status':
      return isBugStatus(value) ? BUG_STATUS_WORDS[value] : value;
    case 'part':
      return value;
  }
}

/** More would only be scrolled past: the search box finds rare parts. */
const MOST_OPTIONS = 60;

/** Values of a facet with how many records carry each: chosen ones first, then the most frequent. */
export function optionsOf(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
): { readonly value: string; readonly count: number }[] {
  const prefix = toLabel(facet, '');
  const options = chosen.map((value) => ({ value, count: counts.get(toLabel(facet, value)) ?? 0 }));
  const others = [...counts]
    .filter(([label]) => label.startsWith(prefix))
    .map(([label, count]) => ({ value: label.slice(prefix.length), count }))
    .filter(({ value }) => !chosen.includes(value))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  return [...options, ...others].slice(0, MOST_OPTIONS);
}
