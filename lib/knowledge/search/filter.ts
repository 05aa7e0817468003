import type { SearchFilter } from './record';
import type { RecordTable } from './segment';

/** Whether the record of this number may be handed out. */
export type Accept = (record: number) => boolean;

/** The filter as it is asked of one segment's records. */
export function acceptIn(table: RecordTable, { labels, since }: SearchFilter): Accept {
  const groups = labels.map((group) => {
    const wanted = new Set(group);
    return Uint8Array.from(table.labels, (label) => Number(wanted.has(label)));
  });
  return (record) => {
    // A time that is not known compares as false.
    if (since !== undefined && !((table.times[record] as number) >= since)) return false;
    const start = table.labelStarts[record] as number;
    const end = table.labelStarts[record + 1] as number;
    return groups.every((wanted) => {
      for (let at = start; at < end; at += 1) if (wanted[table.labelNumbers[at] as number]) return true;
      return false;
    });
  };
}
