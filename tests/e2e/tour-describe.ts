import { expect, type Page } from '@playwright/test';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { putPlaybook } from './playbook-in-force';
import { stopUndoTime } from './time-to-undo';
import type { Visit } from './tour';
import {
  connectTracker,
  delivery,
  fillCheck,
  fillClassify,
  goToStep,
  goToTicket,
  handOff,
  openTicket,
  reportField,
  shownTicket,
  startDescribe,
} from './walk';

const REQUEST = 18;
const BRIEF = 3;
const SENT = { timeout: 120_000 };

/** What the customer of the brief ticket answers when somebody asks well. */
const ANSWER = `Of course:

1. open https://app.marlow.example/reports/stock
2. choose the year 2026
3. press Export CSV

A file with all 140 000 rows should come out.`;

const kind = (panel: Page, name: string) => panel.getByRole('radio', { name, exact: true });

/** The rest of a critical report, once engineering has the first lines. */
async function complete(baton: ExtensionBrowser, page: Page, panel: Page, visit: Visit): Promise<void> {
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
  const rest = panel.getByRole('region', { name: 'To be completed' });
  await rest.waitFor();
  const popup = await baton.openPopup(page);
  await popup.getByText('Report to be completed').waitFor();
  await visit('popup-owed-report', popup);
  await popup.close();
  await reportField(panel, 'Steps').fill('Open Reports\nChoose Approve');
  await rest.getByRole('button', { name: 'Add to the issue' }).waitFor();
  await visit('completion', panel);
  await stopUndoTime(panel);
  await rest.getByRole('button', { name: 'Add to the issue' }).click();
  await panel.getByText('The report is complete.').waitFor();
  await visit('completed', panel, true);
}

/** The report of each kind, with gaps and with what the ticket offers. */
export async function kinds(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  await putPlaybook(baton, {
    ...defaultPlaybook,
    parts: [
      {
        id: 'reports',
        name: 'Reports',
        words: ['export*'],
        administrator: 'Queue of the reports team',
        raci: 'R Reports · A Product · C Support · I Sales',
        links: [
          { label: 'Job monitor', url: 'https://jobs.marlow.example/exports' },
          { label: 'Admin console', url: 'https://admin.marlow.example/reports' },
        ],
        requires: ['organizationId'],
      },
    ],
  });
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, BRIEF);
  await startDescribe(panel);
  await reportField(panel, 'Where').fill('the reports page');
  sites.desk.addCustomerMessage(BRIEF, ANSWER);
  await panel.getByRole('button', { name: /^Take as Expected/ }).waitFor({ timeout: 120_000 });
  await panel.getByRole('button', { name: 'why Actual' }).click();
  await panel.getByText('Taken in by').waitFor();
  await visit('describe-offers', panel);

  await goToTicket(page, REQUEST);
  await shownTicket(panel, sites, REQUEST).waitFor();
  await fillCheck(panel);
  await fillClassify(panel, 'One person', 2);
  await goToStep(panel, 'Describe');
  await kind(panel, 'Feature request').check({ force: true });
  await reportField(panel, 'Revenue').waitFor();
  await visit('describe-request', panel);
  await goToStep(panel, 'Hand off');
  await panel.getByRole('region', { name: 'Preview of the issue' }).waitFor();
  await visit('preview-request', panel, true);
  await goToStep(panel, 'Describe');
  for (const [label, name] of [
    ['Question', 'question'],
    ['Next tier', 'next-tier'],
    ['Critical', 'critical'],
  ] as const) {
    await kind(panel, label).check({ force: true });
    await visit(`describe-${name}`, panel, name !== 'critical');
  }
  await reportField(panel, 'Since when').fill('today 8:40');
  await reportField(panel, 'Where').fill('/reports');
  await goToStep(panel, 'Hand off');
  await panel.getByRole('region', { name: 'Preview of the issue' }).waitFor();
  await visit('preview-critical', panel, true);
  await complete(baton, page, panel, visit);
}
