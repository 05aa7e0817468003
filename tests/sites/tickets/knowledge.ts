import type { Age } from '../clock';
import type { DemoAnswer } from '../desk-records';

/** What the desk's help center says to customers. */
export const answerScripts: readonly (Omit<DemoAnswer, 'updatedAt'> & { ago: Age })[] = [
  {
    id: 1,
    category: 'Reports',
    title: 'Export a report as CSV',
    html: '<p>Open Reports, choose a period and press <b>Export CSV</b>. A long report takes some minutes.</p>',
    ago: '90d',
  },
  {
    id: 2,
    category: 'Account',
    title: 'Email or password is not correct',
    html: '<p>Check the language of the keyboard and whether Caps Lock is on, then ask for a new password.</p>',
    ago: '200d',
  },
];
