import { err, ok, type Result } from '@/lib/std/result';
import { checkPlaybook } from './check-playbook';
import { corePlaybook } from './core-playbook';
import type { Playbook } from './playbook';
import { formatProblem } from './problem';

/** A playbook is some hundred kilobytes at most; whatever is larger is something else. */
export const MAX_PLAYBOOK_BYTES = 1_000_000;
export const TOO_LARGE = 'It is larger than 1 MB: this is no playbook.';

/** Names through which a document could reach the prototype of what reads it. */
const UNSAFE_NAMES = ['__proto__', 'constructor', 'prototype'];

/** Walks by a list instead of recursion: a file may be nested deeper than any stack. */
function unsafeNameIn(json: unknown): string | null {
  const open = [json];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const unsafe = UNSAFE_NAMES.find((name) => Object.hasOwn(value, name));
    if (unsafe) return unsafe;
    for (const inner of Object.values(value)) open.push(inner);
  }
  return null;
}

/** Sections that came after the first playbooks: one written before them takes what ships. */
const LATER = ['questionSets', 'thresholds', 'templates', 'policy', 'masks', 'messages'] as const;

/** The document with what ships in place of sections that it is too old to have. */
function withDefaults(json: unknown, shipped: Playbook): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const missing = LATER.filter((section) => !Object.hasOwn(json, section));
  return { ...json, ...Object.fromEntries(missing.map((section) => [section, shipped[section]])) };
}

function versionProblem(json: unknown): string | null {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  if (version === 1) return null;
  if (typeof version === 'number' && version > 1)
    return `version: this playbook is of version ${version}, this Baton reads version 1. Update Baton to use it.`;
  return 'version: must be 1. A playbook is one JSON object that begins with "version": 1.';
}

/** The document in a text, safe to look into but not checked yet; else why it is none, in words. */
export function readPlaybookJson(text: string, shipped: Playbook = corePlaybook): Result<unknown, string> {
  const tooLarge = text.length > MAX_PLAYBOOK_BYTES || new Blob([text]).size > MAX_PLAYBOOK_BYTES;
  if (tooLarge) return err(TOO_LARGE);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('It is not JSON. Export the playbook in force to see what one looks like.');
  }
  const unsafe = unsafeNameIn(json);
  if (unsafe) return err(`${unsafe}: no field of a playbook may have this name.`);
  const wrong = versionProblem(json);
  return wrong === null ? ok(withDefaults(json, shipped)) : err(wrong);
}

/**
 * A playbook from a file's text, or what is wrong with it, naming the first field. Sections it is too old to have come
 * from `shipped`.
 */
export function parsePlaybook(text: string, shipped: Playbook = corePlaybook): Result<Playbook, string> {
  const json = readPlaybookJson(text, shipped);
  if (!json.ok) return json;
  const checked = checkPlaybook(json.value);
  if (checked.ok) return checked;
  const [first] = checked.error;
  const others = checked.error.length - 1;
  const more = others > 0 ? ` ${others} more ${others === 1 ? 'problem' : 'problems'} after it.` : '';
  return err(first ? `${formatProblem(first)}${more}` : 'It is not valid.');
}

/**
 * The playbook in force: the stored one, or what ships where none is stored or this build cannot read it. Without the
 * texts for customers unless `shipped` holds them.
 */
export function toPlaybook(stored: string | null, shipped: Playbook = corePlaybook): Playbook {
  const parsed = stored === null ? null : parsePlaybook(stored, shipped);
  return parsed?.ok ? parsed.value : shipped;
}
