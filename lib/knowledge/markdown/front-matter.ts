import { parseDocument } from 'yaml';

/** More than this is no description of a file; YAML is costly to read. */
const MAX_YAML = 64_000;
/** `*name` stands for what `&name` marked: a few are handy, many are made to fill the memory. */
const MAX_ALIASES = 20;

/** Deeper nesting is no description either, and tens of thousands of levels end the process inside the library. */
const MAX_DEPTH = 30;

/** Lower-case names without dashes, underscores and blanks; values as YAML gave them, objects as maps. */
type Fields = ReadonlyMap<string, unknown>;

export interface FrontMatter {
  readonly fields: Fields;
  /** The Markdown below it. */
  readonly content: string;
  /** Why the fields could not be read, in words; null = all is well, also where there are none. */
  readonly problem: string | null;
}

const NONE: Fields = new Map();

/** Takes the YAML between two lines of dashes off the beginning of a Markdown file. */
export function readFrontMatter(markdown: string): FrontMatter {
  const text = markdown.replace(/^\uFEFF/, '');
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) return { fields: NONE, content: text, problem: null };
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text);
  // A rule of dashes at the top that nothing closes is Markdown.
  if (!end) return { fields: NONE, content: text, problem: null };
  const yaml = text.slice(opening[0].length, end.index);
  return { ...readYaml(yaml), content: text.slice(end.index + end[0].length) };
}

function readYaml(yaml: string): Pick<FrontMatter, 'fields' | 'problem'> {
  const broken = (problem: string) => ({ fields: NONE, problem });
  if (yaml.length > MAX_YAML) return broken('has front matter of more than 64 kB');
  if (isDeep(yaml)) return broken('has front matter of too many levels');
  try {
    // The core schema knows text, numbers, lists and maps; tags that would build other things are left as text.
    const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent' });
    const [error] = document.errors;
    // The library's message quotes the text, which may be confidential.
    if (error) return broken(`has front matter that is no valid YAML (line ${lineOf(yaml, error.pos[0])})`);
    // Maps, because names such as `__proto__` mean something in an object.
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES });
    if (value === null || value === undefined) return { fields: NONE, problem: null };
    if (!(value instanceof Map)) return broken('has front matter that is no list of names and values');
    return {
      fields: new Map([...value].map(([name, entry]) => [toFieldName(String(name)), entry])),
      problem: null,
    };
  } catch {
    return broken('has front matter that cannot be read');
  }
}

/** Brackets in texts count too: rather too strict than a worker that dies. */
function isDeep(yaml: string): boolean {
  let depth = 0;
  for (const [sign] of yaml.matchAll(/[[\]{}]/g)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return /^(?:[ \t]*[-?:][ \t]){30}/m.test(yaml);
}

/** Counted in the file: the dashes are line 1. */
const lineOf = (yaml: string, at: number) => yaml.slice(0, at).split('\n').length + 1;

export const toFieldName = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

const toWords = (value: unknown): string[] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];

/** The values of the first of these fields that has any: a list, or one. Whatever is neither text nor number is left out. */
export function fieldValues(fields: Fields, ...names: string[]): string[] {
  for (const name of names) {
    const value = fields.get(toFieldName(name));
    const values = Array.isArray(value) ? value.flatMap(toWords) : toWords(value);
    if (values.length > 0) return values;
  }
  return [];
}

/** The first value of the first of these fields that has any; empty where none has. */
export const fieldValue = (fields: Fields, ...names: string[]): string =>
  fieldValues(fields, ...names)[0] ?? '';
