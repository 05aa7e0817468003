import type { KnowledgeSource, SourceContext } from '@/lib/knowledge/knowledge-source';
import { err } from '@/lib/std/result';

/** A source whose config comes from a store: nothing is known about it until the source's own schema has read it. */
export type AnySource = KnowledgeSource<unknown>;

/** Forgets the config's type without a cast: each call parses the stored config with the adapter's schema. */
export function toAnySource<C>(source: KnowledgeSource<C>): AnySource {
  const read = (config: unknown) => source.configSchema.safeParse(config);
  const incomplete = () =>
    err({ kind: 'invalid', message: `The settings of ${source.name} are not complete.` } as const);
  const typed = (ctx: SourceContext<unknown>): SourceContext<C> | null => {
    const config = read(ctx.config);
    return config.success ? { ...ctx, config: config.data } : null;
  };
  const { listIds, saveArticle } = source;
  return {
    id: source.id,
    name: source.name,
    offers: source.offers,
    configSchema: source.configSchema,
    hosts: (stored) => {
      const config = read(stored);
      return config.success ? source.hosts(config.data) : [];
    },
    place: source.place,
    async *fetchChanges(cursor, ctx) {
      const known = typed(ctx);
      if (known) yield* source.fetchChanges(cursor, known);
      else yield incomplete();
    },
    check: async (ctx) => {
      const known = typed(ctx);
      return known ? source.check(known) : incomplete();
    },
    ...(listIds
      ? {
          async *listIds(ctx: SourceContext<unknown>) {
            const known = typed(ctx);
            if (known) yield* listIds.call(source, known);
            else yield incomplete();
          },
        }
      : {}),
    ...(saveArticle
      ? {
          saveArticle: async (change, key, ctx) => {
            const known = typed(ctx);
            return known ? saveArticle.call(source, change, key, known) : incomplete();
          },
        }
      : {}),
  };
}
