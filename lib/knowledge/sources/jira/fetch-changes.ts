import type { Fetched } from '@/lib/knowledge/knowledge-source';
import { nextOffset, toOffset } from '@/lib/knowledge/listing/next-offset';
import { takeOver } from '@/lib/knowledge/listing/take-over';
import { type ChangedPage, type Spot, walkChanges } from '@/lib/knowledge/listing/walk-changes';
import { toMoment } from '@/lib/knowledge/text/foreign-text';
import { ok } from '@/lib/std/result';
import { MINUTE_MS } from '@/lib/std/time';
import { type Context, fetchCustomFields, fetchMyself } from './api';
import { floorToJql, toJqlTime } from './jql-time';
import { DatedSchema, IssueSchema } from './schemas';
import { type Found, search } from './search';
import { toKnownBug } from './to-known-bug';

const FIELDS = [
  'summary',
  'description',
  'status',
  'resolution',
  'components',
  'versions',
  'fixVersions',
  'issuelinks',
  'created',
  'updated',
];
const PAGE = 100;
/** What changed is found only once the index of the search knows it. */
const OVERLAP_MS = 10 * MINUTE_MS;

function changedAt(item: unknown): number | null {
  const dated = DatedSchema.safeParse(item);
  return dated.success ? toMoment(dated.data.fields.updated) : null;
}

/** What one run needs to know of the site. */
interface Site {
  readonly timeZone: string | undefined;
  readonly customFields: ReadonlyMap<string, string>;
}

export async function* fetchChanges(cursor: string | null, ctx: Context) {
  const myself = await fetchMyself(ctx);
  if (!myself.ok) {
    yield myself;
    return;
  }
  const customFields = await fetchCustomFields(ctx);
  if (!customFields.ok) {
    yield customFields;
    return;
  }
  const site = { timeZone: myself.value.timeZone, customFields: customFields.value };
  yield* walkChanges(cursor, {
    now: ctx.now,
    changedAt,
    overlapMs: OVERLAP_MS,
    fetchPage: (spot) => fetchChanged(spot, site, ctx),
  });
}

async function fetchChanged(
  spot: Spot,
  { timeZone, customFields }: Site,
  ctx: Context,
): Fetched<ChangedPage> {
  const since =
    spot.since === null ? '' : ` AND updated >= "${toJqlTime(floorToJql(spot.since, timeZone), timeZone)}"`;
  const found = await search(
    {
      jql: `(${ctx.config.jql})${since} ORDER BY updated ASC, key ASC`,
      fields: [...FIELDS, ...customFields.keys()],
      most: PAGE,
      position: ctx.config.edition === 'cloud' ? spot.position : String(toOffset(spot.position)),
    },
    ctx,
  );
  if (!found.ok) return found;
  const { items, total } = found.value;
  return ok({
    ...takeOver(items, IssueSchema, (issue) => toKnownBug(issue, ctx.config.url, customFields)),
    items,
    next: items.length === 0 ? null : nextSpot(spot, found.value, timeZone, ctx),
    total,
  });
}

function nextSpot(spot: Spot, found: Found, timeZone: string | undefined, ctx: Context): Spot | null {
  const { items, offset, token, total } = found;
  const floor = (at: number) => floorToJql(at, timeZone);
  if (ctx.config.edition === 'cloud') return token ? nextByToken(spot, found, floor, ctx.now()) : null;
  if (total === null || offset + items.length >= total) return null;
  return nextOffset(spot, { items, offset, now: ctx.now(), changedAt, floor });
}

/**
 * What a token does when issues change meanwhile is not documented, so the list is asked for again from the last date
 * on. Only where so much changed in that minute that most of the page would come again, the token leads on.
 */
function nextByToken(spot: Spot, { items, token }: Found, floor: (at: number) => number, now: number): Spot {
  const dates = items.map((item) => Math.min(changedAt(item) ?? 0, now));
  const since = floor(dates.at(-1) ?? 0);
  const again = dates.filter((date) => date >= since).length;
  return since > (spot.since ?? 0) && again <= PAGE / 2
    ? { since, position: '' }
    : { since: spot.since, position: token };
}
