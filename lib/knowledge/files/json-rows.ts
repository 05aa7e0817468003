import * as z from 'zod/mini';
import { parseCleanJson } from '@/lib/knowledge/text/clean-json';
import { splitLines } from '@/lib/std/lines';
import { BadFile, type Row } from './row';

const LINE_BYTES = 2_000_000;
const RecordsSchema = z.union([z.array(z.unknown()), z.object({ records: z.array(z.unknown()) })]);

/** One record a line. */
export async function* readJsonLines(utf8: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Row[]> {
  for await (const lines of splitLines(utf8, LINE_BYTES)) {
    yield lines.map(({ number: line, text, problem }) => {
      if (problem === 'too-long') return { line, problem: 'is longer than 2 MB' };
      if (problem === 'not-utf-8') return { line, problem: 'is not UTF-8 as the rest of the file is' };
      const value = parseCleanJson(text);
      return value === undefined ? { line, problem: 'is not JSON' } : { line, value };
    });
  }
}

/** A list of records, or an object with the list under `records`. `line` counts records. */
export async function* readJson(text: AsyncIterable<string>): AsyncGenerator<readonly Row[]> {
  let whole = '';
  for await (const part of text) whole += part;
  const parsed = parseCleanJson(whole);
  if (parsed === undefined) {
    throw new BadFile('is no valid JSON; if every line of it is a record, name it .jsonl');
  }
  const records = RecordsSchema.safeParse(parsed);
  if (!records.success) throw new BadFile('holds neither a list of records nor an object with "records"');
  const list = Array.isArray(records.data) ? records.data : records.data.records;
  yield list.map((value, index) => ({ line: index + 1, value }));
}
