import { useCallback, useEffect, useRef, useState } from 'react';

/** Coming back to a step within this time asks nobody again. */
const KEEP_MS = 5 * 60_000;
const MAX_KEPT = 50;

interface Kept {
  readonly at: number;
  readonly answer: Promise<unknown>;
}

/** Answers of this page by question; lost with the page. */
const kept = new Map<string, Kept>();

function ask<T>(key: string, question: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known && Date.now() - known.at < KEEP_MS) return known.answer as Promise<T>;
  const answer = question();
  kept.delete(key);
  kept.set(key, { at: Date.now(), answer });
  for (const old of kept.keys()) {
    if (kept.size <= MAX_KEPT) break;
    kept.delete(old);
  }
  return answer;
}

/**
 * Asks a slow question once per key and keeps the answer for five minutes, whatever is shown meanwhile. `question` must
 * not reject. Null as a key asks nothing. `again` asks anew.
 */
export function useAnswer<T>(
  key: string | null,
  question: () => Promise<T>,
): { readonly answer: T | undefined; readonly again: () => void } {
  const [shown, setShown] = useState<{ key: string; answer: T } | null>(null);
  const [turn, setTurn] = useState(0);
  const latest = useRef(question);
  latest.current = question;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how the agent asks anew
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    void ask(key, () => latest.current()).then((answer) => {
      if (wanted) setShown({ key, answer });
    });
    return () => {
      wanted = false;
    };
  }, [key, turn]);

  const again = useCallback(() => {
    if (key !== null) kept.delete(key);
    setShown(null);
    setTurn((count) => count + 1);
  }, [key]);
  return { answer: shown?.key === key ? shown?.answer : undefined, again };
}
