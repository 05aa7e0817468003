import { ExternalLink } from 'lucide-react';
import { TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { useAnswer } from '@/components/ui/use-answer';
import { askPage } from '@/lib/browser/page';
import { openTab } from '@/lib/browser/tabs';
import { findDeskArticles } from '@/lib/ticket/desk-search';
import { deskById } from '@/lib/ticket/desks';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';

const SHOWN = 3;

interface DeskArticlesProps {
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
}

/** What the desk's own help center says about it; nothing where it has none. */
export function DeskArticles({ ticket, tabId }: DeskArticlesProps) {
  const searches = deskById(ticket.desk)?.findsArticles && tabId !== null;
  const key = searches ? `articles ${toTicketKey(ticket)} ${ticket.subject}` : null;
  const { answer, again } = useAnswer(key, () =>
    findDeskArticles(ticket, (script, request) => askPage(tabId ?? 0, script, request)),
  );
  if (!searches || answer === null) return null;
  if (!answer) {
    return (
      <p role="status" className="text-meta text-ink-3">
        Searching the help center…
      </p>
    );
  }
  if (!answer.ok) {
    return (
      <p className="text-meta text-ink-3">
        The help center could not be searched: {answer.error.detail}{' '}
        <TextButton onClick={again}>Try again</TextButton>
      </p>
    );
  }
  if (answer.value.length === 0)
    return <p className="text-meta text-ink-3">The help center has nothing on this.</p>;
  return (
    <section aria-label="In the help center">
      <SectionTitle>In the help center</SectionTitle>
      <Card>
        {answer.value.slice(0, SHOWN).map((article) => (
          <button
            key={article.id}
            type="button"
            className="flex w-full items-start gap-2 px-3 py-2 text-start -outline-offset-2 hover:bg-sunk"
            onClick={() => void openTab(article.url)}
          >
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block font-semibold wrap-anywhere">
                {article.title || 'Untitled article'}
              </span>
              {article.excerpt ? (
                <span dir="auto" className="line-clamp-2 text-meta text-ink-3">
                  {article.excerpt}
                </span>
              ) : null}
            </span>
            <ExternalLink size={14} className="mt-0.5 shrink-0 text-ink-3" aria-label="opens in a new tab" />
          </button>
        ))}
      </Card>
    </section>
  );
}
