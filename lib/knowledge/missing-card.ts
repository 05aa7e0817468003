import { namesFeature } from './names-feature';
import type { SearchClient } from './search-client';
import { toLabel } from './to-search-record';

const CARDS = toLabel('kind', 'feature-card');
const LOOKED_AT = 20;

/**
 * Whether the team writes cards and has none for this part of the product. Where nobody writes cards, a missing one is
 * no news.
 */
export async function isCardMissing(
  part: string,
  client: Pick<SearchClient, 'countLabels' | 'search'>,
): Promise<boolean> {
  if (part.trim() === '' || !(await client.countLabels()).get(CARDS)) return false;
  const { rows } = await client.search(part, { labels: [[CARDS]], since: null }, 0, LOOKED_AT);
  return !rows.some(
    ({ record }) =>
      record.kind === 'feature-card' &&
      (namesFeature(part, record) || namesFeature(record.title, { title: part, aliases: [] })),
  );
}
