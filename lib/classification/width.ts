import type { Massness } from '@/lib/playbook/playbook';

/** Telling a widest reach; the order of `MASSNESS`. */
export const WIDTH: Readonly<Record<Massness, number>> = {
  isolated: 0,
  organization: 1,
  several: 2,
  everyone: 3,
};
