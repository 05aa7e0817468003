import { useState } from 'react';
import { requestOrigins } from '@/lib/browser/permissions';
import type { Result } from '@/lib/std/result';
import { type ConfigField, configFields } from '@/lib/trackers/config-fields';
import type { Tracker } from '@/lib/trackers/tracker';

export interface Verdict {
  readonly ok: boolean;
  readonly message: string;
  readonly warnings: readonly string[];
}

type Refused = { readonly message: string };

/** What a check found out, as the background reports it. */
export type CheckAnswer = Result<{ readonly summary: string; readonly warnings: readonly string[] }, Refused>;
export type SaveAnswer = Result<unknown, Refused>;

export function toCheckVerdict(answer: CheckAnswer): Verdict {
  if (!answer.ok) return failed(answer.error.message);
  return { ok: true, message: answer.value.summary, warnings: answer.value.warnings };
}

export const toSaveVerdict = (answer: SaveAnswer): Verdict =>
  answer.ok ? { ok: true, message: 'Saved.', warnings: [] } : failed(answer.error.message);

/** What a form needs of an adapter: a tracker or a knowledge source. */
type Adapter = Pick<Tracker, 'configSchema' | 'hosts'>;
type Config = Readonly<Record<string, string>>;

const failed = (message: string): Verdict => ({ ok: false, message, warnings: [] });

/** A secret that is stored already is not in the form; the hosts do not depend on it, the schema asks for one. */
function withStoredSecrets(fields: readonly ConfigField[], config: Config): Config {
  const secrets = fields.filter(({ name, meta }) => meta.secret && !config[name]);
  return { ...config, ...Object.fromEntries(secrets.map(({ name }) => [name, 'stored'])) };
}

/** The state of a form that is drawn from a config schema. `stored` is null for a new connection. */
export function useConfigForm(adapter: Adapter, stored: Config | null) {
  const fields = configFields(adapter);
  const [config, setConfig] = useState<Config>(() =>
    Object.fromEntries(fields.map(({ name, initial }) => [name, stored?.[name] ?? initial])),
  );
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [busy, setBusy] = useState(false);

  /** The permission is asked for inside the click; refused means nothing else is tried. */
  const withPermission = async (step: () => Promise<Verdict>): Promise<Verdict> => {
    setVerdict(null);
    const hosts = adapter.hosts(stored ? withStoredSecrets(fields, config) : config);
    const granted = hosts.length === 0 ? Promise.resolve(true) : requestOrigins(hosts);
    setBusy(true);
    const result = await granted
      .catch(() => false)
      .then((allowed) =>
        allowed
          ? step()
          : failed('Without the permission Baton cannot reach this address. Nothing was saved.'),
      )
      .catch(() => failed('Baton’s background part did not answer. Try again.'));
    setBusy(false);
    setVerdict(result);
    return result;
  };
  const change = (name: string, value: string) => setConfig((before) => ({ ...before, [name]: value }));
  return { fields, config, change, verdict, busy, withPermission };
}

export type ConfigForm = ReturnType<typeof useConfigForm>;
