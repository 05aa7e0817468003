import type { TicketScript } from '../desk-records';
import { agents, customers } from './people';

/** Severity 1 to 3 and a wish: work goes on, more or less. */
export const dailyWorkTickets: readonly TicketScript[] = [
  {
    id: 9,
    number: '48198',
    title: 'Calendar is hard on the eyes since the update',
    requester: customers.philippa,
    owner: agents.noor,
    state: 'open',
    priority: '1 low',
    tags: ['calendar'],
    messages: [
      {
        by: customers.philippa,
        ago: '2d',
        text: `Hello,

after the update the calendar is no pleasure to look at, ugly even: grey blocks with white letters, and the weekend has the same colour as holidays. Everything works, it just hurts the eyes, https://app.marlow.example/calendar/month.

Best wishes
Philippa Marsh, school office`,
      },
      {
        by: agents.noor,
        ago: '46h',
        text: 'Hello Philippa, thank you for telling us, I will pass it on to the people who draw it. May I ask whether you use the light or the dark theme?',
      },
      { by: customers.philippa, ago: '45h', text: 'Light. On the big screen it is worse.' },
    ],
  },
  {
    id: 10,
    number: '48202',
    title: 'Error when saving settings, but they are saved',
    requester: customers.callum,
    owner: agents.ida,
    state: 'pending reminder',
    tags: ['settings'],
    messages: [
      {
        by: customers.callum,
        ago: '29h',
        text: `When I press Save under https://app.marlow.example/settings/notifications, now and then a message pops up: "Something went wrong (S-2210)". After a reload the settings are saved nevertheless. About one time in five.

Safari 26 on macOS.

Callum`,
      },
      {
        by: agents.ida,
        ago: '27h',
        text: 'Thank you, Callum. I could make it happen once in six tries: it seems to need two quick clicks on Save. Nothing is lost, so please go on working; I will come back to you.',
      },
    ],
  },
  {
    id: 11,
    number: '48207',
    title: 'Automation rule does nothing',
    requester: customers.ruben,
    owner: agents.tomas,
    state: 'open',
    tags: ['automation'],
    messages: [
      {
        by: customers.ruben,
        ago: '26h',
        text: `Hello, our rule "Delivery > 5 days late → mail to customer" (https://app.marlow.example/automation/rules/318) has not fired since Thursday. It is switched on. The log is empty, so it is not even tried. We now write these mails by hand, roughly 30 a day. It is bearable for a few days, not longer.

Ruben Castle`,
      },
      {
        by: agents.tomas,
        ago: '25h',
        text: 'Hello Ruben, what happens when you press "Run now" on the rule? And did anybody change the condition on Thursday?',
      },
      {
        by: customers.ruben,
        ago: '24h',
        text: '"Run now" says "0 of 0 records". There are 41 late deliveries in the list. Nobody changed anything, I checked the history.',
      },
      {
        by: agents.tomas,
        ago: '23h',
        type: 'note',
        internal: true,
        text: 'Copied the rule to our test account: works with a date field, finds nothing with a duration field. Release 5.4 went out on Thursday.',
      },
    ],
  },
  {
    id: 18,
    number: '48176',
    title: 'Feature request: approve reports by two people',
    requester: customers.adaeze,
    owner: agents.ida,
    state: 'open',
    tags: ['feature request', 'reports'],
    customAttributes: { product_area: 'Reports', revenue_at_stake_eur: 71500 },
    messages: [
      {
        by: customers.adaeze,
        ago: '6d',
        text: `Hello Ida,

our auditors ask for two signatures on each claims report before it leaves the house. Today we print, sign and scan, about 25 reports a week.

We would like: a report gets the state "waiting for approval", a second person approves it, and only then it can be exported or mailed. A log of who approved when is a must.

To be frank: our contract (310 seats, 71 500 € a year) is up for renewal on 31 December, and the audit is the one point the board will ask about. Another supplier offers it.

Adaeze Obi
Operations, Fennmoor Insurance`,
      },
      {
        by: agents.ida,
        ago: '5d',
        text: 'Thank you, Adaeze. Would one approval for the whole report be enough, or do you need it for each export? And may the author be one of the two?',
      },
      {
        by: customers.adaeze,
        ago: '4d',
        text: 'One approval for the report is enough as long as a change cancels it. The author must not be one of the two.',
      },
    ],
  },
];
