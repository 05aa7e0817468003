import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { playbookDraft, storedPlaybook } from '@/lib/settings/settings';
import { PlaybookEditor } from './playbook-editor';

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);

const inForce = async () => toPlaybook(await storedPlaybook.getValue(), defaultPlaybook);
const section = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`) });
const open = async () => {
  render(
    <PlaybookEditor
      draft={await playbookDraft.getValue()}
      stored={await storedPlaybook.getValue()}
      onClose={() => undefined}
    />,
  );
  return userEvent.setup();
};
const openLevel = async (user: ReturnType<typeof userEvent.setup>, level: number) => {
  await user.click(await section('Severity'));
  await user.click(screen.getByRole('button', { name: new RegExp(`^Level ${level}`) }));
};

describe('the playbook editor', () => {
  it('puts a valid change in force at once', async () => {
    const user = await open();
    await openLevel(user, 3);
    await user.clear(screen.getByLabelText('Definition'));
    await user.type(screen.getByLabelText('Definition'), 'Work limps');
    await waitFor(async () => expect((await inForce()).severities[2]?.label).toBe('Work limps'));
    expect(await playbookDraft.getValue()).toBeNull();
  });

  it('names a wrong field there and on top, keeps what was in force, and keeps what was typed', async () => {
    const user = await open();
    await openLevel(user, 3);
    const definition = screen.getByLabelText('Definition');
    await user.clear(definition);
    expect(definition).toHaveAccessibleDescription('Is empty');
    expect(definition).toBeInvalid();
    expect(screen.getByText(/Not in force yet/)).toHaveTextContent('Severity › Level 3');
    expect(screen.getByText(/Not in force yet/)).toHaveTextContent('Definition: is empty');
    const within = screen.getByLabelText('Within');
    await user.clear(within);
    await user.type(within, 'four');
    expect(within).toHaveAccessibleDescription('Must be a number');
    await waitFor(async () => expect(await playbookDraft.getValue()).toContain('"four"'));
    expect(await inForce()).toEqual(defaultPlaybook);

    // The page is loaded again.
    cleanup();
    await open();
    await user.click(screen.getByRole('button', { name: 'Show the field' }));
    expect(await screen.findByLabelText('Definition')).toHaveFocus();
    expect(screen.getByLabelText('Within')).toHaveValue('four');
    await user.type(screen.getByLabelText('Definition'), 'Again');
    await user.clear(screen.getByLabelText('Within'));
    await user.type(screen.getByLabelText('Within'), '5');
    await waitFor(async () => expect((await inForce()).severities[2]?.takenUp.count).toBe(5));
    expect((await inForce()).severities[2]?.label).toBe('Again');
    expect(screen.queryByText(/Not in force yet/)).not.toBeInTheDocument();
    await waitFor(async () => expect(await playbookDraft.getValue()).toBeNull());
  });

  it('adds, moves and removes entries, each undone by one press', async () => {
    const user = await open();
    await user.click(await section('Emergency contacts'));
    await user.click(screen.getByRole('button', { name: 'Add contact' }));
    expect(screen.getByLabelText('Name')).toHaveFocus();
    await user.keyboard('Night desk');
    await user.type(screen.getByLabelText('Role'), 'Operations');
    await user.type(screen.getByLabelText('When to disturb them'), 'Nobody can log in');
    await waitFor(async () => expect((await inForce()).contacts).toHaveLength(1));
    expect((await inForce()).contacts[0]).not.toHaveProperty('phone');

    await user.click(await section('Checklist'));
    const [first, second] = defaultPlaybook.checklist;
    const down = screen.getByRole('button', { name: `Move down: ${first?.title}` });
    await user.click(down);
    expect(down).toHaveFocus();
    await waitFor(async () => expect((await inForce()).checklist[1]?.id).toBe(first?.id));
    await user.click(screen.getByRole('button', { name: `Remove: ${second?.title}` }));
    await waitFor(async () => expect((await inForce()).checklist[0]?.id).toBe(first?.id));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await inForce()).checklist[0]?.id).toBe(second?.id));
  });

  it('brings the default of one section back and takes that back, too', async () => {
    await storedPlaybook.setValue(
      JSON.stringify({
        ...defaultPlaybook,
        parts: [{ id: 'reports', name: 'Reports', administrator: '' }],
        calendar: { ...defaultPlaybook.calendar, start: '08:00' },
      }),
    );
    const user = await open();
    await user.click(await section('Calendar'));
    await user.click(screen.getByRole('button', { name: 'Back to the default of this section' }));
    expect(screen.getByLabelText('Work begins')).toHaveValue('09:00');
    await waitFor(async () => expect((await inForce()).calendar.start).toBe('09:00'));
    expect((await inForce()).parts).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByLabelText('Work begins')).toHaveValue('08:00');
    await waitFor(async () => expect((await inForce()).calendar.start).toBe('08:00'));
  });

  it('draws every section of the default, each field with a label of ours', async () => {
    await open();
    // Queries by role look at the style of every element, which takes minutes for so many.
    for (const head of document.querySelectorAll('[aria-expanded=false]')) fireEvent.click(head);
    const labels = [...document.querySelectorAll('label, legend')].map((it) => it.textContent);
    expect(labels.length).toBeGreaterThan(40);
    expect(labels.filter((label) => !/^[A-Z]/.test(label))).toEqual([]);
    const named = new Set([...document.querySelectorAll('label')].map((it) => it.htmlFor));
    const fields = [...document.querySelectorAll('input, textarea, select')];
    expect(fields.filter(({ id }) => !named.has(id))).toEqual([]);
    expect(document.body.textContent).not.toMatch(/\d problem/);
  });

  it('takes a draft of any shape, as far as it goes', async () => {
    await playbookDraft.setValue('{"version":1,"severities":null,"checklist":[7],"calendar":[],"parts":{}}');
    const user = await open();
    for (const name of ['Checklist', 'Severity', 'Calendar', 'Parts']) await user.click(await section(name));
    expect(screen.getByText(/Not in force yet/)).toHaveTextContent('Checklist');
    expect(await inForce()).toEqual(defaultPlaybook);
  });
});
