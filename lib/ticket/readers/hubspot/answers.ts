import * as v from 'valibot';
import { toInstant, toLine } from '@/lib/ticket/bounds';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.optional(v.unknown());
const Fields = v.looseObject({});

/** `{name: {value}}` for each property. */
export const RecordAnswer = v.object({
  objectId: v.unknown(),
  objectTypeId: loose,
  portalId: loose,
  properties: Fields,
});

export const TimelineAnswer = v.object({
  events: v.array(v.object({ etype: v.string(), id: loose, timestamp: loose, eventData: loose })),
  hasMore: loose,
  nextTimestamp: loose,
});

/** Pipelines and properties. */
export const ResultsAnswer = v.object({ results: v.array(Fields) });
/** `associations` by kind, and an owner's name. */
export const AnyAnswer = Fields;

export type HubSpotRecord = v.InferOutput<typeof RecordAnswer>;
export type HubSpotEvent = v.InferOutput<typeof TimelineAnswer>['events'][number];

export type Fields = Readonly<Record<string, unknown>>;
/** Undocumented answers are taken apart field by field: anything that is no object has no fields. */
export const fieldsOf = (raw: unknown): Fields =>
  typeof raw === 'object' && raw !== null ? (raw as Fields) : {};

export const listOf = (raw: unknown): Fields[] => (Array.isArray(raw) ? raw.map(fieldsOf) : []);

export const propertyOf = (record: HubSpotRecord | null, name: string): unknown =>
  record && Object.hasOwn(record.properties, name) ? fieldsOf(record.properties[name]).value : undefined;

export const findById = (list: readonly Fields[], id: string): Fields | undefined =>
  list.find((item) => toLine(item.id) === id);

/** Milliseconds since 1970, as a number or in digits, or ISO 8601. */
export function toTime(raw: unknown): number | null {
  const at = typeof raw === 'number' ? raw : /^\d{9,16}$/.test(String(raw)) ? Number(raw) : toInstant(raw);
  return at !== null && at > 0 && at <= 8.64e15 ? at : null;
}
