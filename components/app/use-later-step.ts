import { type ComponentType, useEffect, useState } from 'react';
import type { LaterStepProps } from './later-step';

/** The steps after Check, once they are loaded: they are fetched as soon as a ticket is shown. */
export function useLaterStep(): ComponentType<LaterStepProps> | null {
  const [loaded, setLoaded] = useState<ComponentType<LaterStepProps> | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./later-step').then(({ LaterStep }) => wanted && setLoaded(() => LaterStep));
    return () => {
      wanted = false;
    };
  }, []);
  return loaded;
}
