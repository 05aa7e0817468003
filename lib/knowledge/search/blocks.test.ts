import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, findPostings, readBucket, SHARD_RECORDS } from './bucket';
import { BucketWriter } from './bucket-writer';
import { hashKey, hashTerm } from './hash';
import { encodeIds, readIds } from './ids';
import { foldTitle, LetterComparer } from './letters';
import { countDead, decodeManifest, encodeManifest, isDead, withDead } from './manifest';
import { decodeTable, encodeTable } from './segment';
import { encodeTitles, readTitles } from './titles';

const misaligned = (bytes: Uint8Array) => {
  const larger = new Uint8Array(bytes.length + 1);
  larger.set(bytes, 1);
  return larger.subarray(1);
};

describe('buckets', () => {
  it('hold every posting of every term', () => {
    const records = fc
      .uniqueArray(fc.nat(65_534), { minLength: 1, maxLength: 20 })
      .map((it) => it.sort((a, b) => a - b));
    const terms = fc.dictionary(fc.string({ minLength: 1 }), records);
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 6 }), (postings, bits) => {
        const buckets = new Map<number, Uint8Array>();
        const writer = new BucketWriter(bits, (bucket, bytes) => buckets.set(bucket, bytes));
        const sorted = Object.keys(postings).sort((a, b) => hashKey(hashTerm(a)) - hashKey(hashTerm(b)));
        for (const term of sorted) {
          writer.term(hashTerm(term));
          for (const record of postings[term] ?? []) writer.posting(record, record & 255);
        }
        writer.finish();
        expect(buckets.size).toBe(2 ** bits);
        for (const term of sorted) {
          const bytes = buckets.get(bucketOf(hashTerm(term), bits)) ?? new Uint8Array(0);
          const bucket = readBucket(misaligned(bytes));
          const range = bucket && findPostings(bucket, hashTerm(term));
          const found = range && [...range.bucket.records.subarray(range.start, range.end)];
          expect(found).toEqual(postings[term]);
          expect(bucket && findPostings(bucket, hashTerm(`${term}?`))).toBeNull();
        }
      }),
    );
  });

  it('count the records of every shard from its own first', () => {
    const records = fc
      .uniqueArray(fc.nat(3 * SHARD_RECORDS - 1), { minLength: 1, maxLength: 9 })
      .map((it) => it.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 5 }), (postings) => {
        let bytes = new Uint8Array(0);
        const writer = new BucketWriter(0, (_, block) => (bytes = block.slice()), { shards: 3 });
        for (const [high, found] of postings.entries()) {
          writer.term({ high, low: 0 });
          for (const record of found) writer.posting(record, 1);
        }
        writer.finish();
        const bucket = readBucket(bytes);
        const read = postings.map((_, high) =>
          [0, 1, 2].flatMap((shard) => {
            const range = bucket && findPostings(bucket, { high, low: 0 }, shard);
            return Array.from(
              range?.bucket.records.subarray(range.start, range.end) ?? [],
              (it) => it + shard * SHARD_RECORDS,
            );
          }),
        );
        expect(read).toEqual(postings);
      }),
    );
  });

  it('leave out terms without postings', () => {
    const blocks: Uint8Array[] = [];
    const writer = new BucketWriter(0, (_, block) => blocks.push(block), { shards: 2 });
    for (const high of [1, 2, 3]) {
      writer.term({ high, low: 0 });
      if (high === 2) writer.posting(SHARD_RECORDS, 1);
    }
    writer.finish();
    expect([...(readBucket(blocks[0] ?? new Uint8Array(0))?.highs ?? [])]).toEqual([2]);
  });

  it('are refused when cut', () => expect(readBucket(new Uint8Array([1, 0, 0, 0, 9, 0, 0, 0]))).toBeNull());
});

describe('tables', () => {
  const table = {
    times: Float64Array.of(1.5, -2, Number.NaN),
    linked: Uint16Array.of(0, 65_535, 2),
    languages: Uint8Array.of(0, 1, 5),
    lengths: Uint8Array.of(9, 8, 255),
    markStarts: Uint32Array.of(0, 1, 1, 3),
    marks: Uint32Array.of(7, 0xffffffff, 0),
    labels: ['kind:article', '__proto__'],
    labelStarts: Uint32Array.of(0, 2, 2, 3),
    labelNumbers: Uint32Array.of(0, 1, 1),
  };

  it('come back as they were', () => {
    expect(decodeTable(encodeTable(table))).toEqual(table);
    expect(decodeTable(misaligned(encodeTable(table)))).toEqual(table);
  });

  it('are refused when cut', () => expect(decodeTable(encodeTable(table).subarray(0, -1))).toBeNull());
});

describe('ids', () => {
  it('come back as they were, and are found', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 9 }),
        fc.nat(8),
        (all, at) => {
          const ids = readIds(misaligned(encodeIds(all)));
          expect(all.map((_, record) => ids?.at(record))).toEqual(all);
          const wanted = all[at % all.length] ?? '';
          expect(ids?.find(new Set([wanted, 'never there'.repeat(9)]))).toEqual([all.indexOf(wanted)]);
        },
      ),
    );
  });

  it('are refused when cut', () => expect(readIds(encodeIds(['a', 'b']).subarray(0, -1))).toBeNull());
});

describe('titles', () => {
  it('come back as they were', () => {
    const title = fc.record({
      letters: fc.uint8Array({ maxLength: 9 }),
      terms: fc.array(fc.nat(), { maxLength: 4 }).map((it) => Uint32Array.from(it)),
    });
    fc.assert(
      fc.property(fc.array(title, { maxLength: 6 }), (titles) => {
        const block = readTitles(misaligned(encodeTitles(titles)));
        expect(titles.map((_, at) => block?.at(at))).toEqual(titles);
      }),
    );
    expect(readTitles(encodeTitles([]).subarray(1))).toBeNull();
  });
});

describe('the manifest', () => {
  const segment = { number: 3, count: 20, bits: 2, bytes: 5, dead: null };

  it('comes back as it was', () => {
    const manifest = { generation: 4, next: 5, segments: [withDead(segment, [0, 9, 19])], obsolete: [1, 2] };
    expect(decodeManifest(encodeManifest(manifest))).toEqual(manifest);
  });

  it('counts the dead', () => {
    const { dead } = withDead(withDead(segment, [3]), [3, 8]);
    expect(countDead(dead)).toBe(2);
    expect([3, 4, 8].map((record) => isDead(dead, record))).toEqual([true, false, true]);
  });

  it.each(['', '{}', 'null', '{"format":99}', '[1'])('is none in %j', (text) =>
    expect(decodeManifest(new TextEncoder().encode(text))).toBeNull(),
  );
});

describe('letters', () => {
  const like = (one: string, other: string) => new LetterComparer(foldTitle(one)).compare(foldTitle(other));

  it('see likeness through inflection and typing errors', () => {
    expect(like('Cannot save report', 'cannot SAVE: report!')).toBe(1);
    expect(like('Cannot save report', 'Cannot save reports')).toBeGreaterThan(0.8);
    expect(like('Cannot save report', 'Printer is on fire')).toBeLessThan(0.1);
    expect(like('', '')).toBeLessThanOrEqual(1);
  });
});
