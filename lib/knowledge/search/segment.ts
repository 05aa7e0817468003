import { SHARD_RECORDS } from './bucket';
import type { Ids } from './ids';

export type BlockEntry = readonly [key: string, bytes: Uint8Array];

/** What the manifest says about a segment's blocks. */
export interface SegmentSize {
  readonly count: number;
  /** 2^bits buckets. */
  readonly bits: number;
  readonly bytes: number;
}

/** Records of one segment at most: a query looks into few, and a merge holds its titles in memory. */
export const MOST_RECORDS = 131_072;

/** What is kept of a segment's records besides their words and ids. All arrays by record number. */
export interface TableColumns {
  /** Milliseconds since 1970, NaN where it is not known. */
  readonly times: Float64Array;
  readonly linked: Uint16Array;
  /** Position in LANGUAGES. */
  readonly languages: Uint8Array;
  /** Terms of the text on a logarithmic scale, 0…255. */
  readonly lengths: Uint8Array;
  /** Marks of record n: `marks[markStarts[n]]` … `marks[markStarts[n + 1]]`. */
  readonly markStarts: Uint32Array;
  readonly marks: Uint32Array;
  /** Every label of the segment once. */
  readonly labels: readonly string[];
  /** Labels of record n, as positions in `labels`, from `labelStarts[n]` to `labelStarts[n + 1]`. */
  readonly labelStarts: Uint32Array;
  readonly labelNumbers: Uint32Array;
}

export interface RecordTable extends TableColumns {
  readonly ids: Ids;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Records, marks, labels given, bytes of text. */
const HEADER = 16;
/** Time, two starts, linked, language, length. */
const PER_RECORD = 8 + 4 + 4 + 2 + 1 + 1;

/** The widest columns first, so that every column keeps its alignment. */
export function encodeTable(table: TableColumns): Uint8Array {
  const text = encoder.encode(JSON.stringify(table.labels));
  const columns = [
    table.times,
    table.markStarts,
    table.marks,
    table.labelStarts,
    table.labelNumbers,
    table.linked,
    table.languages,
    table.lengths,
  ];
  const fixed = columns.reduce((sum, { byteLength }) => sum + byteLength, HEADER);
  const bytes = new Uint8Array(fixed + text.length);
  const sizes = [table.times.length, table.marks.length, table.labelNumbers.length, text.length];
  new Uint32Array(bytes.buffer, 0, 4).set(sizes);
  let at = HEADER;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  bytes.set(text, at);
  return bytes;
}

/** The table in these bytes, or null where they are not one. */
export function decodeTable(stored: Uint8Array): TableColumns | null {
  if (stored.byteLength < HEADER) return null;
  const bytes = stored.byteOffset % 8 === 0 ? stored : stored.slice();
  const { buffer, byteOffset } = bytes;
  const [count = 0, marks = 0, labelNumbers = 0, textBytes = 0] = new Uint32Array(buffer, byteOffset, 4);
  const fixed = HEADER + count * PER_RECORD + 8 + (marks + labelNumbers) * 4;
  if (bytes.byteLength !== fixed + textBytes) return null;
  let at = byteOffset + HEADER;
  const next = (size: number) => {
    const start = at;
    at += size;
    return start;
  };
  const table = {
    times: new Float64Array(buffer, next(count * 8), count),
    markStarts: new Uint32Array(buffer, next(count * 4 + 4), count + 1),
    marks: new Uint32Array(buffer, next(marks * 4), marks),
    labelStarts: new Uint32Array(buffer, next(count * 4 + 4), count + 1),
    labelNumbers: new Uint32Array(buffer, next(labelNumbers * 4), labelNumbers),
    linked: new Uint16Array(buffer, next(count * 2), count),
    languages: new Uint8Array(buffer, next(count), count),
    lengths: new Uint8Array(buffer, next(count), count),
  };
  const labels: unknown = JSON.parse(decoder.decode(new Uint8Array(buffer, at, textBytes)));
  return Array.isArray(labels) ? { ...table, labels: labels.map(String) } : null;
}

/** The part of the table that one shard's records stand in. */
export function shardTable(table: RecordTable, shard: number): RecordTable {
  const first = shard * SHARD_RECORDS;
  const end = first + SHARD_RECORDS;
  return {
    ids: table.ids.slice(first, end),
    times: table.times.subarray(first, end),
    linked: table.linked.subarray(first, end),
    languages: table.languages.subarray(first, end),
    lengths: table.lengths.subarray(first, end),
    markStarts: table.markStarts.subarray(first, end + 1),
    marks: table.marks,
    labels: table.labels,
    labelStarts: table.labelStarts.subarray(first, end + 1),
    labelNumbers: table.labelNumbers,
  };
}

/** The labels of one record. */
export function labelsOf(table: RecordTable, record: number): string[] {
  const numbers = table.labelNumbers.subarray(table.labelStarts[record], table.labelStarts[record + 1]);
  return Array.from(numbers, (number) => table.labels[number] ?? '');
}

export function hasMark(table: RecordTable, record: number, mark: number): boolean {
  const end = table.markStarts[record + 1] ?? 0;
  for (let at = table.markStarts[record] ?? 0; at < end; at += 1) {
    if (table.marks[at] === mark) return true;
  }
  return false;
}

/** Keys of a segment's blocks; all start with `segmentPrefix`. */
export const segmentPrefix = (segment: number): string => `segment/${segment}/`;
export const idsKey = (segment: number): string => `${segmentPrefix(segment)}ids`;
export const tableKey = (segment: number): string => `${segmentPrefix(segment)}table`;
export const bucketKey = (segment: number, bucket: number): string =>
  `${segmentPrefix(segment)}bucket/${bucket}`;
export const titlesKey = (segment: number, block: number): string =>
  `${segmentPrefix(segment)}titles/${block}`;
export const wordsKey = (segment: number): string => `${segmentPrefix(segment)}words`;
