import { BucketWriter } from './bucket-writer';
import { foldTitle } from './letters';
import type { Lexicon } from './lexicon';
import type { SearchParameters } from './parameters';
import { PostingCollector } from './posting-collector';
import type { SearchRecord } from './record';
import { languageNumber, readRecord } from './record-terms';
import { type BlockEntry, bucketKey, type SegmentSize, wordsKey } from './segment';
import { TableBuilder } from './table-builder';
import { WordCollector } from './word-collector';

/** 255 stands for a text of 5,000 terms. */
const LENGTH_SCALE = 30;
const MOST_LINKED = 0xffff;
/** More parts than any real record is filed under. */
const MOST_LABELS = 100;

/** Takes records and turns them into the blocks of one segment. */
export class SegmentBuilder {
  readonly #parameters: SearchParameters;
  readonly #lexicon: Lexicon;
  readonly #postings = new PostingCollector();
  readonly #table = new TableBuilder();
  readonly #words = new WordCollector();

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
    const { language, length, titleTerms, marks, shown } = readRecord(
      record,
      this.#parameters,
      this.#lexicon,
      postings,
    );
    postings.endRecord(this.#table.count);
    this.#words.take(shown, language);
    const linked = Math.max(record.linkedCount ?? 0, record.linked?.length ?? 0);
    this.#table.add({
      id: record.id,
      title: { letters: foldTitle(record.title), terms: titleTerms },
      time: record.at ?? Number.NaN,
      linked: Math.min(MOST_LINKED, linked),
      language: languageNumber(language),
      length: Math.min(255, Math.round(Math.log1p(length) * LENGTH_SCALE)),
      marks,
      labels: new Set((record.labels ?? []).slice(0, MOST_LABELS)),
    });
  }

  /** The blocks under the number of the segment, and what the manifest will say about them. */
  finish(segment: number): { blocks: BlockEntry[]; size: SegmentSize } {
    const blocks = [...this.#table.blocks(segment)];
    const { bits } = this.#postings;
    const counter = this.#words.counter();
    const emit = (bucket: number, bytes: Uint8Array) => blocks.push([bucketKey(segment, bucket), bytes]);
    this.#postings.write(new BucketWriter(bits, emit, { counter }));
    blocks.push([wordsKey(segment), this.#words.encode(counter)]);
    const bytes = blocks.reduce((sum, [, block]) => sum + block.byteLength, 0);
    return { blocks, size: { count: this.count, bits, bytes } };
  }
}
