import * as z from 'zod/mini';
import type { KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import { toHostName, toHostPattern } from '@/lib/knowledge/source-config';
import { ok } from '@/lib/std/result';
import { cleanLine } from '@/lib/std/text';
import { type Context, call, isSignedIn, listArticles } from './api';
import { type HelpCenterConfig, HelpCenterSchema } from './config';
import { fetchChanges, listIds } from './fetch-changes';
import { saveArticle } from './save-article';

const MeSchema = z.object({ user: z.object({ name: z.string(), role: z.string() }) });

/** A wrong token is no error to the help center: it answers as to a visitor. */
async function whoIsIt(ctx: Context) {
  if (!isSignedIn(ctx)) return ok('Without signing in');
  const me = await call(ctx, 'users/me', MeSchema);
  return me.ok ? ok(`Signed in as ${cleanLine(me.value.user.name)}`) : me;
}

/**
 * Zendesk Help Center API v2 (developer.zendesk.com, "Articles", "Translations", "User Segments", "Permission Groups"):
 * articles of one language with Basic `email/token:…`, or what the public may read without a key. Deletions are seen by
 * listing. Documentation only; answers in `fixtures/` follow its examples.
 */
export const zendeskHelpCenter: KnowledgeSource<HelpCenterConfig> = {
  id: 'zendesk-help-center',
  name: 'Zendesk Help Center',
  offers: 'Articles of a help center, also internal ones',
  configSchema: HelpCenterSchema,
  hosts: ({ url }) => [toHostPattern(url)],
  place: ({ url, locale = '' }) => [toHostName(url) || 'Zendesk', locale].filter(Boolean).join(', '),
  fetchChanges,
  listIds,
  saveArticle,
  async check(ctx) {
    const who = await whoIsIt(ctx);
    if (!who.ok) return who;
    const page = await listArticles(ctx, '');
    if (!page.ok) return page;
    const { length } = page.value.articles;
    const count = page.value.meta.has_more ? `more than ${length}` : String(length);
    const warnings = length === 0 ? ['There is no article it may read in this language.'] : [];
    return ok({ summary: `${who.value}; ${count} articles in ${ctx.config.locale}`, warnings });
  },
};
