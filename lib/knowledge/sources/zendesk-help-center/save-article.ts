import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import * as z from 'zod/mini';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import type { Fetched } from '@/lib/knowledge/knowledge-source';
import { needsToken } from '@/lib/knowledge/markdown/change';
import { err, ok } from '@/lib/std/result';
import { type Context, call } from './api';
import { toArticleUrl } from './fetch-changes';

type Add = Extract<ArticleChange, { kind: 'add' }>;
type Fix = Extract<ArticleChange, { kind: 'fix' }>;

const id = z.int().check(z.positive());
const TranslationSchema = z.object({
  translation: z.object({ title: z.string(), body: z.nullish(z.string()) }),
});
const CreatedSchema = z.object({ article: z.object({ id }) });
const LabelledSchema = z.object({
  articles: z.array(z.object({ id, label_names: z._default(z.array(z.string()), []) })),
});
const GroupsSchema = z.object({
  permission_groups: z.array(z.object({ id, built_in: z._default(z.boolean(), false) })),
});
const SegmentsSchema = z.object({
  user_segments: z.array(z.object({ id, user_type: z.string(), built_in: z._default(z.boolean(), false) })),
});

/** An agent writes a page or two; the parser takes long for texts made to be slow. */
const MAX_MARKDOWN = 50_000;

/** The text as the help center's HTML; HTML in it becomes text. */
const toHtml = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

const invalid = (message: string) => err({ kind: 'invalid', message } as const);

/**
 * A fix replaces the translation, a new article waits as a draft for somebody to publish it. The API has no place for a
 * flag that customers cannot read: comments are public.
 */
export async function saveArticle(
  change: ArticleChange,
  key: string,
  ctx: Context,
): Fetched<{ url: string }> {
  if (!ctx.config.token) return needsToken('API token');
  if (change.kind === 'flag') {
    return invalid(
      'Zendesk has no place for a flag that customers cannot read. Save it as a file, or send a fix.',
    );
  }
  if (change.markdown.length > MAX_MARKDOWN)
    return invalid('The text is longer than 50,000 characters. Shorten it.');
  return change.kind === 'fix' ? mend(change, key, ctx) : add(change, key, ctx);
}

/** Zendesk may drop the comment; then writing the same once more changes nothing. */
async function mend({ recordId, title, markdown }: Fix, key: string, ctx: Context): Fetched<{ url: string }> {
  if (!/^\d+$/.test(recordId)) return invalid('This is no article of the help center.');
  const path = `help_center/articles/${recordId}/translations/${ctx.config.locale.toLowerCase()}`;
  const current = await call(ctx, path, TranslationSchema);
  if (!current.ok) return current;
  const marker = `<!-- ${key} -->`;
  const url = toArticleUrl(ctx, recordId);
  if (current.value.translation.body?.includes(marker)) return ok({ url });
  const body = `${toHtml(markdown)}\n${marker}`;
  const written = await call(ctx, path, TranslationSchema, {
    method: 'PUT',
    json: { translation: { title, body } },
  });
  return written.ok ? ok({ url }) : written;
}

/** The key is a label, which customers do not see and the API can search for. */
async function add(change: Add, key: string, ctx: Context): Fetched<{ url: string }> {
  const { section } = ctx.config;
  if (!section) return invalid('No section for new articles is set in the settings of this source.');
  const known = await call(ctx, 'help_center/articles', LabelledSchema, { query: { label_names: key } });
  if (!known.ok) return known;
  const found = known.value.articles.find((article) => article.label_names.includes(key));
  if (found) return ok({ url: toArticleUrl(ctx, found.id) });
  // A help center that does not know the filter answers with other articles: then nobody knows.
  if (known.value.articles.length > 0) {
    return err({
      kind: 'unexpected-answer',
      message: 'Zendesk did not search for the key. Nothing was created.',
    });
  }

  const rights = await findRights(change, ctx);
  if (!rights.ok) return rights;
  const locale = ctx.config.locale.toLowerCase();
  const article = {
    title: change.title,
    body: toHtml(change.markdown),
    locale,
    draft: true,
    label_names: [...change.labels, key],
    ...rights.value,
  };
  const created = await call(ctx, `help_center/${locale}/sections/${section}/articles`, CreatedSchema, {
    method: 'POST',
    json: { article, notify_subscribers: false },
  });
  return created.ok ? ok({ url: toArticleUrl(ctx, created.value.article.id) }) : created;
}

/** Zendesk requires a permission group (who may edit), and a segment (who may read) where not everybody may. */
async function findRights({ audience }: Add, ctx: Context): Fetched<object> {
  const groups = await call(ctx, 'guide/permission_groups', GroupsSchema);
  if (!groups.ok) return groups;
  const list = groups.value.permission_groups;
  const group = list.find((one) => one.built_in) ?? list[0];
  if (!group) return invalid('The help center has no permission group this account may use.');
  if (audience === 'public') return ok({ permission_group_id: group.id, user_segment_id: null });
  const segments = await call(ctx, 'help_center/user_segments/applicable', SegmentsSchema);
  if (!segments.ok) return segments;
  const staff = segments.value.user_segments.find((segment) => segment.user_type === 'staff');
  if (!staff) return invalid('The help center has no user segment for the team alone. Nothing was created.');
  return ok({ permission_group_id: group.id, user_segment_id: staff.id });
}
