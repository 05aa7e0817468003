import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/std/result';
import { finishSimilar } from '@/lib/ticket/finish-similar';
import { FoundArticlesSchema, SimilarTicketsSchema } from '@/lib/ticket/similar';
import type { Desk, TicketReader } from '@/lib/ticket/ticket-reader';
import { jsonResponse, toResponse } from './reader-contract';

interface SearchContract {
  readonly reader: TicketReader;
  readonly ticketId: string;
  readonly deskUrl: string;
  /** Answers by path and query, as in a recording; hold the open ticket itself and a closed one among the hits. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Records for the words below, in order. */
  readonly tickets?: unknown;
  readonly articles?: unknown;
}

/** Words as a ticket may hold them: the second would be an operator, a wildcard or a quote in a search language. */
export const WORDS = ['export', 'OR 1=1) "x* -y:z\\', 'invoice'] as const;

/** What every search of a desk must do. */
export function describeSearch({ reader, ticketId, deskUrl, answers, ...expected }: SearchContract): void {
  const deskWith = (answer: (path: string) => Response): Desk => ({
    url: new URL(deskUrl),
    signal: new AbortController().signal,
    document: new DOMParser().parseFromString('', 'text/html'),
    fetch: async (input) => {
      const asked = new URL(String(input));
      expect(asked.origin).toBe(new URL(deskUrl).origin);
      return answer(decodeURIComponent(asked.pathname + asked.search).replaceAll('+', ' '));
    },
  });
  const asked: string[] = [];
  const recorded = deskWith((path) => {
    asked.push(path);
    return path in answers
      ? toResponse(answers[path])
      : jsonResponse({ error: `not recorded: ${path}` }, { status: 404 });
  });
  const similar = async (desk: Desk) => {
    const found = await reader.findSimilar?.({ ticketId, words: WORDS }, desk);
    return found?.ok ? ok(found.value.map(finishSimilar)) : found;
  };
  const articles = (desk: Desk) => reader.findArticles?.(WORDS, desk);

  describe(`${reader.name} searches like every reader`, () => {
    if (expected.tickets !== undefined) {
      it('finds open tickets, never the ticket itself', async () => {
        const found = await similar(recorded);
        expect({ found, asked }).toMatchObject({ found: { ok: true, value: expected.tickets } });
        expect(SimilarTicketsSchema.safeParse(expected.tickets).error?.issues).toBeUndefined();
        expect(JSON.stringify(expected.tickets)).not.toContain(`"ticketId":${JSON.stringify(ticketId)}`);
      });
      it('says why its search failed', async () => {
        const result = await similar(deskWith(() => jsonResponse('', { status: 429 })));
        expect(result).toMatchObject({ ok: false, error: { kind: 'rate-limited' } });
      });
    }
    if (expected.articles !== undefined) {
      it('finds articles', async () => {
        const found = await articles(recorded);
        expect({ found, asked }).toMatchObject({ found: { ok: true, value: expected.articles } });
        expect(FoundArticlesSchema.safeParse(expected.articles).error?.issues).toBeUndefined();
      });
      it('says why its article search failed', async () => {
        const result = await articles(deskWith(() => jsonResponse('', { status: 401 })));
        expect(result).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
      });
    }
  });
}
