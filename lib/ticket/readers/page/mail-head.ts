import { toLine } from '@/lib/ticket/bounds';
import type { Person } from './authors';
import { emailIn, toName } from './authors';
import { lineOf, partsOf } from './elements';

/** The lines above a mail, as mail programs and desks name them. */
const FROM = 'from|von|de|da|van|od|от|från|fra|差出人|发件人|من';
const OTHER =
  'to|cc|bcc|date|sent|subject|reply-to|an|kopie|datum|gesendet|betreff|à|objet|envoyé|para|fecha|asunto|enviado|data|assunto|a|oggetto|inviato|aan|onderwerp|verzonden|do|temat|wysłano|кому|копия|дата|отправлено|тема|宛先|件名|送信日時|收件人|主题|إلى|التاريخ|الموضوع';
const LABEL = new RegExp(`^(?:(${FROM})|${OTHER}) ?[:：]?$`, 'i');
const MAX_VALUE = 400;

/** The rows of a mail's head in a post, and who sent it; nothing when there are fewer than two. */
export function readMailHead(blocks: readonly Element[]): {
  readonly rows: readonly Node[];
  readonly sender: Person | null;
} {
  const rows: Node[] = [];
  let sender: Person | null = null;
  let count = 0;
  for (const label of blocks.flatMap((block) => partsOf(block, 200))) {
    const text = label.childElementCount ? '' : lineOf(label);
    const match = text.length < 20 && LABEL.exec(text);
    const row = label.parentElement;
    const behind = label.nextSibling?.nodeType === 3 ? (label.nextSibling.nodeValue ?? '') : '';
    const isLabel = /[:：]$/.test(text) || /^(DT|TH)$/.test(label.nodeName) || /^\s*[:：]/.test(behind);
    if (!match || !row || !isLabel) continue;
    const isOwn = !blocks.includes(row) && row.firstElementChild === label && row.childElementCount < 4;
    const next = /[^\s:：]/.test(behind) ? label.nextSibling : label.nextElementSibling;
    const shown = isOwn ? lineOf(row).slice(text.length) : toLine(next?.textContent);
    const value = shown.replace(/^[\s:：]+/, '');
    if (!value || value.length > MAX_VALUE) continue;
    count += 1;
    rows.push(...(isOwn ? [row] : next ? [label, next] : [label]));
    if (match[1]) sender ??= { name: toName(value.replace(/["“”]/g, '')), email: emailIn(value) };
  }
  return count > 1 ? { rows, sender } : { rows: [], sender: null };
}
