import type { NewNote } from './ticket-reader';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** The note as HTML for desks that take it: everything escaped, the issue as a link, the marker at the end. */
export function toNoteHtml({ text, link, marker }: NewNote): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`);
  const href = /^https?:\/\//.test(link.url) ? link.url : '';
  const anchor = href
    ? `<a href="${escapeHtml(href)}">${escapeHtml(link.title)}</a>`
    : escapeHtml(link.title);
  return `${paragraphs.join('')}<p>${anchor}</p><p>${escapeHtml(marker)}</p>`;
}

/** The note for desks that take plain text. One that shows it as HTML all the same finds no tag in it. */
export function toNotePlain({ text, link, marker }: NewNote): string {
  return [text, `${link.title} ${link.url}`, marker].join('\n\n').replace(/<(?=[a-z/!?])/gi, '< ');
}

/** True when a stored body, plain or HTML, carries the marker. An empty marker would match anything. */
export function hasMarker(body: string, marker: string): boolean {
  return marker !== '' && (body.includes(marker) || body.includes(escapeHtml(marker)));
}
