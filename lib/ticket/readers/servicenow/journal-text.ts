import { escapeHtml } from '@/lib/ticket/note';

const HEAD = /^(\d[\d/.:, -]{7,30}(?:[AP]M)?) - (.{1,200}) \([^()]{1,80}\)$/i;
const OPEN = '[code]';
const CLOSE = '[/code]';

export interface ShownEntry {
  readonly shownAt: string;
  readonly author: string;
  readonly text: string;
}

/**
 * A journal field as the form shows it, newest first: `time - name (label)` above each entry. Times are in the agent's
 * own zone, which is not told. Returns the oldest first.
 */
export function parseShownJournal(text: string): ShownEntry[] {
  const entries: { shownAt: string; author: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, shownAt, author] = (line.length < 400 && HEAD.exec(line.trim())) || [];
    if (shownAt && author) entries.push({ shownAt, author, lines: [] });
    else entries.at(-1)?.lines.push(line);
  }
  return entries.map(({ lines, ...head }) => ({ ...head, text: lines.join('\n').trim() })).reverse();
}

/** HTML stands between `[code]` and `[/code]`; all else is plain text. Scans once, so that unclosed tags cost nothing. */
export function toBody(value: string): { readonly body: string; readonly isHtml: boolean } {
  const plain = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');
  let body = '';
  let done = 0;
  for (let open = value.indexOf(OPEN); open !== -1; open = value.indexOf(OPEN, done)) {
    const close = value.indexOf(CLOSE, open);
    if (close === -1) break;
    body += plain(value.slice(done, open)) + value.slice(open + OPEN.length, close);
    done = close + CLOSE.length;
  }
  if (done > 0) return { body: body + plain(value.slice(done)), isHtml: true };
  // Some tables have an HTML description.
  return { body: value, isHtml: /^\s*<(?:p|div|span|table|html|body|br)\b[^<>]*>/i.test(value) };
}
