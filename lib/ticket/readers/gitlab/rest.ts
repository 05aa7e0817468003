import { ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { at } from '@/lib/ticket/json-path';
import { LIMITS } from '@/lib/ticket/limits';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { AnyAnswer, type GitlabNote, NotesAnswer } from './answers';

/** Where one GitLab answers. */
export interface Site {
  /** Address of the project, without a slash at the end. */
  readonly project: string;
  readonly api: string;
  /** Address of the project in the API. */
  readonly rest: string;
}

/** GitLab may live below a path of its own, which only its pages tell apart from a group. */
export function toSite({ origin }: URL, basePath: string, page?: Document): Site {
  const manifest = page && selectAll(page, 'link[rel="manifest"]')[0];
  const below = /^(\/.+)\/-\/manifest/.exec(manifest ? attribute(manifest, 'href') : '')?.[1] ?? '';
  const root = basePath.startsWith(`${below}/`) ? below : '';
  const api = `${origin}${root}/api/v4`;
  const path = basePath.slice(root.length + 1);
  return { project: origin + basePath, api, rest: `${api}/projects/${encodeURIComponent(path)}` };
}

/** GitLab says 404 to a stranger as to an agent without the right: only asking who one is tells them apart. */
export async function explain(desk: Desk, { api }: Site, error: ReadError): Promise<ReadError> {
  if (error.kind !== 'not-found') return error;
  const me = await fetchJson(desk, `${api}/user`, AnyAnswer);
  return me.ok || me.error.kind !== 'logged-out' ? error : me.error;
}

const PAGE_SIZE = 100;

/** Notes, oldest first. GitLab counts no pages where there are very many, but always names the next one. */
export async function fetchNotes(
  desk: Desk,
  { rest }: Site,
  iid: string,
): Promise<Result<{ notes: GitlabNote[]; complete: boolean }, ReadError>> {
  const notes: GitlabNote[] = [];
  for (let page = '1'; page; ) {
    const answer = await fetchJson(
      desk,
      `${rest}/issues/${iid}/notes?sort=asc&order_by=created_at&per_page=${PAGE_SIZE}&page=${page}`,
      NotesAnswer,
      { cache: 'no-store' },
    );
    if (!answer.ok) return answer;
    const { data, headers } = answer.value;
    notes.push(...data);
    const link = /[?&]page=(\d+)[^>]*>; *rel="next"/.exec(headers.get('link') ?? '')?.[1];
    page = /^\d+$/.exec(headers.get('x-next-page') ?? '')?.[0] ?? link ?? '';
    if (page && Number(page) > (2 * LIMITS.messages) / PAGE_SIZE) return ok({ notes, complete: false });
  }
  return ok({ notes, complete: true });
}

/** Called `confidential` before 15.0. */
export const isInternal = (note: unknown): boolean =>
  at(note, 'internal') === true || at(note, 'confidential') === true;
