import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const isMac = /mac/i.test(navigator.platform);

/** The modifier as the agent's keyboard names it. */
export const PRIMARY_KEY = isMac ? '⌘↵' : 'Ctrl ↵';

const KEYS: ReadonlyArray<readonly [string, string]> = [
  [PRIMARY_KEY, 'The main button of the step'],
  ['Alt 1 … 4', 'Go to a step'],
  ['1 … 9', 'Tick an item, on the Check step; again: its evidence'],
  ['1 … 4', 'Severity, on the Classify step'],
  ['m', 'Take the proposed number of people hit, on the Classify step'],
  ['y n', 'The similar ticket in focus is the same, or not'],
  ['u', 'Use the open match'],
  ['n', 'The open match is not this'],
  ['a', 'Add the facts that are missing, on the Hand off step'],
  ['m ↵', 'Unmask the mask in focus, or mask it again, on the Hand off step'],
  ['/', 'Search known bugs'],
  ['e', 'Emergency contacts'],
  ['?', 'This list'],
  ['Esc', 'Close search or this list'],
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {KEYS.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
              <span className="sr-only">{key}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-meta text-ink-3">
        Single keys rest while you type. The key that opens Baton is set by the browser.
      </p>
    </Dialog>
  );
}
