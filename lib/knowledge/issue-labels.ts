import { toLines } from './text/foreign-text';

/** `area: billing`, `component/billing`, `module::billing`. */
const PART =
  /^(?:area|component|part|module|feature|product|scope|package|pkg|team)s?\s*(?:::|[:/=])\s*(.+)$/i;
const VERSION =
  /^(?:(?:affects?|affected|found in|version|release)\s*(?:::|[:/=])\s*(.+)|(v?\d+(?:\.\d+)+))$/i;
/** Labels about the work on an issue, not about what it concerns. */
const ABOUT_WORK =
  /^(?:(?:status|state|workflow|stage|priority|severity|type|kind|effort|size|resolution|needs|p)\s*(?:::|[:/=\-_ ]).*|[ps][0-4]|bugs?|defects?|enhancements?|documentation|docs|duplicate|invalid|wontfix|won't fix|question|good first issue|help wanted|stale|regression|confirmed|triage|backlog|known.?issue|in.progress|fixed|resolved|released|rejected|cannot.reproduce)$/i;

interface ReadLabels {
  readonly parts: string[];
  readonly versions: string[];
  /** Labels about the work on the issue, for its status. */
  readonly work: string[];
}

/** What the labels of an issue say. Labels with a prefix for parts win over those without. */
export function readLabels(labels: readonly string[]): ReadLabels {
  const clean = labels.map((label) => label.trim());
  const prefixed = clean.flatMap((label) => PART.exec(label)?.[1] ?? []);
  const versions = clean.flatMap((label) => {
    const found = VERSION.exec(label);
    return found?.[1] ?? found?.[2] ?? [];
  });
  const others = clean.filter((label) => !ABOUT_WORK.test(label) && !VERSION.test(label));
  return {
    parts: toLines(prefixed.length > 0 ? prefixed : others),
    versions: toLines(versions),
    work: clean.filter((label) => ABOUT_WORK.test(label)),
  };
}
