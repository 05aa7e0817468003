import { useMemo } from 'react';
import { useSetting } from '@/components/ui/use-setting';
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
  const connections = useSetting(sourceConnections);
  return useMemo(
    () => new Map(connections?.map((connection) => [connection.id, toName(connection)])),
    [connections],
  );
}
