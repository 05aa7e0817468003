import { useEffect, useRef, useState } from 'react';
import type { SearchQuery } from '@/lib/knowledge/search/record';
import type { KnownAbout, SearchClient } from '@/lib/knowledge/search-client';
import { SECOND_MS } from '@/lib/std/time';

export type Known =
  | { readonly state: 'asking' }
  /** `why` in words. */
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'known'; readonly about: KnownAbout; readonly at: number };

const ASKING: Known = { state: 'asking' };

/**
 * What is known about a ticket: asked once per content of the ticket, and again, while somebody looks, when records
 * changed. What was known stays on the screen meanwhile.
 */
export function useKnown(
  client: SearchClient,
  query: SearchQuery,
  active: boolean,
): { readonly known: Known; readonly again: () => void } {
  const key = JSON.stringify(query);
  const [answer, setAnswer] = useState<{ key: string; known: Known }>({ key: '', known: ASKING });
  const [turn, setTurn] = useState(0);
  const latest = useRef(query);
  latest.current = query;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks anew
  useEffect(() => {
    let wanted = true;
    const show = (known: Known) => wanted && setAnswer({ key, known });
    client.findKnown(latest.current).then(
      (about) => show({ state: 'known', about, at: Date.now() }),
      (cause: unknown) =>
        show({ state: 'failed', why: cause instanceof Error ? cause.message : 'No reason was given.' }),
    );
    return () => {
      wanted = false;
    };
  }, [client, key, turn]);

  useEffect(() => {
    if (!active) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.onChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setTurn((count) => count + 1);
      }, SECOND_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, active]);

  return {
    known: answer.key === key ? answer.known : ASKING,
    again: () => {
      setAnswer({ key: '', known: ASKING });
      setTurn((count) => count + 1);
    },
  };
}
