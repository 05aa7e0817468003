/** What the agent asked for on a page: `capture` is a picture of it, the others are for the text selected there. */
export const SELECTION_ACTIONS = [
  'escalate',
  'search',
  'capture',
  'steps',
  'expected',
  'actual',
  'error',
  'quote',
] as const;

export type SelectionAction = (typeof SELECTION_ACTIONS)[number];

/** A selection on its way from the page to the panel of the same window; kept until the panel has taken it. */
export interface SavedSelection {
  readonly id?: number;
  readonly windowId: number;
  readonly tabId: number;
  readonly action: SelectionAction;
  /** Line breaks as on the page. */
  readonly text: string;
  readonly url: string;
  readonly at: number;
}
