import type { HttpError } from '@/lib/http/http-error';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { Changes, KnowledgeSource, SourceContext } from '@/lib/knowledge/knowledge-source';

/** What one call of `fetchChanges` brought. */
export interface Reading {
  readonly pages: readonly Changes[];
  /** The last cursor; the one handed in where no page came. */
  readonly cursor: string | null;
  readonly error: HttpError | null;
  /** How many errors came; nothing may come after one. */
  readonly errors: number;
}

/** Reads from the cursor on, and no further than `limit` pages, as if the worker were killed then. */
export async function readOn<C>(
  source: KnowledgeSource<C>,
  from: string | null,
  ctx: SourceContext<C>,
  limit = Number.POSITIVE_INFINITY,
): Promise<Reading> {
  const pages: Changes[] = [];
  let error: HttpError | null = null;
  let errors = 0;
  for await (const changes of source.fetchChanges(from, ctx)) {
    if (errors > 0) throw new Error('Something came after an error.');
    if (changes.ok) pages.push(changes.value);
    else {
      error = changes.error;
      errors += 1;
    }
    if (pages.length >= limit) break;
  }
  return { pages, cursor: pages.at(-1)?.cursor ?? from, error, errors };
}

/** The cache as sync would keep it. */
export class Replica {
  readonly #records = new Map<string, KnowledgeRecord>();
  cursor: string | null = null;

  apply(changes: Changes): void {
    for (const record of changes.put) this.#records.set(record.id, record);
    for (const id of changes.removed) this.#records.delete(id);
    this.cursor = changes.cursor;
  }

  applyAll({ pages, error }: Pick<Reading, 'pages' | 'error'>): void {
    if (error) throw new Error(error.message);
    for (const page of pages) this.apply(page);
  }

  /** Removes what is not among the ids. */
  keep(ids: readonly string[]): void {
    const there = new Set(ids);
    for (const id of this.#records.keys()) if (!there.has(id)) this.#records.delete(id);
  }

  get(id: string): KnowledgeRecord | undefined {
    return this.#records.get(id);
  }

  ids(): string[] {
    return [...this.#records.keys()].sort();
  }
}

/** The place, but each path gives its first answer for ever, whatever page is asked for. Throws past `most` requests. */
export function replayFirstAnswers(
  place: { readonly fetch: typeof fetch },
  most: number,
): { fetch: typeof fetch } {
  const first = new Map<string, Response>();
  let requests = 0;
  return {
    fetch: async (input, init) => {
      requests += 1;
      if (requests > most) throw new Error(`asked ${most} times for the same`);
      const { pathname } = new URL(new Request(input, init).url);
      const known = first.get(pathname) ?? (await place.fetch(input, init));
      first.set(pathname, known);
      return known.clone();
    },
  };
}
