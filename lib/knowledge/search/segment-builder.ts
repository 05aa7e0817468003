import { BucketWriter } from './bucket-writer';
import { weighOccurrences } from './impact';
import { foldTitle } from './letters';
import type { Lexicon } from './lexicon';
import type { SearchParameters } from './parameters';
import { PostingCollector } from './posting-collector';
import type { SearchRecord } from './record';
import { languageNumber, readRecord } from './record-terms';
import { type BlockEntry, bucketKey, type SegmentSize } from './segment';
import { TableBuilder } from './table-builder';

const MINUTE_MS = 60_000;
/** 255 stands for a text of 5,000 terms. */
const LENGTH_SCALE = 30;
const MOST_LINKED = 0xffff;

/** Takes records and turns them into the blocks of one segment. */
export class SegmentBuilder {
  readonly #parameters: SearchParameters;
  readonly #lexicon: Lexicon;
  readonly #postings = new PostingCollector();
  readonly #table = new TableBuilder();

  constructor(parameters: SearchParameters, lexicon: Lexicon) {
    this.#parameters = parameters;
    this.#lexicon = lexicon;
  }

  get count(): number {
    return this.#table.count;
  }

  /** Tells when to begin the next segment. */
  get postings(): number {
    return this.#postings.postings;
  }

  add(record: SearchRecord): void {
    const postings = this.#postings;
    const { language, length, titleTerms, marks } = readRecord(
      record,
      this.#parameters,
      this.#lexicon,
      (term, kind, field, size) => postings.count(term, kind, weighOccurrences(1, size, field)),
    );
    postings.endRecord(this.#table.count);
    const linked = Math.max(record.linkedCount ?? 0, record.linked?.length ?? 0);
    this.#table.add({
      id: record.id,
      title: { letters: foldTitle(record.title), terms: titleTerms },
      time: Math.round((record.at ?? Number.NaN) / MINUTE_MS),
      linked: Math.min(MOST_LINKED, linked),
      language: languageNumber(language),
      length: Math.min(255, Math.round(Math.log1p(length) * LENGTH_SCALE)),
      marks,
    });
  }

  /** The blocks under the number of the segment, and what the manifest will say about them. */
  finish(segment: number): { blocks: BlockEntry[]; size: SegmentSize } {
    const blocks = [...this.#table.blocks(segment)];
    const { bits } = this.#postings;
    this.#postings.write(
      new BucketWriter(bits, (bucket, bytes) => blocks.push([bucketKey(segment, bucket), bytes])),
    );
    const bytes = blocks.reduce((sum, [, block]) => sum + block.byteLength, 0);
    return { blocks, size: { count: this.count, bits, bytes } };
  }
}
