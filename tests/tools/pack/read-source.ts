import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { redactSecrets } from '@/lib/http/redact-secrets';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord, SourceContext } from '@/lib/knowledge/knowledge-source';
import { type AnySource, sourceById, sources } from '@/lib/knowledge/sources';
import { SECOND_MS } from '@/lib/std/time';
import { configFields, configProblem } from '@/lib/trackers/config-fields';
import { WrongCall } from './call';
import { PackError } from './pack-error';

const ATTEMPTS = 5;
const MAYBE_LATER = new Set(['offline', 'timeout', 'rate-limited', 'server']);

export interface Gathered {
  readonly records: ReadonlyMap<string, KnowledgeRecord>;
  readonly broken: readonly BrokenRecord[];
}

export function findSource(id: string): AnySource {
  const source = sourceById(id);
  if (source) return source;
  throw new WrongCall(`There is no source ${id}. There are: ${sources.map((it) => it.id).join(', ')}.`);
}

/** Everything the source has, or an error: half of it would delete the other half in every browser. */
export async function readSource(
  source: AnySource,
  config: Readonly<Record<string, string>>,
): Promise<Gathered> {
  const ctx = { config, fetch, signal: new AbortController().signal, now: Date.now };
  const records = new Map<string, KnowledgeRecord>();
  const broken: BrokenRecord[] = [];
  let cursor: string | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const from: string | null = cursor;
    const outcome = await readOn(source, from, ctx, records, broken);
    cursor = outcome.cursor;
    if (!outcome.error) return { records, broken };
    // An attempt that got further was none in vain.
    if (cursor !== from) attempt = 1;
    if (attempt >= ATTEMPTS || !MAYBE_LATER.has(outcome.error.kind)) {
      const secrets = secretFields(source).map((name) => config[name] ?? '');
      throw new PackError(redactSecrets(outcome.error.message, secrets.filter(Boolean)));
    }
    await wait(outcome.error.retryAfterMs ?? 2 ** attempt * SECOND_MS);
  }
}

async function readOn(
  source: AnySource,
  from: string | null,
  ctx: SourceContext<unknown>,
  records: Map<string, KnowledgeRecord>,
  broken: BrokenRecord[],
) {
  let cursor = from;
  for await (const changes of source.fetchChanges(from, ctx)) {
    if (!changes.ok) return { cursor, error: changes.error };
    for (const id of changes.value.removed) records.delete(id);
    for (const record of changes.value.put) records.set(record.id, record);
    broken.push(...changes.value.broken);
    cursor = changes.value.cursor;
  }
  return { cursor, error: null };
}

const ConfigFileSchema = z.record(z.string(), z.string());

/** The config file, with what BATON_PACK_<FIELD> says for any field, e.g. BATON_PACK_API_KEY for `apiKey`. */
export async function readConfig(
  source: AnySource,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PackError(`The config file ${file} cannot be read.`);
  });
  const parsed = ConfigFileSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new PackError(`${file} must hold one JSON object of texts.`);
  const config = Object.fromEntries(
    configFields(source).flatMap(({ name, initial }) => {
      const value = environment[toVariable(name)] ?? parsed.data[name] ?? initial;
      return value === '' ? [] : [[name, value]];
    }),
  );
  const checked = source.configSchema.safeParse(config);
  if (checked.success) return config;
  throw new PackError(
    `The config does not fit ${source.name}. ${configProblem(source, config, checked.error.issues)}`,
  );
}

function toVariable(field: string): string {
  return `BATON_PACK_${field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()}`;
}

function secretFields(source: AnySource): string[] {
  return configFields(source).flatMap(({ name, meta }) => (meta.secret ? [name] : []));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
