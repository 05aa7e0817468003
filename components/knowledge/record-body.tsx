import { useLayoutEffect, useRef } from 'react';
import type { Article } from '@/lib/knowledge/article';
import { markdownToHtml } from './markdown-to-html';
import { toSafeNodes } from './safe-html';

interface RecordBodyProps {
  readonly body: NonNullable<Article['body']>;
  /** The record's own address: relative links belong to it. */
  readonly base: string;
}

/** A text as its source wrote it, without anything that loads, runs or imposes a look. */
export function RecordBody({ body, base }: RecordBodyProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const html = body.format === 'markdown' ? markdownToHtml(body.content) : body.content;
    ref.current?.replaceChildren(toSafeNodes(html, base));
  }, [body, base]);
  return <div ref={ref} className="foreign-text" />;
}
