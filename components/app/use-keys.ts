import { useEffect } from 'react';
import { listenForKeys } from '@/components/ui/typing-rest';
import { STEPS } from '@/lib/escalation/report/readiness';
import type { Severity } from '@/lib/playbook/playbook';
import { usePanelStore } from './panel-store';

/** Keyboard of the panel. Single keys never act while typing, and never with a modifier they do not name. */
export function useKeys(onSeverity: (level: Severity) => void): void {
  useEffect(() => {
    return listenForKeys((event, text) => {
      const panel = usePanelStore.getState();
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        document.querySelector<HTMLButtonElement>('[data-primary]:not(:disabled)')?.click();
        return event.preventDefault();
      }
      if (event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[1-4]$/.test(event.code)) {
        const step = STEPS[Number(event.code.at(-1)) - 1];
        if (step) panel.goTo(step);
        return event.preventDefault();
      }
      if (event.key === 'Escape' && panel.search) return panel.closeSearch();
      if (text || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') panel.showKeys(true);
      else if (event.key === 'e') panel.showContacts(true);
      else if (event.key === '/') panel.openSearch('');
      else if (/^[1-4]$/.test(event.key) && panel.step === 'classify' && !panel.search) {
        onSeverity(Number(event.key) as Severity);
      } else return;
      event.preventDefault();
    });
  }, [onSeverity]);
}
