import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { applyPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aReadyEscalation, aTicket } from '@/tests/factories';
import { CustomerMessageCard } from './customer-message-card';

let latest: Escalation;

function Card({ start }: { start: Escalation }) {
  const [escalation, setEscalation] = useState(start);
  latest = escalation;
  return (
    <>
      <button type="button" onClick={() => setEscalation({ ...escalation, nextUpdateOn: '2026-11-25' })}>
        Set the date
      </button>
      <CustomerMessageCard
        escalation={escalation}
        ticket={aTicket()}
        tabId={null}
        playbook={defaultPlaybook}
        takenUpBy="2026-11-27"
        patch={(patch) => setEscalation(applyPatch(escalation, patch, 2))}
      />
    </>
  );
}

afterEach(cleanup);

const text = () => screen.getByLabelText<HTMLTextAreaElement>('Message to the customer');
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const show = async (changes: Partial<Escalation> = {}) =>
  render(<Card start={await aReadyEscalation(changes)} />);

it('proposes a text, and stores nothing until the agent decides', async () => {
  await show();
  expect(text().value).toMatch(/^Hello Mira Okafor,/);
  expect(latest.customerMessage).toBeUndefined();
  await press('Plan it');
  expect(latest.customerMessage).toMatchObject({
    event: 'handed-over',
    status: 'planned',
    language: 'en',
    short: false,
    text: text().value,
  });
});

it('takes a later date into a planned text that nobody touched', async () => {
  await show();
  await press('Plan it');
  expect(text().value).not.toContain('25 November');
  await press('Set the date');
  expect(text().value).toContain('Wednesday 25 November');
  expect(latest.customerMessage?.text).toBe(text().value);
});

it('keeps the agent’s own words, the caret in them, and the way back', async () => {
  await show();
  await userEvent.type(text(), ' See you.');
  expect(text()).toHaveFocus();
  expect(latest.customerMessage).toMatchObject({ status: 'planned' });
  await press('Set the date');
  expect(text().value).toMatch(/See you\.$/);
  await press('Start over');
  expect(text().value).toContain('Wednesday 25 November');
  expect(latest.customerMessage?.text).not.toContain('See you.');
});

it('writes anew in another language, length or for another occasion', async () => {
  await show();
  await userEvent.selectOptions(screen.getByLabelText('Language'), 'Русский');
  expect(text().value).toMatch(/^Здравствуйте, Mira Okafor!/);
  await userEvent.selectOptions(screen.getByLabelText('Length'), 'As in a chat');
  expect(text().value).not.toContain('\n');
  await userEvent.selectOptions(screen.getByLabelText('Occasion'), 'Fixed');
  expect(latest.customerMessage).toMatchObject({ event: 'fixed', language: 'ru', short: true });
  expect(text().value).toContain('исправлено');
});

it('asks why nothing is said, and can be told after all', async () => {
  await show();
  await press('Nothing now');
  await userEvent.type(screen.getByLabelText('Why nothing now'), 'Told on the phone');
  expect(latest.customerMessage).toMatchObject({ status: 'skipped', reason: 'Told on the phone' });
  await press('Tell them after all');
  expect(text().value).toMatch(/^Hello Mira/);
});

it('counts as told once copied, and not when the browser refuses', async () => {
  const writeText = vi.fn().mockRejectedValueOnce(new Error('refused')).mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  await show();
  await press('Copy message');
  expect(latest.customerMessage).toBeUndefined();
  await press('Copy message');
  expect(latest.customerMessage?.status).toBe('copied');
  expect(writeText).toHaveBeenLastCalledWith(text().value);
  vi.unstubAllGlobals();
});

it('speaks of what is next once engineering has moved on', async () => {
  await show({ state: 'resolved' });
  expect(text().value).toContain('is fixed');
});
