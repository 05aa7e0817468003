import { err, ok, type Result } from '@/lib/std/result';
import { defaultPlaybook } from './default-playbook';
import { MASSNESS, type Playbook, PlaybookSchema } from './playbook';

/** A playbook is some ten kilobytes; whatever is larger is something else. */
const MAX_BYTES = 1_000_000;
const LEVELS = [1, 2, 3, 4] as const;

/** `severities[2].label`: the field as somebody finds it in the file. */
function toPath(path: ReadonlyArray<PropertyKey>): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '') || 'The file';
}

/** What is missing although every field fits: a level that no escalation could have. */
function gapOf({ severities, massness }: Playbook): string | null {
  const level = LEVELS.find((it) => severities.filter((severity) => severity.level === it).length !== 1);
  if (level) return `severities must hold level ${level} once`;
  const scale = MASSNESS.find((it) => massness.filter(({ id }) => id === it).length !== 1);
  return scale ? `massness must hold ${scale} once` : null;
}

/** Sections that came after the first playbooks: one written before them takes what ships. */
const LATER = ['questionSets', 'thresholds', 'templates', 'policy', 'masks', 'messages'] as const;

function withDefaults(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const missing = LATER.filter((section) => !Object.hasOwn(json, section));
  return { ...json, ...Object.fromEntries(missing.map((section) => [section, defaultPlaybook[section]])) };
}

/** A playbook from a file's text, or what is wrong with it, naming the field. */
export function parsePlaybook(text: string): Result<Playbook, string> {
  if (text.length > MAX_BYTES) return err('It is larger than 1 MB: this is no playbook.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('It is not JSON. Export the playbook in force to see what one looks like.');
  }
  const parsed = PlaybookSchema.safeParse(withDefaults(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = toPath(issue?.path ?? []);
    if (path === 'version') return err('version: this Baton reads version 1.');
    return err(
      `${path}: ${issue?.message === 'Invalid input' ? 'is missing or not valid' : issue?.message}.`,
    );
  }
  const gap = gapOf(parsed.data);
  return gap ? err(`${gap}.`) : ok(parsed.data);
}

/** The playbook in force: the stored one, or the default where none is stored or this build cannot read it. */
export function toPlaybook(stored: string | null): Playbook {
  const parsed = stored === null ? null : parsePlaybook(stored);
  return parsed?.ok ? parsed.value : defaultPlaybook;
}
