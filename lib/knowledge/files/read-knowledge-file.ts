import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord } from '@/lib/knowledge/knowledge-source';
import { markdownToRecord } from '@/lib/knowledge/markdown/to-record';
import { BadBytes, unpack } from '@/lib/std/unpack';
import { readCsv } from './csv-rows';
import { readJson, readJsonLines } from './json-rows';
import { BadFile, type Row } from './row';
import { RowTaker } from './row-taker';
import { decodeText, type FoundEncoding, findEncoding, toUtf8 } from './text-encoding';

export interface KnowledgeFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What a part of a file gave; `broken` also tells what holds for the whole file, named by the file's name. */
export interface FileBatch {
  readonly put: KnowledgeRecord[];
  readonly broken: BrokenRecord[];
}

type Format = 'json' | 'jsonl' | 'csv' | 'markdown';

const ENDINGS: readonly [RegExp, Format][] = [
  [/\.json$/i, 'json'],
  [/\.(jsonl|ndjson)$/i, 'jsonl'],
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.(md|markdown)$/i, 'markdown'],
];

/** Unpacked bytes. JSON and Markdown are read whole, the others row by row. */
const MAX_BYTES: Readonly<Record<Format, number>> = {
  json: 20_000_000,
  markdown: 2_000_000,
  jsonl: 500_000_000,
  csv: 500_000_000,
};

const BATCH = 300;

/**
 * The records of a file somebody dropped or picked: JSON, JSON lines, CSV or Markdown, each also packed as `.gz`. Comes
 * in batches of a few hundred rows. Never throws for what is in the file: what cannot be taken is listed with its reason.
 */
export async function* readKnowledgeFile({ name, blob }: KnowledgeFile): AsyncGenerator<FileBatch> {
  const plainName = name.replace(/\.gz$/i, '');
  const format = ENDINGS.find(([ending]) => ending.test(plainName))?.[1];
  if (!format) {
    const reason = 'is not taken: Baton reads .json, .jsonl, .csv and .md files, also packed as .gz';
    yield { put: [], broken: [{ id: name, reason }] };
    return;
  }
  try {
    const maxBytes = MAX_BYTES[format];
    const found = await findEncoding(blob, maxBytes);
    const about = toNotes(name, found);
    if (about.length > 0) yield { put: [], broken: about };
    const pieces = unpack(blob, maxBytes);
    if (format === 'markdown') yield await readMarkdown(plainName, decodeText(pieces, found.encoding));
    else yield* inBatches(name, readRows(format, pieces, found));
  } catch (error) {
    if (!(error instanceof BadBytes || error instanceof BadFile)) throw error;
    yield { put: [], broken: [{ id: name, reason: `${error.message}; what came before is kept` }] };
  }
}

const NOTE = ' (encoding)';

/** Whether this speaks of how a whole file was read: nothing was left out for it. */
export const isFileNote = ({ id }: BrokenRecord): boolean => id.endsWith(NOTE);

function toNotes(name: string, { encoding, guessed, damaged }: FoundEncoding): BrokenRecord[] {
  const id = `${name}${NOTE}`;
  if (guessed) {
    const reason = `was read as ${encoding}, because it is no UTF-8: if letters are wrong, save it as UTF-8 and drop it again`;
    return [{ id, reason }];
  }
  if (damaged) return [{ id, reason: 'has lines that are no UTF-8, unlike the rest of it' }];
  return [];
}

function readRows(
  format: Exclude<Format, 'markdown'>,
  pieces: AsyncIterable<Uint8Array>,
  { encoding, damaged }: FoundEncoding,
): AsyncIterable<readonly Row[]> {
  if (format === 'jsonl') return readJsonLines(toUtf8(pieces, encoding));
  const text = decodeText(pieces, encoding);
  if (format === 'json') return readJson(text);
  return damaged ? withoutDamaged(readCsv(text)) : readCsv(text);
}

async function* withoutDamaged(rows: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  for await (const some of rows) {
    yield some.map((row) => {
      const bad =
        'value' in row && row.value instanceof Map && [...row.value.values()].flat().some(isDamaged);
      return bad ? { line: row.line, problem: 'is not UTF-8 as the rest of the file is' } : row;
    });
  }
}

const isDamaged = (value: unknown) => typeof value === 'string' && value.includes('\uFFFD');

async function* inBatches(name: string, rows: AsyncIterable<readonly Row[]>): AsyncGenerator<FileBatch> {
  const taker = new RowTaker(name);
  let failure: Error | null = null;
  try {
    for await (const some of rows) {
      for (const row of some) {
        taker.add(row);
        if (taker.size >= BATCH) yield taker.take();
      }
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    failure = error;
  }
  yield taker.finish();
  if (failure) throw failure;
}

async function readMarkdown(name: string, text: AsyncIterable<string>): Promise<FileBatch> {
  let content = '';
  for await (const part of text) content += part;
  const { record, problem } = markdownToRecord({
    path: name,
    content,
    url: '',
    updatedAt: null,
    audience: 'internal',
  });
  return { put: [record], broken: problem ? [{ id: `${name} (front matter)`, reason: problem }] : [] };
}
