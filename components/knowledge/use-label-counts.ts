import { useEffect, useState } from 'react';
import type { SearchClient } from '@/lib/knowledge/search-client';
import { toLabel } from '@/lib/knowledge/to-search-record';

const NONE: ReadonlyMap<string, number> = new Map();
const REFRESH_MS = 2_000;

interface LabelCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** Records there are to search in; null until the search said so. */
  readonly searched: number | null;
}

/** How many records carry each label, kept up to date. Without an answer the filters stay empty: the rows say why. */
export function useLabelCounts(client: SearchClient): LabelCounts {
  const [counts, setCounts] = useState<ReadonlyMap<string, number> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const load = () => {
      timer = undefined;
      client.countLabels().then(
        (answer) => wanted && setCounts(answer),
        () => undefined,
      );
    };
    load();
    const stop = client.onChange(() => {
      timer ??= setTimeout(load, REFRESH_MS);
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [client]);
  if (counts === null) return { counts: NONE, searched: null };
  const kinds = toLabel('kind', '');
  const searched = [...counts].reduce((sum, [label, n]) => (label.startsWith(kinds) ? sum + n : sum), 0);
  return { counts, searched };
}
