import { lazy, Suspense, useCallback, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { TextButton } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { isRuledOut, withoutVerdict, withVerdict } from '@/lib/escalation/verdict';
import type { Article } from '@/lib/knowledge/article';
import { type StoredRecord, toBugKey } from '@/lib/knowledge/knowledge-record';
import { isCardMissing } from '@/lib/knowledge/missing-card';
import type { FoundRecord, SearchClient } from '@/lib/knowledge/search-client';
import { partsOf } from '@/lib/knowledge/ticket-query';
import type { Ticket } from '@/lib/ticket/ticket';
import { FeatureCards, MissingCard } from './feature-cards';
import { KnownState, useKnownRemark } from './known-state';
import { linkKnown } from './link-known';
import { MatchRow } from './match-row';
import type { Known } from './use-known';
import { useMatchKeys } from './use-match-keys';

const FlagDialog = lazy(() => import('./flag-dialog').then((it) => ({ default: it.FlagDialog })));
const ArticleEditor = lazy(() => import('./article-editor').then((it) => ({ default: it.ArticleEditor })));

interface KnownMatchesProps {
  readonly ticket: Ticket;
  readonly escalation: Escalation;
  readonly client: SearchClient;
  readonly known: Known;
  readonly again: () => void;
  readonly patch: (patch: DraftPatch) => Promise<void>;
  /** Opens the knowledge screen with these words. */
  readonly onSearch: (words: string) => void;
  /** Opens a record to be read. */
  readonly onRead: (record: StoredRecord) => void;
}

type Editing =
  | { readonly what: 'flag' | 'fix'; readonly article: StoredRecord & Article }
  | { readonly what: 'add' };

/** What is probably known already, at most three of each kind, with what can be done about each. */
export function KnownMatches(props: KnownMatchesProps) {
  const { ticket, escalation, client, known, again, patch, onSearch, onRead } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [problem, setProblem] = useState('');
  const [now] = useState(Date.now);
  const remark = useKnownRemark(known);
  const about = known.state === 'known' ? known.about : null;
  const found = about ? [...about.bugs, ...about.articles] : [];
  const rows = found.filter(({ record }) => !isRuledOut(escalation.verdicts, record.recordKey));
  const open = rows.find(({ record }) => record.recordKey === chosen) ?? rows[0];

  const use = async ({ record }: FoundRecord) => {
    setProblem('');
    // The draft may not be stored yet: nothing has been typed.
    await patch({});
    const refused = await linkKnown(escalation, ticket, record);
    if (refused !== null) setProblem(refused);
  };
  const ruleOut = ({ record }: FoundRecord) => {
    const { recordKey, title, url } = record;
    const verdict = { recordKey, key: toBugKey(record), title, url, at: Date.now() };
    void patch({ verdicts: withVerdict(escalation.verdicts, verdict) });
  };
  const named = (escalation.cards ?? []).map(({ recordKey }) => recordKey);
  const part = partsOf(ticket)[0] ?? escalation.report.part.value;
  const isMissing = useCallback((name: string) => isCardMissing(name, client), [client]);
  useMatchKeys({
    u: open && (() => void use(open)),
    n: open && (() => ruleOut(open)),
  });

  return (
    <section aria-label="Probably known" className="space-y-2">
      <SectionTitle remark={remark}>Probably known</SectionTitle>
      <KnownState
        known={known}
        found={found.length + (about?.cards.length ?? 0)}
        again={again}
        onSearch={onSearch}
      />
      {problem ? (
        <Banner tone="error" role="alert">
          {problem}
        </Banner>
      ) : null}
      {rows.map((row) => (
        <MatchRow
          key={row.record.recordKey}
          found={row}
          open={row === open}
          now={now}
          onOpen={() => setChosen(row.record.recordKey)}
          onUse={() => void use(row)}
          onNotThis={() => ruleOut(row)}
          onRead={() => onRead(row.record)}
        >
          {row.record.kind === 'article' ? (
            <ArticleActions article={row.record} onEdit={(what, article) => setEditing({ what, article })} />
          ) : null}
        </MatchRow>
      ))}
      {(escalation.verdicts ?? []).map((verdict) => (
        <p key={verdict.recordKey} className="flex items-center gap-2 px-1 text-meta text-ink-3">
          <span className="min-w-0 flex-1 wrap-anywhere">
            Not this: <bdi>{[verdict.key, verdict.title].filter(Boolean).join(' ')}</bdi>
          </span>
          <TextButton
            quiet
            onClick={() => void patch({ verdicts: withoutVerdict(escalation.verdicts, verdict.recordKey) })}
          >
            Undo<span className="sr-only">: {verdict.title}</span>
          </TextButton>
        </p>
      ))}
      {about ? (
        <>
          <FeatureCards cards={about.cards} named={named} />
          <MissingCard part={part} isMissing={isMissing} />
        </>
      ) : null}
      {about && about.searched > 0 ? (
        <p className="flex flex-wrap gap-x-3 px-1 text-meta">
          <TextButton quiet onClick={() => onSearch('')}>
            Search everything
          </TextButton>
          <TextButton quiet onClick={() => setEditing({ what: 'add' })}>
            Add article
          </TextButton>
        </p>
      ) : null}
      <Suspense>
        {editing?.what === 'flag' ? (
          <FlagDialog
            article={editing.article}
            escalationId={escalation.id}
            onQueue={() => patch({})}
            onClose={() => setEditing(null)}
          />
        ) : editing ? (
          <ArticleEditor
            article={editing.what === 'fix' ? editing.article : null}
            escalation={escalation}
            onQueue={() => patch({})}
            onClose={() => setEditing(null)}
          />
        ) : null}
      </Suspense>
    </section>
  );
}

interface ArticleActionsProps {
  readonly article: StoredRecord & Article;
  readonly onEdit: (what: 'flag' | 'fix', article: StoredRecord & Article) => void;
}

function ArticleActions({ article, onEdit }: ArticleActionsProps) {
  return (
    <>
      <TextButton quiet onClick={() => onEdit('flag', article)}>
        Flag
      </TextButton>
      <TextButton quiet onClick={() => onEdit('fix', article)}>
        Fix
      </TextButton>
    </>
  );
}
