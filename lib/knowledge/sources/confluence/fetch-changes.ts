import type { HttpError } from '@/lib/http/http-error';
import type { Article } from '@/lib/knowledge/article';
import type { Fetched } from '@/lib/knowledge/knowledge-source';
import { listByPosition } from '@/lib/knowledge/listing/by-position';
import { newestFirst } from '@/lib/knowledge/listing/newest-first';
import { takeOver } from '@/lib/knowledge/listing/take-over';
import { type ChangedPage, type Spot, walkChanges } from '@/lib/knowledge/listing/walk-changes';
import { below } from '@/lib/knowledge/source-config';
import { toBody, toLine, toLines, toMoment, toTitle } from '@/lib/knowledge/text/foreign-text';
import { htmlToText } from '@/lib/knowledge/text/html-to-text';
import { ok, type Result } from '@/lib/std/result';
import {
  type ConfluencePage,
  type Context,
  DatedSchema,
  idsOf,
  nextPosition,
  PageSchema,
  search,
  toCql,
} from './api';
import { storageToHtml } from './storage-format';

/** With bodies Confluence hands out no more at once. */
const PAGE = 50;
const EXPAND = 'body.storage,version,space,history,metadata.labels';

function changedAt(item: unknown): number | null {
  const dated = DatedSchema.safeParse(item);
  return dated.success ? toMoment(dated.data.version.when) : null;
}

function toArticle(page: ConfluencePage, { config }: Context): Article {
  const html = storageToHtml(page.body?.storage?.value ?? '');
  return {
    kind: 'article',
    id: page.id,
    title: toTitle(page.title),
    text: htmlToText(html),
    body: toBody('html', html),
    labels: toLines([
      page.space?.name ?? page.space?.key,
      ...(page.metadata?.labels?.results ?? []).map(({ name }) => name),
    ]),
    audience: 'internal',
    owner: toLine(page.history?.createdBy?.displayName),
    verifiedAt: null,
    // Built from the config and the number alone: an address in an answer is never shown.
    url: below(config.url, 'pages/viewpage.action', { pageId: page.id }).href,
    createdAt: toMoment(page.history?.createdDate),
    updatedAt: toMoment(page.version.when),
  };
}

/** Newest change first, until what is known begins: dates of CQL have whole minutes in a time zone it does not tell. */
export function fetchChanges(cursor: string | null, ctx: Context) {
  return walkChanges(cursor, { now: ctx.now, changedAt, fetchPage: (spot) => fetchChanged(spot, ctx) });
}

async function fetchChanged(spot: Spot, ctx: Context): Fetched<ChangedPage> {
  const cql = `${toCql(ctx.config)} order by lastmodified desc`;
  const answer = await search(ctx, cql, spot.position, { limit: String(PAGE), expand: EXPAND });
  if (!answer.ok) {
    // A cursor of Cloud that is no longer known.
    const isLost = spot.position !== '' && answer.error.kind === 'invalid';
    return isLost ? fetchChanged({ ...spot, position: '' }, ctx) : answer;
  }
  const { results } = answer.value;
  const { items, isKnown } = newestFirst(results, spot.since ?? 0, changedAt);
  const seen = new Set(new URLSearchParams(spot.position).get('seen')?.split(','));
  const fresh = items.filter((item) => !idsOf([item]).some((id) => seen.has(id)));
  const position = nextPosition(answer.value);
  return ok({
    ...takeOver(fresh, PageSchema, (page) => toArticle(page, ctx)),
    items: results,
    next: position === null || isKnown ? null : { ...spot, position },
    total: null,
  });
}

export function listIds(ctx: Context): AsyncGenerator<Result<readonly string[], HttpError>> {
  return listByPosition('Confluence', async (position) => {
    const cql = `${toCql(ctx.config)} order by created asc`;
    const answer = await search(ctx, cql, position, { limit: '200' });
    if (!answer.ok) return answer;
    const ids = idsOf(answer.value.results);
    return ok({ items: ids, ids, next: nextPosition(answer.value) });
  });
}
