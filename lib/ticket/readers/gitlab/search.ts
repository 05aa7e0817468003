import { ok, type Result } from '@/lib/std/result';
import { toInstant, toLine } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { searchEach } from '@/lib/ticket/search-words';
import type { SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { IssuesAnswer } from './answers';
import { toSite } from './rest';
import { toPeople } from './to-ticket';

/** Open issues of the project; GitLab joins words by AND, so each is asked for alone. */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const { project, rest } = toSite(desk.url, desk.url.pathname.replace(/\/+$/, ''), desk.document);
  const ask = async (search: string) => {
    const query = new URLSearchParams({ search, in: 'title,description', state: 'opened', per_page: '50' });
    const answer = await fetchJson(desk, `${rest}/issues?${query}&order_by=updated_at`, IssuesAnswer);
    return answer.ok ? ok(answer.value.data) : answer;
  };
  const found = await searchEach(words, ask, ({ iid }) => iid);
  if (!found.ok) return found;
  return ok(
    found.value
      .filter((issue) => String(issue.iid) !== ticketId && issue.state !== 'closed')
      .slice(0, 50)
      .map((issue) => ({
        ticketId: String(issue.iid),
        number: `#${issue.iid}`,
        url: `${project}/-/issues/${issue.iid}`,
        subject: toLine(issue.title),
        status: toLine(issue.state),
        ...toPeople(issue),
        updatedAt: toInstant(issue.updated_at),
      })),
  );
}
