import { Check } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import {
  grantedOrigins,
  onPermissionsChanged,
  removeOrigins,
  requestOrigins,
} from '@/lib/browser/permissions';
import { hostedDesks } from '@/lib/ticket/desks';

/** Every origin allowed so far, live. */
export function useGrantedOrigins(): readonly string[] {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  const load = useCallback(() => void grantedOrigins().then(setOrigins), []);
  useEffect(() => {
    load();
    return onPermissionsChanged(load);
  }, [load]);
  return origins;
}

/** Products on hosts known beforehand: one press allows all of the product's hosts, another takes that back. */
export function HostedDesks({ granted }: { granted: readonly string[] }) {
  return (
    <fieldset className="mb-4 min-w-0">
      <legend className="mb-1.5 text-meta font-bold text-ink-2">Hosted help desks</legend>
      <div className="flex flex-wrap gap-1.5">
        {hostedDesks().map((desk) => {
          const hosts = [...desk.hosts];
          const allowed = hosts.every((host) => granted.includes(host));
          const toggle = () =>
            void (allowed ? removeOrigins(hosts) : requestOrigins(hosts)).catch(() => undefined);
          return (
            <button
              key={desk.id}
              type="button"
              aria-pressed={allowed}
              title={hosts.join(' ')}
              onClick={toggle}
              className="inline-flex min-h-7 items-center gap-1 rounded-full bg-card px-2.5 text-meta inset-ring-1 inset-ring-line-2 hover:bg-sunk aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
            >
              {allowed ? <Check size={13} aria-hidden="true" /> : null}
              {desk.name}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
