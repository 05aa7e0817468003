import Papa from 'papaparse';
import { BadFile, type Row } from './row';

/** Longest row in characters: a quote that never closes would swallow the file. */
const MAX_ROW = 500_000;
/** After so many quotes that never close it is not CSV; each costs reading a longest row in vain. */
const MAX_OPEN_QUOTES = 10;
const ENDLESS = 'begins a quote that is not closed, or is longer than 500 kB';
const STRAY_QUOTE = 'has a quote inside a quoted value; write it twice';
const DELIMITERS = [',', ';', '\t', '|'];

interface CsvRow {
  readonly line: number;
  readonly values: readonly string[];
  readonly problem: string | null;
}

/** Rows by the names in the first line; the same name twice makes a list, as trackers export several components. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<readonly Row[]> {
  let names: readonly string[] | null = null;
  for await (const rows of parseCsv(text)) {
    const found: Row[] = [];
    for (const row of rows) {
      if (row.problem) found.push({ line: row.line, problem: row.problem });
      else if (row.values.every((value) => value.trim() === '')) continue;
      else if (names) found.push(toRow(row, names));
      else names = row.values;
    }
    if (found.length > 0) yield found;
  }
  if (!names) throw new BadFile('is empty');
}

function toRow({ line, values }: CsvRow, names: readonly string[]): Row {
  if (values.slice(names.length).some((value) => value.trim() !== '')) {
    return { line, problem: `has ${values.length} values for ${names.length} columns` };
  }
  const fields = new Map<string, string[]>();
  for (const [index, name] of names.entries()) {
    const value = values[index]?.trim() ?? '';
    if (value !== '') fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return {
    line,
    value: new Map([...fields].map(([name, list]) => [name, list.length > 1 ? list : list[0]])),
  };
}

async function* parseCsv(text: AsyncIterable<string>): AsyncGenerator<readonly CsvRow[]> {
  const parser = new CsvParser();
  for await (const part of text) yield parser.add(part);
  yield parser.end();
}

/** papaparse's own streaming takes files and Node streams; this hands its parser one piece of text after the other. */
class CsvParser {
  #pending = '';
  #line = 1;
  #delimiter: string | null = null;
  #heldReturn = false;
  /** In the middle of a line that is left out. */
  #skipping = false;
  #openQuotes = 0;

  add(part: string): CsvRow[] {
    // Whether a carriage return at the end stands alone shows in the next part.
    const whole = (this.#heldReturn ? '\r' : '') + part;
    this.#heldReturn = whole.endsWith('\r');
    this.#pending += (this.#heldReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
    return this.#take(false);
  }

  end(): CsvRow[] {
    return this.#take(true);
  }

  #take(last: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    if (this.#skipping) this.#skipLine();
    if (!this.#knowsDelimiter(last)) return rows;
    for (;;) {
      const closed = this.#parse(last, rows);
      if (closed && (last || this.#pending.length <= MAX_ROW)) return rows;
      rows.push({
        line: this.#line,
        values: [],
        problem: 'begins a quote that is not closed, or is longer than 500 kB',
      });
      this.#openQuotes += 1;
      if (this.#openQuotes > MAX_OPEN_QUOTES) throw new BadFile('has too many quotes that are not closed');
      this.#skipLine();
    }
  }

  /** Takes the rows that are complete; false when the last one has a quote that nothing closes. */
  #parse(last: boolean, rows: CsvRow[]): boolean {
    let taken = 0;
    let closed = true;
    const step = ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
      closed = !errors.some(({ code }) => code === 'MissingQuotes');
      const [values] = data;
      if (!closed || !values) return;
      const line = this.#line;
      const length = meta.cursor - taken;
      this.#line += countBreaks(this.#pending, taken, meta.cursor);
      taken = meta.cursor;
      if (length > MAX_ROW) rows.push({ line, values: [], problem: ENDLESS });
      else rows.push({ line, values, problem: errors.length > 0 ? STRAY_QUOTE : null });
    };
    if (this.#pending !== '') {
      new Papa.Parser({ delimiter: this.#delimiter ?? ',', newline: '\n', step }).parse(
        this.#pending,
        0,
        !last,
      );
    }
    this.#pending = this.#pending.slice(taken);
    return closed;
  }

  #skipLine(): void {
    const end = this.#pending.indexOf('\n');
    this.#skipping = end === -1;
    this.#pending = end === -1 ? '' : this.#pending.slice(end + 1);
    if (end !== -1) this.#line += 1;
  }

  /** The sign that stands most often in the first line, or the one that Excel's `sep=;` names there. */
  #knowsDelimiter(last: boolean): boolean {
    if (this.#delimiter) return true;
    const end = this.#pending.indexOf('\n');
    if (end === -1 && !last && this.#pending.length <= MAX_ROW) return false;
    const first = end === -1 ? this.#pending : this.#pending.slice(0, end);
    const named = /^sep=(.)$/.exec(first)?.[1];
    if (named) this.#skipLine();
    const bare = first.replace(/"[^"]*"/g, '');
    const count = (sign: string) => bare.split(sign).length;
    this.#delimiter = named ?? DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
    return true;
  }
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
