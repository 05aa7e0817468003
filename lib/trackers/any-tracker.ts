import { toMarkdown } from '@/lib/std/markdown';
import { err } from '@/lib/std/result';
import type { Delivered, Tracker, TrackerContext } from './tracker';
import { withKey } from './with-key';

/** A tracker whose config comes from a store: nothing is known about it until the tracker's own schema has read it. */
export type AnyTracker = Tracker<unknown>;

/**
 * Forgets the config's type without a cast: each call parses the stored config with the adapter's schema. Settings that
 * do not fit are an error of kind `invalid`, and the preview falls back to Markdown.
 */
export function toAnyTracker<C>(tracker: Tracker<C>): AnyTracker {
  const read = (config: unknown) => tracker.configSchema.safeParse(config);
  const run = async <T>(ctx: TrackerContext<unknown>, work: (ctx: TrackerContext<C>) => Delivered<T>) => {
    const config = read(ctx.config);
    if (config.success) return work({ ...ctx, config: config.data });
    return err({ kind: 'invalid', message: `The settings of ${tracker.name} are not complete.` } as const);
  };
  return {
    id: tracker.id,
    name: tracker.name,
    maxFileBytes: tracker.maxFileBytes,
    configSchema: tracker.configSchema,
    hosts: (stored) => {
      const config = read(stored);
      return config.success ? tracker.hosts(config.data) : [];
    },
    place: tracker.place,
    holdsIssue: tracker.holdsIssue,
    formatBody: (issue, key, stored) => {
      const config = read(stored);
      return config.success
        ? tracker.formatBody(issue, key, config.data)
        : toMarkdown(withKey(issue.body, key));
    },
    createIssue: (issue, key, ctx) => run(ctx, (typed) => tracker.createIssue(issue, key, typed)),
    findIssue: (key, ctx) => run(ctx, (typed) => tracker.findIssue(key, typed)),
    getIssue: (ref, ctx) => run(ctx, (typed) => tracker.getIssue(ref, typed)),
    listChanges: (since, ctx) => run(ctx, (typed) => tracker.listChanges(since, typed)),
    addComment: (ref, text, ctx) => run(ctx, (typed) => tracker.addComment(ref, text, typed)),
    findComment: (ref, key, ctx) => run(ctx, (typed) => tracker.findComment(ref, key, typed)),
    attach: (ref, file, key, ctx) => run(ctx, (typed) => tracker.attach(ref, file, key, typed)),
    check: (ctx) => run(ctx, (typed) => tracker.check(typed)),
  };
}
