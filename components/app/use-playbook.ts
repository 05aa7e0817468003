import { useMemo } from 'react';
import { useSetting } from '@/components/ui/use-setting';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import type { Playbook } from '@/lib/playbook/playbook';
import { storedPlaybook } from '@/lib/settings/settings';

/** The playbook in force, live: another one takes over without a reload. */
export function usePlaybook(): Playbook {
  const stored = useSetting(storedPlaybook) ?? null;
  return useMemo(() => toPlaybook(stored), [stored]);
}
