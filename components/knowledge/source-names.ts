import { useEffect, useState } from 'react';
import { type SourceConnection, sourceConnections } from '@/lib/settings/settings';

const isAddress = (value: string) => /^https?:\/\//i.test(value);

/** Where a connection reads, e.g. `redmine.example, app`. */
function toName({ sourceId, config }: SourceConnection): string {
  if (config.name) return config.name;
  const values = Object.values(config).filter(Boolean);
  const address = values.find(isAddress);
  const host = address && URL.canParse(address) ? new URL(address).host : '';
  const first = values.find((value) => !isAddress(value) && value.length <= 40);
  return [host, first].filter(Boolean).join(', ') || sourceId;
}

/** Names of the connected sources by the id of their connection. */
export function useSourceNames(): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const take = (connections: readonly SourceConnection[]) =>
      setNames(new Map(connections.map((connection) => [connection.id, toName(connection)])));
    void sourceConnections.getValue().then(take);
    return sourceConnections.watch(take);
  }, []);
  return names;
}
