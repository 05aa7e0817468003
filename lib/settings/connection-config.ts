import { err, ok, type Result } from '@/lib/std/result';
import { configProblem, splitSecrets } from '@/lib/trackers/config-fields';
import type { Tracker } from '@/lib/trackers/tracker';
import { loadSecrets, saveSecrets } from './secrets';

/** What a settings form sends: a new connection has no id yet. */
interface ConnectionInput {
  readonly connectionId: string | null;
  readonly config: Readonly<Record<string, string>>;
}

type Adapter = Pick<Tracker, 'configSchema'>;

interface ReadConfig {
  /** As typed, stored secrets filled in. */
  readonly config: Record<string, string>;
  /** As the adapter's schema understood it. */
  readonly parsed: unknown;
}

/** Secrets that were left empty on an existing connection stay as they are: the form never shows them. */
async function completeConfig(input: ConnectionInput): Promise<Record<string, string>> {
  const kept = input.connectionId ? await loadSecrets(input.connectionId) : {};
  const given = Object.entries(input.config).filter(([, value]) => value.trim() !== '');
  return { ...kept, ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) };
}

/** The whole config if the adapter's schema accepts it, else what is wrong with it in words. For the worker only. */
export async function readConfig(
  adapter: Adapter,
  input: ConnectionInput,
): Promise<Result<ReadConfig, { readonly kind: 'invalid'; readonly message: string }>> {
  const config = await completeConfig(input);
  const parsed = adapter.configSchema.safeParse(config);
  return parsed.success
    ? ok({ config, parsed: parsed.data })
    : err({ kind: 'invalid', message: configProblem(adapter, config, parsed.error.issues) });
}

/** Stores the secrets of a config and hands back what may lie in the open. */
export async function keepSecrets(
  adapter: Adapter,
  connectionId: string,
  config: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { open, secret } = splitSecrets(adapter, config);
  await saveSecrets(connectionId, secret);
  return open;
}
