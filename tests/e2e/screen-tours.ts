import type { Tour } from './tour';
import { massness } from './tour-classify';
import { kinds } from './tour-describe';
import { evidence } from './tour-evidence';
import { waysOut } from './tour-exits';
import { cards, known } from './tour-known';
import { lastLook } from './tour-last-look';
import { odd } from './tour-odd';
import { playbook } from './tour-playbook';
import { settings, sources } from './tour-settings';
import { blocked, copyOut, walk } from './tour-walk';

/** Every screen and state, in as few browsers as can be. */
export const tours: readonly Tour[] = [
  { name: 'walk', run: walk },
  { name: 'copy out', run: copyOut },
  { name: 'blocked', run: blocked },
  { name: 'ways out', run: waysOut },
  { name: 'how many and how badly', run: massness },
  { name: 'kinds of report', run: kinds },
  { name: 'evidence', run: evidence },
  { name: 'last look', run: lastLook },
  { name: 'known beside a ticket', run: known },
  { name: 'feature cards', run: cards },
  { name: 'odd tickets and pages', run: odd },
  { name: 'settings', run: settings },
  { name: 'knowledge sources', run: sources },
  { name: 'playbook', run: playbook },
];
