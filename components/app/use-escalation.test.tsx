import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Field } from '@/components/ui/field';
import { closeDatabase, database } from '@/lib/db/database';
import { aTicket } from '@/tests/factories';
import { useEscalation } from './use-escalation';

const ticket = aTicket();

function Draft() {
  const { escalation, patch, saveError } = useEscalation(ticket);
  if (!escalation) return null;
  return (
    <>
      <Field
        label="Steps"
        value={escalation.report.steps.value}
        onChange={(value) => void patch({ 'report.steps': { value, source: '' } })}
      />
      <p role="alert">{saveError}</p>
    </>
  );
}

afterEach(async () => {
  cleanup();
  await database().delete();
  closeDatabase();
});

it('keeps what is typed on the screen when the storage is full, says so, and stores it once there is room', async () => {
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  render(<Draft />);
  const field = await screen.findByRole('textbox', { name: 'Steps' });
  await userEvent.type(field, 'Open Reports');
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved: .*copy it/));
  expect(field).toHaveValue('Open Reports');

  full.mockRestore();
  await userEvent.type(field, ' and export');
  await waitFor(() => expect(screen.getByRole('alert')).toBeEmptyDOMElement());
  // The line goes with the first write that succeeds; the last letters may still be on their way.
  await waitFor(async () => {
    const [stored] = await database().escalations.toArray();
    expect(stored?.report.steps.value).toBe('Open Reports and export');
  });
});
