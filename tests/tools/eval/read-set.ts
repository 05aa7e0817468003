import { DataError, type Raw, readRows } from '../read-rows';

/** A report of the set; the form is that of `shared/data/search/README.md`. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly created: string;
  readonly parts: readonly string[];
  readonly versions: readonly string[];
}

export interface Question extends Report {
  /** Earlier reports of the same cause. */
  readonly gold: readonly string[];
}

export interface EvaluationSet {
  readonly corpus: readonly Report[];
  readonly queries: readonly Question[];
  /** Lines that were left out, each named with its reason. */
  readonly broken: readonly string[];
}

/** Reads `corpus.jsonl` and `queries.jsonl`, plain or gzip. Broken lines are left out and named. */
export function readSet(folder: string): EvaluationSet {
  const broken: string[] = [];
  const corpus = readRows(folder, 'corpus.jsonl', broken, onceEach(toReport));
  const queries = readRows(folder, 'queries.jsonl', broken, onceEach(toQuestion));
  if (!corpus) throw new DataError(`${folder} holds neither corpus.jsonl nor corpus.jsonl.gz.`);
  if (!queries) throw new DataError(`${folder} holds neither queries.jsonl nor queries.jsonl.gz.`);
  if (corpus.length === 0) throw new DataError(`No readable report in ${folder}/corpus.jsonl.`);
  if (queries.length === 0) throw new DataError(`No readable query in ${folder}/queries.jsonl.`);
  return { corpus, queries, broken };
}

/** A second row of the same id is a mistake of the set. */
function onceEach<T extends Report>(parse: (raw: Raw) => T | string): (raw: Raw) => T | string {
  const ids = new Set<string>();
  return (raw) => {
    const row = parse(raw);
    if (typeof row === 'string') return row;
    if (ids.has(row.id)) return `the id ${row.id} came before`;
    ids.add(row.id);
    return row;
  };
}

function toReport(raw: Raw): Report | string {
  const { id, title, body, created } = raw;
  if (typeof id !== 'string' || id === '') return 'has no id';
  if (typeof title !== 'string') return 'has no title';
  if (typeof created !== 'string') return 'has no date of creation';
  return {
    id,
    title,
    body: typeof body === 'string' ? body : '',
    created,
    parts: [...toStrings(raw.component), ...toStrings(raw.product)],
    versions: toStrings(raw.versions),
  };
}

function toQuestion(raw: Raw): Question | string {
  const report = toReport(raw);
  if (typeof report === 'string') return report;
  const gold = toStrings(raw.gold);
  return gold.length === 0 ? 'has no gold' : { ...report, gold };
}

function toStrings(raw: unknown): string[] {
  const values: unknown[] = Array.isArray(raw) ? raw : [raw];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}
