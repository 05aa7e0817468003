import type { List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import type { ReactNode } from 'react';
import { MaskedText } from './masked-text';

const HEADING = 'mt-3 mb-0.5 text-meta font-bold';

function phrasing(nodes: readonly PhrasingContent[]): ReactNode[] {
  return nodes.map((node, index) => {
    // Trees are rebuilt, never edited in place: the position is the identity.
    const key = `${node.type} ${index}`;
    switch (node.type) {
      case 'text':
        return (
          <span key={key}>
            <MaskedText text={node.value} />
          </span>
        );
      case 'inlineCode':
        return (
          <code key={key} dir="ltr" className="rounded-[4px] bg-sunk px-0.5 font-mono text-[11.5px]">
            <MaskedText text={node.value} />
          </code>
        );
      case 'break':
        return <br key={key} />;
      case 'strong':
        return <b key={key}>{phrasing(node.children)}</b>;
      case 'emphasis':
        return <em key={key}>{phrasing(node.children)}</em>;
      case 'link':
        return (
          <a
            key={key}
            href={node.url}
            target="_blank"
            rel="noopener noreferrer"
            className="text-accent underline"
          >
            {phrasing(node.children)}
          </a>
        );
      default:
        return null;
    }
  });
}

function block(node: RootContent, key: string): ReactNode {
  switch (node.type) {
    case 'heading':
      return (
        <h4 key={key} className={HEADING}>
          {phrasing(node.children)}
        </h4>
      );
    case 'paragraph':
      return (
        <p key={key} dir="auto" className="mb-1">
          {phrasing(node.children)}
        </p>
      );
    case 'code':
      return (
        <pre
          key={key}
          dir="ltr"
          className="mb-1 overflow-x-auto rounded-md bg-sunk px-2 py-1.5 font-mono text-meta whitespace-pre-wrap"
        >
          <MaskedText text={node.value} />
        </pre>
      );
    case 'blockquote':
      return (
        <blockquote key={key} className="mb-1 border-s-2 border-line-2 ps-2.5 text-ink-2">
          {node.children.map((child, index) => block(child, `${key}.${index}`))}
        </blockquote>
      );
    case 'list': {
      if (node.children.every(isFact)) return <Facts key={key} list={node} />;
      const items = node.children.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: trees are rebuilt, never edited in place
        <li key={`${key}.${index}`}>
          {item.children.map((child, at) => block(child, `${key}.${index}.${at}`))}
        </li>
      ));
      return node.ordered ? (
        <ol key={key} className="mb-1 list-decimal ps-5">
          {items}
        </ol>
      ) : (
        <ul key={key} className="mb-1 list-disc ps-5">
          {items}
        </ul>
      );
    }
    case 'thematicBreak':
      return <hr key={key} className="my-2 border-line" />;
    default:
      return null;
  }
}

/** `**Where** /reports`: a name and its value. */
function isFact(item: ListItem): boolean {
  const [only, ...more] = item.children;
  return only?.type === 'paragraph' && more.length === 0 && only.children[0]?.type === 'strong';
}

/** A list of names and values, in two columns. */
function Facts({ list }: { list: List }) {
  return (
    <ul className="mb-1 space-y-0.5">
      {list.children.map((item, index) => {
        const [first] = item.children;
        const [name, ...value] = first?.type === 'paragraph' ? first.children : [];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: trees are rebuilt, never edited in place
          <li key={index} className="grid grid-cols-[78px_minmax(0,1fr)] gap-x-3">
            <span className="text-ink-3">{name?.type === 'strong' ? phrasing(name.children) : null} </span>
            <span dir="auto" className="wrap-anywhere">
              {phrasing(value)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The issue as people will read it in the tracker, drawn from the very tree that is sent. */
export function IssueTree({ tree }: { tree: Root }) {
  return <>{tree.children.map((node, index) => block(node, String(index)))}</>;
}
