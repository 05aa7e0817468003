import { toHttpUrl } from '@/lib/std/text';
import { toLine, toRaw } from '@/lib/ticket/bounds';
import type { Attachment } from '@/lib/ticket/ticket';
import { fieldsOf, listOf } from './answers';

type Fields = ReturnType<typeof fieldsOf>;

function toHtml(block: Fields): string {
  const text = toRaw(block.text) || toRaw(block.content);
  if (block.type === 'code') return `<pre>${text}</pre>`;
  const items = Array.isArray(block.items) ? block.items : [];
  const lines = items.map((item) => toRaw(item) || toRaw(fieldsOf(item).text)).filter(Boolean);
  const list = lines.map((line) => `<li>${line}</li>`).join('');
  const tag = block.type === 'orderedList' ? 'ol' : 'ul';
  return `${text && `<div>${text}</div>`}${list && `<${tag}>${list}</${tag}>`}`;
}

/** A message is a list of blocks: paragraphs and headings with HTML inside, whole HTML mails, lists, files. */
export const toBody = (data: Fields): string => listOf(data.blocks).map(toHtml).join('');

/** Files hang on the message or stand between its blocks. */
export function toAttachments(data: Fields, messageId: string): Attachment[] {
  const blocks = listOf(data.blocks);
  const files = [
    ...listOf(data.uploads),
    ...blocks.flatMap((block) => listOf(block.attachments)),
    ...blocks.filter((block) => block.type === 'image'),
  ];
  return files.flatMap((file, index) => {
    const url = toHttpUrl(toRaw(file.url));
    if (!url || url.href.length > 4_000) return [];
    const size = Number(file.size ?? file.filesize);
    const known = toLine(file.name ?? file.file_name ?? file.filename);
    return [
      {
        id: toLine(file.id) || `${messageId}-${index + 1}`,
        name: known || toLine(url.pathname.split('/').at(-1)) || 'file',
        type: toLine(file.content_type ?? file.contentType),
        size: size > 0 ? size : null,
        url: url.href,
      },
    ];
  });
}
