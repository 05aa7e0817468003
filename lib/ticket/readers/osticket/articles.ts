import { ok, type Result } from '@/lib/std/result';
import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { lineOf } from '@/lib/ticket/page-parts';
import { searchEach } from '@/lib/ticket/search-words';
import type { FoundArticle } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';

/**
 * The public knowledge base. Its search looks for the words as one phrase, so each is asked for by itself. A desk without
 * one sends us to its front page, where nothing is found.
 */
export async function findArticles(
  words: readonly string[],
  desk: Desk,
): Promise<Result<FoundArticle[], ReadError>> {
  const found = await searchEach(
    words,
    async (word): Promise<Result<FoundArticle[], ReadError>> => {
      const address = `${desk.url.pathname}kb/index.php?a=search&q=${encodeURIComponent(word)}`;
      const answer = await fetchPage(desk, address);
      if (!answer.ok) return answer;
      return ok(
        selectAll(answer.value.document, '#faq li > a[href*="faq.php?id="]').flatMap((link) => {
          const id = /[?&]id=(\d+)/.exec(attribute(link, 'href'))?.[1];
          const title = lineOf(link);
          const url = `${desk.url.href}kb/faq.php?id=${id}`;
          return id && title ? [{ id, title, url, excerpt: '', updatedAt: null }] : [];
        }),
      );
    },
    ({ id }) => id,
  );
  return found.ok ? ok(found.value.slice(0, 20)) : found;
}
