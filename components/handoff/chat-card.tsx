import { SectionTitle } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { Escalation } from '@/lib/escalation/escalation';
import { toChatText } from '@/lib/escalation/issue/chat-text';
import { Masker } from '@/lib/masking/masker';
import type { Playbook, Severity } from '@/lib/playbook/playbook';

interface ChatCardProps {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  readonly severity: Severity;
}

/** Four lines for the people who must know at once, masked like the issue. No chat is connected: the agent pastes them. */
export function ChatCard({ escalation, playbook, severity }: ChatCardProps) {
  const masker = new Masker(playbook.masks, { unmasked: escalation.unmasked ?? [] });
  const text = masker.mask(toChatText(escalation, severity, playbook));
  return (
    <section aria-label="For the critical chat">
      <SectionTitle remark="four lines that you paste">For the critical chat</SectionTitle>
      <div className="space-y-2 rounded-lg border border-line bg-card px-3 py-2.5 shadow-card">
        <p dir="auto" className="text-[12.5px] wrap-anywhere whitespace-pre-line" data-testid="chat-text">
          {text}
        </p>
        <CopyButton text={text} label="Copy for the critical chat" />
      </div>
    </section>
  );
}
