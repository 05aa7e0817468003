import { ChevronRight, Lock, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextButton } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { showAddress } from '@/lib/browser/tabs';
import { formatBytes } from '@/lib/std/bytes';
import { formatAgo } from '@/lib/std/time';
import type { Message, Ticket } from '@/lib/ticket/ticket';

interface TicketDetailsProps {
  readonly ticket: Ticket;
  /** Messages that came while the ticket was open beside Baton. */
  readonly newMessages: number;
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
/** A long thread is looked at on its own page; here its end is enough. */
const SHOWN_MESSAGES = 30;

/** Everything Baton read, folded: the agent can check it before relying on it. */
export function TicketDetails({ ticket, newMessages }: TicketDetailsProps) {
  const { messages, attachments } = ticket;
  const last = messages.at(-1);
  const counts = [count(messages.length, 'message')];
  if (attachments.length > 0) counts.push(count(attachments.length, 'file'));
  const hidden = Math.max(0, messages.length - SHOWN_MESSAGES);
  return (
    <details className="group rounded-lg border border-line bg-card">
      <summary className="flex min-h-9 list-none items-start gap-1.5 px-2.5 py-2 text-meta [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          className="mt-0.5 shrink-0 text-ink-3 transition-transform group-open:rotate-90 motion-reduce:transition-none rtl:-scale-x-100"
          aria-hidden="true"
        />
        <span className="min-w-0 flex-1">
          <b className="font-semibold">{counts.join(', ')}</b>
          {last ? (
            <span className="text-ink-3">
              {' '}
              last by <bdi className="wrap-anywhere">{last.author || 'unknown'}</bdi>
              {last.at === null ? '' : ` ${formatAgo(last.at, Date.now())}`}
            </span>
          ) : null}
        </span>
        <span role="status">{newMessages > 0 ? <Chip tone="accent">{newMessages} new</Chip> : null}</span>
      </summary>
      <div className="space-y-3 border-t border-line px-3 py-2.5">
        <Facts ticket={ticket} />
        {hidden > 0 ? (
          <p className="text-meta text-ink-3">{hidden} earlier messages were read as well.</p>
        ) : null}
        <ol className="space-y-2.5">
          {messages.slice(-SHOWN_MESSAGES).map((message) => (
            <MessageItem key={message.id} message={message} />
          ))}
        </ol>
        {attachments.length > 0 ? (
          <ul className="space-y-0.5 text-meta">
            {attachments.map((file) => (
              <li key={`${file.id} ${file.url}`} className="flex items-center gap-1.5">
                <Paperclip size={13} className="shrink-0 text-ink-3" aria-hidden="true" />
                <bdi className="min-w-0 wrap-anywhere">{file.name}</bdi>
                {file.size === null ? null : (
                  <span className="shrink-0 text-ink-3">{formatBytes(file.size)}</span>
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </details>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd dir="auto" className="min-w-0 wrap-anywhere">
        {children}
      </dd>
    </>
  );
}

/** An address the desk has a page for is a link to it. */
function Linked({ url, children }: { url: string | null; children: ReactNode }) {
  return url ? <TextButton onClick={() => void showAddress(url)}>{children}</TextButton> : children;
}

function Facts({ ticket }: { ticket: Ticket }) {
  const { status, priority, type, tags, assignee, organization, requester, customFields, linked } = ticket;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5 text-meta">
      {status ? <Fact name="Status">{status}</Fact> : null}
      {priority ? <Fact name="Priority">{priority}</Fact> : null}
      {type ? <Fact name="Type">{type}</Fact> : null}
      {tags.length > 0 ? <Fact name="Tags">{tags.join(', ')}</Fact> : null}
      {requester.email ? <Fact name="Requester">{requester.email}</Fact> : null}
      {organization ? (
        <Fact name="Organization">
          <Linked url={organization.url}>{organization.name}</Linked>
        </Fact>
      ) : null}
      {assignee ? <Fact name="Assignee">{assignee}</Fact> : null}
      {customFields.map((field) => (
        <Fact key={field.name} name={field.name}>
          {field.value}
        </Fact>
      ))}
      {linked.map((other) => (
        <Fact
          key={`${other.kind} ${other.id}`}
          name={other.kind === 'related' ? 'Related' : `Linked ${other.kind}`}
        >
          <Linked url={other.url}>{other.title || other.id}</Linked>
        </Fact>
      ))}
    </dl>
  );
}

function MessageItem({ message }: { message: Message }) {
  const { author, role, visibility, at, text, folded } = message;
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-1.5 text-meta">
        <bdi className="font-semibold wrap-anywhere">{author || 'Unknown'}</bdi>
        <span className="text-ink-3">{role}</span>
        {visibility === 'internal' ? (
          <span className="inline-flex items-center gap-0.5 text-ink-3">
            <Lock size={11} aria-hidden="true" /> internal
          </span>
        ) : null}
        {at === null ? null : (
          <time
            className="text-ink-3"
            dateTime={new Date(at).toISOString()}
            title={new Date(at).toLocaleString()}
          >
            {formatAgo(at, Date.now())}
          </time>
        )}
      </p>
      <p dir="auto" className="line-clamp-6 text-[12.5px] leading-[18px] whitespace-pre-line wrap-anywhere">
        {text}
      </p>
      {folded ? (
        <details>
          <summary className="min-h-6 text-meta text-ink-3">Quote and signature</summary>
          <p dir="auto" className="text-meta whitespace-pre-line text-ink-3 wrap-anywhere">
            {folded}
          </p>
        </details>
      ) : null}
    </li>
  );
}
