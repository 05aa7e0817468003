import { CARD_QUESTIONS, countAnswers, type FeatureCard } from '@/lib/knowledge/feature-card';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { formatAgo } from '@/lib/std/time';
import { BUG_STATUS_WORDS } from './bug-status';

const counted = (count: number, one: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : `${one}s`}`;

/** What stands beside a record's title: what it is, how far it is, how old. Empty facts are left out. */
interface RecordFacts {
  readonly status: string;
  /** Solved for the customer already. */
  readonly solved: boolean;
  readonly facts: readonly string[];
}

const cardStatus = (card: Pick<FeatureCard, 'answers'>) =>
  `${countAnswers(card)} of ${CARD_QUESTIONS.length}`;

export function recordFacts(record: StoredRecord, now: number): RecordFacts {
  const ago = (at: number | null, before = '') => (at === null ? '' : `${before}${formatAgo(at, now)}`);
  const toFacts = (status: string, facts: readonly string[], solved = false): RecordFacts => ({
    status,
    solved,
    facts: facts.filter(Boolean),
  });
  switch (record.kind) {
    case 'known-bug': {
      const [fixedIn] = record.fixedIn;
      const fixed = record.status === 'fixed' && fixedIn ? `Fixed in ${fixedIn}` : '';
      return toFacts(
        fixed || record.statusText || BUG_STATUS_WORDS[record.status],
        [
          record.key,
          counted(record.reportCount, 'report'),
          counted(record.organizations.length, 'organization'),
          ago(record.updatedAt),
        ],
        record.status === 'fixed',
      );
    }
    case 'article':
      return toFacts(record.audience === 'internal' ? 'Internal' : 'Public', [
        'Article',
        ago(record.verifiedAt, 'verified ') || ago(record.updatedAt),
      ]);
    case 'feature-card':
      return toFacts(cardStatus(record), [
        'Feature card',
        ago(record.verifiedAt, 'verified ') || ago(record.updatedAt),
      ]);
  }
}
