import { useState } from 'react';
import { ChoiceCard } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { Article } from '@/lib/knowledge/article';
import { type ArticleChange, FLAGS, type Flag } from '@/lib/knowledge/article-change';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { SendChange } from './send-change';

const FLAG_WORDS: Record<Flag, string> = {
  wrong: 'Wrong',
  outdated: 'Outdated',
  'missing-step': 'Missing step',
};

type Where = Extract<ArticleChange, { kind: 'flag' }>['where'];

const WHERE_WORDS: Record<Where, string> = {
  'internal-article': 'Internal article',
  'public-article': 'Public article',
  'internal-tool': 'Internal tool',
};
const WHERE: readonly Where[] = ['internal-article', 'public-article', 'internal-tool'];

interface FlagDialogProps {
  readonly article: StoredRecord & Article;
  readonly escalationId: string;
  readonly onQueue: () => Promise<void>;
  readonly onClose: () => void;
}

/** Says what is wrong with an article, to whoever owns it. */
export function FlagDialog({ article, escalationId, onQueue, onClose }: FlagDialogProps) {
  const [flag, setFlag] = useState<Flag>('outdated');
  const [where, setWhere] = useState<Where>(
    article.audience === 'internal' ? 'internal-article' : 'public-article',
  );
  const [note, setNote] = useState('');
  const change: ArticleChange = {
    kind: 'flag',
    recordId: article.id,
    title: article.title,
    url: article.url,
    flag,
    where,
    note: note.trim(),
  };
  return (
    <Dialog title="Flag an article" onClose={onClose}>
      <div className="space-y-3">
        <p dir="auto" className="font-semibold wrap-anywhere">
          {article.title}
        </p>
        <fieldset>
          <legend className="mb-1 text-meta font-semibold text-ink-2">What is it?</legend>
          <div className="flex flex-wrap gap-1.5">
            {FLAGS.map((value) => (
              <ChoiceCard
                key={value}
                name="flag"
                checked={flag === value}
                onChoose={() => setFlag(value)}
                className="px-2.5 py-1.5"
              >
                {FLAG_WORDS[value]}
              </ChoiceCard>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend className="mb-1 text-meta font-semibold text-ink-2">Where did you trip over it?</legend>
          <div className="flex flex-wrap gap-1.5">
            {WHERE.map((value) => (
              <ChoiceCard
                key={value}
                name="where"
                checked={where === value}
                onChoose={() => setWhere(value)}
                className="px-2.5 py-1.5"
              >
                {WHERE_WORDS[value]}
              </ChoiceCard>
            ))}
          </div>
        </fieldset>
        <Field
          label="What should it say?"
          value={note}
          onChange={setNote}
          multiline
          placeholder="The button is called Deliver since 5.3"
        />
        <SendChange
          change={change}
          escalationId={escalationId}
          onQueue={onQueue}
          connectionId={article.connectionId}
          ready={note.trim() !== ''}
          missing="Say in a few words what is wrong."
        />
      </div>
    </Dialog>
  );
}
