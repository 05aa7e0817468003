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
  ArticleSchema,
  type ArticlesPage,
  type Context,
  DatedSchema,
  type HelpCenterArticle,
  isSignedIn,
  ListedSchema,
  listArticles,
  nextOf,
} from './api';

function changedAt(item: unknown): number | null {
  const dated = DatedSchema.safeParse(item);
  return dated.success ? toMoment(dated.data.updated_at) : null;
}

/** Built from the config and the number alone: an address in an answer is never followed or shown. */
export const toArticleUrl = ({ config }: Context, id: number | string) =>
  below(config.url, `hc/${config.locale.toLowerCase()}/articles/${id}`).href;

function toArticle(
  article: HelpCenterArticle,
  names: ReadonlyMap<string, string>,
  ctx: Context,
): Article | null {
  // A draft is not true yet. One that became a draft again leaves with the next look for deletions.
  if (article.draft) return null;
  const html = article.body ?? '';
  return {
    kind: 'article',
    id: String(article.id),
    title: toTitle(article.title),
    text: htmlToText(html),
    body: toBody('html', html),
    labels: toLines([
      names.get(`section ${article.section_id}`),
      ...article.label_names,
      article.outdated ? 'outdated translation' : '',
    ]),
    // Signed-in customers may be among those who read it; an agent who checks is safer than one who pastes.
    audience: article.user_segment_id ? 'internal' : 'public',
    owner: toLine(names.get(`user ${article.author_id}`)),
    verifiedAt: null,
    url: toArticleUrl(ctx, article.id),
    createdAt: toMoment(article.created_at),
    updatedAt: toMoment(article.updated_at),
  };
}

const toNames = ({ sections, users }: ArticlesPage): Map<string, string> =>
  new Map([
    ...sections.map(({ id, name }) => [`section ${id}`, name] as const),
    ...users.map(({ id, name }) => [`user ${id}`, name] as const),
  ]);

/**
 * Newest change first, until what is known begins. The incremental list of the API is for agents only and mixes the
 * languages. Should a help center not sort, everything is read and sorted out here.
 */
export function fetchChanges(cursor: string | null, ctx: Context) {
  return walkChanges(cursor, { now: ctx.now, changedAt, fetchPage: (spot) => fetchChanged(spot, ctx) });
}

async function fetchChanged(spot: Spot, ctx: Context): Fetched<ChangedPage> {
  const query = {
    sort_by: 'updated_at',
    sort_order: 'desc',
    include: isSignedIn(ctx) ? 'sections,users' : 'sections',
  };
  const answer = await listArticles(ctx, spot.position, query);
  if (!answer.ok) {
    // The place in the list is no longer known.
    const isLost = spot.position !== '' && answer.error.kind === 'invalid';
    return isLost ? fetchChanged({ ...spot, position: '' }, ctx) : answer;
  }
  const { articles } = answer.value;
  const { items, isKnown } = newestFirst(articles, spot.since ?? 0, changedAt);
  const position = nextOf(answer.value);
  const names = toNames(answer.value);
  return ok({
    ...takeOver(items, ArticleSchema, (article) => toArticle(article, names, ctx)),
    items: articles,
    next: position === null || isKnown ? null : { ...spot, position },
    total: null,
  });
}

/** Drafts are left out, so that an article taken back leaves the cache. */
export function listIds(ctx: Context): AsyncGenerator<Result<readonly string[], HttpError>> {
  return listByPosition('The help center', async (position) => {
    const answer = await listArticles(ctx, position, { sort_by: 'created_at', sort_order: 'asc' });
    if (!answer.ok) return answer;
    const listed = answer.value.articles.flatMap((item) => {
      const article = ListedSchema.safeParse(item);
      return article.success ? [{ id: String(article.data.id), draft: article.data.draft }] : [];
    });
    return ok({
      items: listed.map(({ id }) => id),
      ids: listed.filter(({ draft }) => !draft).map(({ id }) => id),
      next: nextOf(answer.value),
    });
  });
}
