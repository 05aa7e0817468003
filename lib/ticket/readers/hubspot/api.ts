import type * as v from 'valibot';
import { err, ok, type Result } from '@/lib/std/result';
import { toLine } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { LIMITS } from '@/lib/ticket/limits';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { type HubSpotEvent, type HubSpotRecord, RecordAnswer, TimelineAnswer } from './answers';
import type { HubSpotPlace } from './desk';

const PAGE_SIZE = 100;
const MAX_PAGES = 20;

export async function fetchApi<S extends v.GenericSchema>(
  desk: Desk,
  { portal }: HubSpotPlace,
  resource: string,
  schema: S,
  query: Record<string, string> = {},
): Promise<Result<v.InferOutput<S>, ReadError>> {
  const search = new URLSearchParams({ portalId: portal, ...query });
  const answer = await fetchJson(desk, `/api/${resource}?${search}`, schema, { cache: 'no-store' });
  return answer.ok ? ok(answer.value.data) : answer;
}

/** One record with all its properties; `type` 0-1 is a contact, 0-2 a company, 0-5 a ticket. */
export async function fetchRecord(
  desk: Desk,
  place: HubSpotPlace,
  type: string,
  id: string,
): Promise<Result<HubSpotRecord, ReadError>> {
  const path = `inbounddb-objects/v1/crm-objects/${type}/${encodeURIComponent(id)}`;
  const answer = await fetchApi(desk, place, path, RecordAnswer, {
    allPropertiesFetchMode: 'latest_version',
  });
  if (!answer.ok) return answer;
  const { objectId, objectTypeId, portalId = place.portal } = answer.value;
  return toLine(objectId) === id && objectTypeId === type && toLine(portalId) === place.portal
    ? answer
    : err({
        kind: 'changed-layout',
        detail: 'HubSpot answered with another record than the open one. Reload the page, then try again.',
      });
}

interface Timeline {
  readonly events: HubSpotEvent[];
  readonly complete: boolean;
}

/** Newest first, in pages by time. */
export async function fetchTimeline(desk: Desk, place: HubSpotPlace): Promise<Result<Timeline, ReadError>> {
  const events: HubSpotEvent[] = [];
  const path = `timeline/v2/object/0-5/${place.id}`;
  let from = '';
  for (let page = 0; page < MAX_PAGES && events.length < LIMITS.messages; page += 1) {
    const query = {
      limit: String(PAGE_SIZE),
      renderingRequested: 'true',
      ...(from && { startTimestamp: from }),
    };
    const answer = await fetchApi(desk, place, path, TimelineAnswer, query);
    if (!answer.ok) return answer;
    events.push(...answer.value.events);
    const next = toLine(answer.value.nextTimestamp);
    // A page that leads to itself would never end.
    if (!answer.value.hasMore || !next || next === from)
      return ok({ events, complete: !answer.value.hasMore });
    from = next;
  }
  return ok({ events, complete: false });
}
