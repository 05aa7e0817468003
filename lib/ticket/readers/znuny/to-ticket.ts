import { toHttpUrl } from '@/lib/std/text';
import { toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import { toOrganization } from '@/lib/ticket/organization';
import { lineOf, lineWithout, select, toShownBytes } from '@/lib/ticket/page-parts';
import type { Attachment, Ticket } from '@/lib/ticket/ticket';
import type { Article } from './articles';
import { znunyDesk } from './desk';
import { readInformation } from './information';
import { HEADLINE } from './selectors';
import { toArticleInstant } from './shown-time';

interface Person {
  readonly name: string;
  readonly email: string;
}

/** `"Dana Müller" <dana@customer.test>` or an address alone. */
function toPerson(sender: string, shown: string): Person {
  const email = /(?:^|<)\s*([^\s<>@"]+@[^\s<>@",]+)\s*(?:>|,|$)/.exec(sender)?.[1] ?? '';
  const name = sender.includes('<') ? (sender.split('<')[0] ?? '').replaceAll('"', '').trim() : '';
  return { name: name || shown || email, email };
}

function toAttachments({ row, element }: Article, root: string): Attachment[] {
  const files = element ? selectAll(element, 'ul.ArticleAttachments > li') : [];
  return files.flatMap((file, index) => {
    const link = select(file, 'a[href*="Action=AgentTicketAttachment"]');
    const url = link && toHttpUrl(attribute(link, 'href'), `${root}/index.pl`);
    if (!url || url.href.length > 4_000) return [];
    const fileId = /[;&?]FileID=(\d+)/.exec(url.search)?.[1] ?? String(index + 1);
    // Without the name, which may look like a size.
    const size = select(file, '.file-weight');
    return {
      id: `${row.articleId}-${fileId}`,
      name: toLine(attribute(file, 'title')),
      type: '',
      size: toShownBytes(size ? lineOf(size) : lineWithout(file, '*')),
      url: url.href,
    };
  });
}

export function toTicket(
  page: Document,
  articles: readonly Article[],
  { ticketId, root }: { readonly ticketId: string; readonly root: string },
  unread: Ticket['unread'],
): Ticket {
  const information = readInformation(page, root);
  const [, head = '', subject = ''] = /^(.*?) — (.*)$/.exec(lineOf(select(page, HEADLINE))) ?? [];
  const written = articles.find(({ row }) => row.role === 'customer')?.row;
  const person = toPerson(written?.sender || information.email, written?.name ?? '');
  const requester = { id: person.email || person.name, ...person };
  if (!requester.id) unread.push({ field: 'requester', reason: 'the ticket shows no customer' });
  const messages = articles.map(({ row, body }) =>
    toMessage(
      {
        id: row.articleId,
        author: row.name || row.sender,
        role: row.role,
        visibility: row.isPublic ? 'public' : 'internal',
        at: toArticleInstant(row.created, row.createdShown),
        body,
        isHtml: true,
      },
      unread,
    ),
  );
  const url = new URL(root);

  return {
    desk: znunyDesk.id,
    deskKey: toDeskKey(znunyDesk.id, url.origin, url.pathname),
    ticketId,
    // Behind the hook, "Ticket#" unless the desk has another.
    number: /(\d[\w-]*)$/.exec(head)?.[1] ?? head,
    url: `${root}/index.pl?Action=AgentTicketZoom;TicketID=${ticketId}`,
    subject,
    status: information.status,
    priority: toLine(information.priority),
    type: toLine(information.type),
    tags: [],
    requester,
    organization: toOrganization(information.organization),
    assignee: toLine(information.assignee),
    createdAt: messages[0]?.at ?? null,
    updatedAt: messages.at(-1)?.at ?? null,
    customFields: information.customFields.map(({ name, value }) => ({ name, value: toText(value).text })),
    messages,
    attachments: articles.flatMap((article) => toAttachments(article, root)).slice(0, LIMITS.list),
    linked: [],
    unread: unread.slice(0, LIMITS.list),
  };
}
