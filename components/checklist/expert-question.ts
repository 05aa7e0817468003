import type { Escalation } from '@/lib/escalation/escalation';
import { toExpertQuestion } from '@/lib/escalation/exit-question';
import { toOutgoingCopy } from '@/lib/escalation/issue/outgoing-copy';
import { Masker } from '@/lib/masking/masker';
import type { Playbook } from '@/lib/playbook/playbook';

/** The question as it goes out by copy: personal data masked as in every outgoing text. */
export function composeExpertQuestion(escalation: Escalation, playbook: Playbook, question: string): string {
  const masker = new Masker(playbook.masks, { unmasked: escalation.unmasked ?? [] });
  const ownWords = playbook.checklist.find(({ kind }) => kind === 'words');
  return toExpertQuestion(toOutgoingCopy(escalation, masker), masker.mask(question), ownWords?.id);
}
