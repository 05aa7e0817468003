import { create } from 'zustand';
import type { Step } from '@/lib/escalation/report/readiness';

/** Only what may be lost: which step is open and which overlay. Everything typed lies in Dexie. */
interface PanelState {
  readonly step: Step;
  readonly search: { readonly query: string; readonly recordKey?: string | undefined } | null;
  readonly keysShown: boolean;
  readonly contactsShown: boolean;
  /** The context menu asked for a picture of the tab; the evidence takes it. */
  readonly captureAsked: boolean;
  readonly goTo: (step: Step) => void;
  /** With these words, or with this record open. */
  readonly openSearch: (query: string, recordKey?: string) => void;
  readonly closeSearch: () => void;
  readonly showKeys: (shown: boolean) => void;
  readonly showContacts: (shown: boolean) => void;
  readonly askCapture: (asked: boolean) => void;
}

export const usePanelStore = create<PanelState>()((set) => ({
  step: 'check',
  search: null,
  keysShown: false,
  contactsShown: false,
  captureAsked: false,
  goTo: (step) => set({ step, search: null }),
  openSearch: (query, recordKey) => set({ search: { query, recordKey } }),
  closeSearch: () => set({ search: null }),
  showKeys: (keysShown) => set({ keysShown }),
  showContacts: (contactsShown) => set({ contactsShown }),
  askCapture: (captureAsked) => set({ captureAsked }),
}));
