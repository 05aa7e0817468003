import type { WxtStorageItem } from '@wxt-dev/storage';
import { useEffect, useState } from 'react';

/** A stored setting, live across pages; undefined until it is loaded. */
export function useSetting<T>(item: WxtStorageItem<T, Record<string, unknown>>): T | undefined {
  const [value, setValue] = useState<T | undefined>();
  useEffect(() => {
    let current = true;
    void item.getValue().then((stored) => current && setValue(stored));
    const stop = item.watch((next) => setValue(next));
    return () => {
      current = false;
      stop();
    };
  }, [item]);
  return value;
}
