import { create } from 'zustand';
import type { Step } from '@/lib/escalation/readiness';

/** Only what may be lost: which step is open and which overlay. Everything typed lies in Dexie. */
interface PanelState {
  readonly step: Step;
  readonly search: { readonly query: string } | null;
  readonly keysShown: boolean;
  readonly goTo: (step: Step) => void;
  readonly openSearch: (query: string) => void;
  readonly closeSearch: () => void;
  readonly showKeys: (shown: boolean) => void;
}

export const usePanelStore = create<PanelState>()((set) => ({
  step: 'check',
  search: null,
  keysShown: false,
  goTo: (step) => set({ step, search: null }),
  openSearch: (query) => set({ search: { query } }),
  closeSearch: () => set({ search: null }),
  showKeys: (keysShown) => set({ keysShown }),
}));
