import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Check } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { CheckRow } from './check-row';

function Row({ id, onSaved }: { id: string; onSaved?: (check: Check) => void }) {
  const [check, setCheck] = useState<Check | undefined>();
  const item = defaultPlaybook.checklist.find((entry) => entry.id === id);
  if (!item) throw new Error(`No item ${id}`);
  return (
    <>
      <CheckRow
        item={item}
        shortcut="6"
        check={check}
        onChange={(next) => {
          setCheck(next);
          onSaved?.(next);
        }}
      />
      <button type="button">elsewhere</button>
    </>
  );
}

afterEach(cleanup);

describe('CheckRow', () => {
  it('is ticked by its key without taking the focus, and opens its evidence by the same key', async () => {
    const user = userEvent.setup();
    render(<Row id="tried" />);
    await user.keyboard('6');
    expect(screen.getByRole('checkbox', { name: /Tried on our side/ })).toBeChecked();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await user.keyboard('6');
    await user.keyboard('6 of 6 times');
    expect(screen.getByRole('textbox', { name: 'Evidence' })).toHaveValue('6 of 6 times');
  });

  it('asks for evidence after the tick and shows it as text once left', async () => {
    const user = userEvent.setup();
    render(<Row id="tried" />);
    await user.click(screen.getByRole('checkbox', { name: /Tried on our side/ }));
    expect(screen.getByRole('textbox', { name: 'Evidence' })).toHaveFocus();
    await user.keyboard('Same on our account');
    await user.tab();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByText('Same on our account')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Edit ?: Tried on our side/ }));
    expect(screen.getByRole('textbox', { name: 'Evidence' })).toHaveValue('Same on our account');
  });

  it('keeps an empty evidence field open, and a waiver says what it needs', async () => {
    const user = userEvent.setup();
    render(<Row id="knowledge" />);
    await user.click(screen.getByRole('button', { name: /^Waive ?: Knowledge base searched/ }));
    await user.tab();
    expect(screen.getByRole('textbox', { name: 'Reason' })).toBeInTheDocument();
    expect(screen.getByText('Waived: say why')).toBeInTheDocument();
  });

  it('takes the tick back and forgets nothing that was written', async () => {
    const user = userEvent.setup();
    const saved: Check[] = [];
    render(<Row id="similar" onSaved={(check) => saved.push(check)} />);
    const box = screen.getByRole('checkbox', { name: /Similar tickets searched/ });
    await user.click(box);
    await user.keyboard('none');
    await user.click(box);
    expect(saved.at(-1)).toEqual({ status: 'open', note: 'none', at: null });
  });

  it('ticks the own sentence by writing it, and never lets it be waived', async () => {
    const user = userEvent.setup();
    render(<Row id="own-words" />);
    const box = screen.getByRole('checkbox', { name: /Understood/ });
    expect(box).not.toBeChecked();
    expect(screen.queryByRole('button', { name: /Waive/ })).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'The problem in one sentence' }), 'x');
    expect(box).toBeChecked();
    await user.clear(screen.getByRole('textbox'));
    expect(box).not.toBeChecked();
  });
});
