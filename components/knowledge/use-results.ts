import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  FoundRecord,
  KnowledgeFilter,
  KnowledgePage,
  SearchClient,
} from '@/lib/knowledge/search-client';

/** Rows asked for at once. */
const PAGE_ROWS = 50;
/** Pages kept; the ones looked at longest ago go first. */
const MOST_PAGES = 12;
/** While records are being taken in the list follows, but not with every page. */
const REFRESH_MS = 1_000;

interface Shown {
  readonly text: string;
  readonly total: number;
  /** Least recently looked at first. */
  readonly pages: ReadonlyMap<number, KnowledgePage['rows']>;
}

export interface Results {
  /** What the rows answer; null before the first answer. They stay until the next answer is there. */
  readonly shown: Shown | null;
  /** Why the latest question was not answered, in words. */
  readonly problem: string | null;
  readonly rowAt: (index: number) => FoundRecord | undefined;
  /** Loads what is missing of these rows. */
  readonly need: (first: number, last: number) => void;
  readonly again: () => void;
}

const toWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const withPage = (shown: Shown, at: number, { rows, total }: KnowledgePage): Shown => {
  const pages = new Map([...shown.pages].filter(([page]) => page !== at));
  pages.set(at, rows);
  for (const oldest of pages.keys()) {
    if (pages.size <= MOST_PAGES) break;
    pages.delete(oldest);
  }
  return { ...shown, total, pages };
};

/** Rows of the latest question, loaded page by page as they are looked at. Answers that came too late are dropped. */
export function useResults(client: SearchClient, text: string, filter: KnowledgeFilter): Results {
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  /** The question whose answers count, and its pages under way. */
  const current = useRef<{ ask: (page: number) => Promise<KnowledgePage>; asked: Set<number> } | null>(null);
  const taken = useRef(0);
  /** First page in sight. */
  const viewed = useRef(0);

  useEffect(() => {
    const question = {
      ask: (page: number) => client.search(text, filter, page * PAGE_ROWS, PAGE_ROWS),
      asked: new Set<number>(),
    };
    let wanted = true;
    // Asked anew, the page looked at and the next one are replaced in one go: nothing flickers.
    const isRefresh = turn !== taken.current;
    taken.current = turn;
    const pages = isRefresh ? [viewed.current, viewed.current + 1] : [0];
    Promise.all(pages.map(question.ask)).then(
      (answers) => {
        if (!wanted) return;
        current.current = question;
        setProblem(null);
        const total = answers[0]?.total ?? 0;
        setShown({ text, total, pages: new Map(answers.map(({ rows }, at) => [pages[at] ?? 0, rows])) });
      },
      (error: unknown) => wanted && setProblem(toWords(error)),
    );
    return () => {
      wanted = false;
    };
  }, [client, text, filter, turn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.onChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setTurn((count) => count + 1);
      }, REFRESH_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client]);

  const need = useCallback(
    (first: number, last: number) => {
      const question = current.current;
      if (!shown || !question || shown.total === 0) return;
      const from = Math.floor(first / PAGE_ROWS);
      const to = Math.floor(Math.min(last, shown.total - 1) / PAGE_ROWS);
      viewed.current = from;
      for (let page = from; page <= to; page += 1) {
        if (shown.pages.has(page) || question.asked.has(page)) continue;
        question.asked.add(page);
        question
          .ask(page)
          .then(
            (answer) => {
              if (current.current === question) setShown((now) => now && withPage(now, page, answer));
            },
            (error: unknown) => {
              if (current.current === question) setProblem(toWords(error));
            },
          )
          .finally(() => question.asked.delete(page));
      }
    },
    [shown],
  );
  const rowAt = useCallback(
    (index: number) => shown?.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    [shown],
  );
  const again = useCallback(() => setTurn((count) => count + 1), []);
  return { shown, problem, rowAt, need, again };
}
