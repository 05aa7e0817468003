import { useEffect, useMemo, useState } from 'react';
import { useSetting } from '@/components/ui/use-setting';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import type { Playbook } from '@/lib/playbook/playbook';
import { storedPlaybook } from '@/lib/settings/settings';

/** The playbook in force, live: another one takes over without a reload. Texts for customers come a moment later. */
export function usePlaybook(): Playbook {
  const stored = useSetting(storedPlaybook) ?? null;
  const [shipped, setShipped] = useState<Playbook>();
  useEffect(() => {
    let wanted = true;
    void import('@/lib/playbook/default-playbook').then((it) => wanted && setShipped(it.defaultPlaybook));
    return () => {
      wanted = false;
    };
  }, []);
  return useMemo(() => toPlaybook(stored, shipped), [stored, shipped]);
}
