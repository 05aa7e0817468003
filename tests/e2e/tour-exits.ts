import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { stopUndoTime } from './time-to-undo';
import type { Visit } from './tour';
import { goToStep, goToTicket, openTicket } from './walk';

const CAPS_LOCK = 4;
const EXPORT_STOPS = 1;
const LIKE_IT = 2;

const questions = (panel: Page) => panel.getByRole('region', { name: 'Ask the customer' });
const exits = (panel: Page) => panel.getByRole('region', { name: 'How it ends' });
const choose = (panel: Page, exit: string) =>
  exits(panel).getByRole('button', { name: exit, exact: true }).first().click();
const goOn = (panel: Page) => panel.getByRole('button', { name: 'Not over after all' }).click();

/** Decides what the clipboard answers: headless browsers refuse it, people's allow it. */
const letClipboard = (panel: Page, work: boolean) =>
  panel.evaluate((works) => {
    navigator.clipboard.writeText = () => (works ? Promise.resolve() : Promise.reject(new Error('refused')));
  }, work);

async function askQuestions(panel: Page, visit: Visit): Promise<void> {
  await questions(panel).getByRole('combobox', { name: 'Symptom' }).selectOption('sign-in');
  await questions(panel)
    .getByRole('button', { name: /more questions?$/ })
    .click();
  await questions(panel)
    .getByRole('button', { name: /^Caps Lock/ })
    .click();
  await letClipboard(panel, false);
  await questions(panel).getByRole('button', { name: 'Copy reply' }).click();
  await questions(panel).getByText('refused the clipboard').waitFor();
  await visit('question-open', panel);
  await questions(panel)
    .getByRole('radio', { name: 'It was Caps Lock or the layout' })
    .check({ force: true });
  await exits(panel).getByText('Lies on the customer’s side').waitFor();
  await visit('question-answered', panel, true);
  await questions(panel)
    .getByRole('button', { name: /Works on another device/ })
    .click();
  await questions(panel).getByText('message 5').waitFor();
  await visit('question-quoted', panel);
}

/** What is asked first, and every way out of the walk. */
export async function waysOut(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const { page, panel } = await openTicket(baton, sites, CAPS_LOCK);
  await questions(panel).waitFor();
  await askQuestions(panel, visit);

  await choose(panel, 'Answered by an article');
  await visit('exit-article', panel);
  await choose(panel, 'Ask an expert');
  await panel
    .getByRole('textbox', { name: 'Your one question' })
    .fill('Is there a list of layouts we block?');
  await panel.getByRole('button', { name: 'Copy it and end' }).click();
  await exits(panel).getByRole('alert').waitFor();
  await visit('exit-question', panel);
  await letClipboard(panel, true);
  await panel.getByRole('button', { name: 'Copy it and end' }).click();
  await panel.getByText('Asked an expert').waitFor();
  await panel.getByRole('button', { name: 'Copy the question again' }).click();
  await visit('exited-question', panel, true);
  await goOn(panel);

  await choose(panel, 'Feature request');
  await panel.getByRole('textbox', { name: 'What is wished for?' }).fill('Warn when Caps Lock is on');
  await visit('exit-request', panel, true);
  await panel.keyboard.press('Enter');
  await panel.getByText('First, in your own words').waitFor();
  await visit('describe-gated', panel);
  await goToStep(panel, 'Check');
  await exits(panel).getByText('Goes on as a feature request').waitFor();
  await visit('exit-request-made', panel, true);
  await exits(panel).getByRole('button', { name: 'Back to a bug' }).click();

  await choose(panel, 'Solved with the customer');
  await visit('exit-solved', panel);
  const letUndoTimeRun = await stopUndoTime(panel);
  await panel.getByRole('button', { name: 'End as solved' }).click();
  await panel.getByText('Saved as prevented.').waitFor();
  await visit('exited', panel, true);
  await letUndoTimeRun();
  await panel.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden', timeout: 120_000 });
  await visit('exited-for-good', panel, true);

  await goToTicket(page, EXPORT_STOPS);
  await panel.getByRole('button', { name: 'Mark as early signal' }).click();
  await panel.getByLabel('What to watch for').fill('second stop of an export this week');
  await visit('early-signal', panel);
  await goToTicket(page, LIKE_IT);
  await panel.getByText(/A second ticket like/).waitFor();
  await visit('early-signal-again', panel);
}
