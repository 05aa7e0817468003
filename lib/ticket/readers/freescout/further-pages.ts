import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { attributeOf } from '@/lib/ticket/page-parts';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page } from '@/lib/ticket/ticket-reader';

export interface Agent {
  /** IANA name; empty when unknown. */
  readonly timeZone: string;
  readonly name: string;
}

/**
 * The agent's own profile: the page says "you" for him and writes all times in his zone without naming it. Optional: a
 * conversation without it has no times.
 */
export async function fetchAgent(
  page: Page,
  root: string,
  id: string,
  unread: Ticket['unread'],
): Promise<Agent> {
  const answer = /^\d+$/.test(id) ? await fetchPage(page, `${root}/users/profile/${id}`) : null;
  if (!answer?.ok) {
    unread.push({
      field: 'message times',
      reason: answer?.error.detail ?? 'the page does not say who reads it',
    });
    return { timeZone: '', name: '' };
  }
  const profile = answer.value.document;
  const options = selectAll(profile, 'select[name="timezone"] option');
  const chosen = options.find((option) => option.hasAttribute('selected'));
  const name = ['first_name', 'last_name'].map((field) =>
    attributeOf(profile, `input[name="${field}"]`, 'value'),
  );
  return { timeZone: chosen ? attribute(chosen, 'value') : '', name: name.join(' ').trim() };
}

/** The customer's company: the conversation shows it among other lines, his record names it. */
export async function fetchCompany(
  page: Page,
  root: string,
  id: string,
  unread: Ticket['unread'],
): Promise<string> {
  const answer = await fetchPage(page, `${root}/customers/${id}/edit`);
  if (answer.ok) return attributeOf(answer.value.document, 'input[name="company"]', 'value');
  unread.push({ field: 'organization', reason: answer.error.detail });
  return '';
}
