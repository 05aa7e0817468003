import { useState } from 'react';
import { ChoiceCard } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { draftArticle, toArticleMarkdown } from '@/lib/escalation/draft-article';
import type { Escalation } from '@/lib/escalation/escalation';
import type { Article } from '@/lib/knowledge/article';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { SendChange } from './send-change';

interface ArticleEditorProps {
  /** The article to be mended; null = a new one. */
  readonly article: (StoredRecord & Article) | null;
  readonly escalation: Escalation;
  readonly onQueue: () => Promise<void>;
  readonly onClose: () => void;
}

/** Mends an article, or writes down what was learned beside the ticket: issue, environment, cause, resolution. */
export function ArticleEditor({ article, escalation, onQueue, onClose }: ArticleEditorProps) {
  return article ? (
    <FixArticle article={article} escalationId={escalation.id} onQueue={onQueue} onClose={onClose} />
  ) : (
    <AddArticle escalation={escalation} onQueue={onQueue} onClose={onClose} />
  );
}

/** The article as Markdown where its source has it so; HTML is shown as the plain text it is searched by. */
const toMarkdown = ({ body, text }: Article): string => (body?.format === 'markdown' ? body.content : text);

interface FixArticleProps {
  readonly article: StoredRecord & Article;
  readonly escalationId: string;
  readonly onQueue: () => Promise<void>;
  readonly onClose: () => void;
}

function FixArticle({ article, escalationId, onQueue, onClose }: FixArticleProps) {
  const before = toMarkdown(article);
  const [markdown, setMarkdown] = useState(before);
  const [title, setTitle] = useState(article.title);
  const change: ArticleChange = { kind: 'fix', recordId: article.id, title: title.trim(), markdown };
  return (
    <Dialog title="Fix an article" onClose={onClose}>
      <div className="space-y-3">
        <Field label="Title" value={title} onChange={setTitle} />
        <Field
          label="Text"
          help={
            article.body?.format === 'html'
              ? 'Markdown. The source keeps this article as HTML: its formatting starts over from this text.'
              : 'Markdown.'
          }
          value={markdown}
          onChange={setMarkdown}
          multiline
        />
        <SendChange
          change={change}
          published={`${article.title}\n${before}`}
          escalationId={escalationId}
          onQueue={onQueue}
          connectionId={article.connectionId}
          ready={
            title.trim() !== '' && markdown.trim() !== '' && (markdown !== before || title !== article.title)
          }
          missing="Nothing is changed yet."
        />
      </div>
    </Dialog>
  );
}

const SECTIONS = [
  ['issue', 'Issue', 'What the customer sees, in their words'],
  ['environment', 'Environment', 'Product, version, browser, plan'],
  ['cause', 'Cause', 'Why it happens, if known'],
  ['resolution', 'Resolution', 'What solves it, step by step'],
] as const;

function AddArticle({ escalation, onQueue, onClose }: Omit<ArticleEditorProps, 'article'>) {
  const [draft, setDraft] = useState(() => draftArticle(escalation));
  const [audience, setAudience] = useState<'internal' | 'public'>('internal');
  const change: ArticleChange = {
    kind: 'add',
    title: draft.title.trim(),
    markdown: toArticleMarkdown(draft),
    audience,
    labels: [],
  };
  const set = (field: keyof typeof draft) => (value: string) => setDraft({ ...draft, [field]: value });
  return (
    <Dialog title="Add article" onClose={onClose}>
      <div className="space-y-3">
        <Field label="Title" value={draft.title} onChange={set('title')} />
        {SECTIONS.map(([field, label, placeholder]) => (
          <Field
            key={field}
            label={label}
            value={draft[field]}
            onChange={set(field)}
            multiline
            placeholder={placeholder}
          />
        ))}
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="mb-1 text-meta font-semibold text-ink-2">Who may read it?</legend>
          {(['internal', 'public'] as const).map((value) => (
            <ChoiceCard
              key={value}
              name="audience"
              checked={audience === value}
              onChoose={() => setAudience(value)}
              className="px-2.5 py-1.5"
            >
              {value === 'internal' ? 'Agents' : 'Customers too'}
            </ChoiceCard>
          ))}
        </fieldset>
        <SendChange
          change={change}
          escalationId={escalation.id}
          onQueue={onQueue}
          connectionId={null}
          ready={draft.title.trim() !== '' && draft.resolution.trim() !== ''}
          missing={draft.title.trim() ? 'Write what solves it.' : 'Give it a title.'}
        />
      </div>
    </Dialog>
  );
}
