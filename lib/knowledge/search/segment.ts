export type BlockEntry = readonly [key: string, bytes: Uint8Array];

/** What the manifest says about a segment's blocks. */
export interface SegmentSize {
  readonly count: number;
  /** 2^bits buckets. */
  readonly bits: number;
  readonly bytes: number;
}

/** Records of one segment at most, so that a record's number fits 16 bits. */
export const MOST_RECORDS = 65_535;
/** No date: as no report is from the year -2100, the lowest number stands for it. */
export const NO_TIME = -0x80000000;

/** What is kept of a segment's records besides their words. All arrays by record number. */
export interface RecordTable {
  readonly ids: readonly string[];
  /** Minutes since 1970 or NO_TIME. */
  readonly times: Int32Array;
  readonly linked: Uint16Array;
  /** Position in LANGUAGES. */
  readonly languages: Uint8Array;
  /** Terms of the text on a logarithmic scale, 0…255. */
  readonly lengths: Uint8Array;
  /** Marks of record n: `marks[markStarts[n]]` … `marks[markStarts[n + 1]]`. */
  readonly markStarts: Uint32Array;
  readonly marks: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Four-byte columns first, so that every column keeps its alignment. */
export function encodeTable(table: RecordTable): Uint8Array {
  const ids = encoder.encode(JSON.stringify(table.ids));
  const count = table.ids.length;
  const fixed = 12 + count * 4 + (count + 1) * 4 + table.marks.length * 4 + count * 2 + count * 2;
  const bytes = new Uint8Array(fixed + ids.length);
  new Uint32Array(bytes.buffer, 0, 3).set([count, table.marks.length, ids.length]);
  let at = 12;
  for (const column of [
    table.times,
    table.markStarts,
    table.marks,
    table.linked,
    table.languages,
    table.lengths,
  ]) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  bytes.set(ids, at);
  return bytes;
}

/** The table in these bytes, or null where they are not one. */
export function decodeTable(stored: Uint8Array): RecordTable | null {
  if (stored.byteLength < 12) return null;
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const { buffer, byteOffset } = bytes;
  const [count = 0, marks = 0, idBytes = 0] = new Uint32Array(buffer, byteOffset, 3);
  if (bytes.byteLength !== 12 + count * 8 + 4 + marks * 4 + count * 4 + idBytes) return null;
  let at = byteOffset + 12;
  const next = (size: number) => {
    const start = at;
    at += size;
    return start;
  };
  const table = {
    times: new Int32Array(buffer, next(count * 4), count),
    markStarts: new Uint32Array(buffer, next(count * 4 + 4), count + 1),
    marks: new Uint32Array(buffer, next(marks * 4), marks),
    linked: new Uint16Array(buffer, next(count * 2), count),
    languages: new Uint8Array(buffer, next(count), count),
    lengths: new Uint8Array(buffer, next(count), count),
  };
  const ids: unknown = JSON.parse(decoder.decode(new Uint8Array(buffer, at, idBytes)));
  if (!Array.isArray(ids) || ids.length !== count) return null;
  return { ...table, ids: ids.map(String) };
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
export const tableKey = (segment: number): string => `${segmentPrefix(segment)}table`;
export const bucketKey = (segment: number, bucket: number): string =>
  `${segmentPrefix(segment)}bucket/${bucket}`;
export const titlesKey = (segment: number, block: number): string =>
  `${segmentPrefix(segment)}titles/${block}`;
