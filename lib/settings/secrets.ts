import { Dexie, type Table } from 'dexie';

interface SealedSecret {
  readonly id: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

interface KeyRow {
  readonly id: 'key';
  readonly key: CryptoKey;
}

/**
 * Tokens in a database of their own, encrypted under a key that cannot be exported. This keeps a token out of exports,
 * logs and copies of single values; it does not protect against somebody who can copy the whole browser profile.
 * For the background worker only.
 */
class SecretsDatabase extends Dexie {
  declare secrets: Table<SealedSecret, string>;
  declare keys: Table<KeyRow, string>;

  constructor() {
    super('baton-secrets', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ secrets: 'id', keys: 'id' });
  }
}

let shared: SecretsDatabase | undefined;

function database(): SecretsDatabase {
  shared ??= new SecretsDatabase();
  return shared;
}

/** The first writer's key wins, so that two workers starting together seal under the same one. */
async function sealingKey(): Promise<CryptoKey> {
  const existing = await database().keys.get('key');
  if (existing) return existing.key;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  try {
    await database().keys.add({ id: 'key', key });
    return key;
  } catch {
    const winner = await database().keys.get('key');
    if (!winner) throw new Error('The key for stored tokens could not be saved.');
    return winner.key;
  }
}

export type Secrets = Readonly<Record<string, string>>;

export async function saveSecrets(connectionId: string, secrets: Secrets): Promise<void> {
  const key = await sealingKey();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(secrets));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  await database().secrets.put({ id: connectionId, iv, sealed });
}

/** The secrets of a connection; empty when there are none. */
export async function loadSecrets(connectionId: string): Promise<Secrets> {
  const row = await database().secrets.get(connectionId);
  if (!row) return {};
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, await sealingKey(), row.sealed);
  return JSON.parse(new TextDecoder().decode(plain)) as Secrets;
}

export async function deleteSecrets(connectionId: string): Promise<void> {
  await database().secrets.delete(connectionId);
}

export async function deleteAllSecrets(): Promise<void> {
  await database().secrets.clear();
}
