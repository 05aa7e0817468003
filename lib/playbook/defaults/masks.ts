import { MASK_KINDS, type Playbook } from '../playbook';

/** Everything Baton finds by itself; teams add the ids of their countries. */
export const defaultMasks: Playbook['masks'] = { kinds: [...MASK_KINDS], patterns: [] };
