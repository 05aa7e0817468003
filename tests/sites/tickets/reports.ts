import type { TicketScript } from '../desk-records';
import { drawErrorScreenshot } from '../screenshot';
import { agents, customers } from './people';

/** One defect, three organizations: the export stops with E-4102. Massness must count to three. */
export const reportTickets: readonly TicketScript[] = [
  {
    id: 1,
    number: '48213',
    title: 'CSV export stops at 42 % with error E-4102',
    requester: customers.greta,
    owner: agents.ida,
    state: 'open',
    priority: '3 high',
    tags: ['reports', 'export'],
    messages: [
      {
        by: customers.greta,
        ago: '2h',
        text: `Good morning,

our monthly passenger report will not export any more. I open https://app.marlow.example/reports, choose "Passengers by route", period 1–31 October, and press Export CSV. The bar runs to 42 % and stops. Then a red box: "Export failed, E-4102".

I tried it in Chrome 141 and in Edge on Windows 11, three times each, with the same result. Shorter periods work: one week comes through.

The board meets tomorrow at 10:00 and needs this file.

Greta Halvorsen
Head of Revenue, Halden Ferry Lines
+47 55 01 04 42`,
        files: [
          {
            filename: 'export-error.png',
            contentType: 'image/png',
            content: drawErrorScreenshot({
              address: 'https://app.marlow.example/reports?period=october',
              title: 'EXPORT FAILED',
              lines: ['PASSENGERS BY ROUTE', 'STOPPED AT 42 %', 'ERROR E-4102'],
            }),
          },
        ],
      },
      {
        by: agents.ida,
        ago: '96m',
        text: `Hello Greta,

thank you, that is very clear. Two questions so that we look in the right place: does the report have a filter on "Route", and roughly how many rows does it show on the screen?

Ida`,
      },
      {
        by: customers.greta,
        ago: '71m',
        text: 'No filter. The footer says 118 204 rows. Last month it was a bit under 100 000 and the export worked.',
      },
      {
        by: agents.tomas,
        ago: '64m',
        type: 'note',
        internal: true,
        text: 'Tried with our test account: 90 000 rows fine, 120 000 rows stop at 42 %. Looks like the row limit, not like her browser.',
      },
    ],
  },
  {
    id: 2,
    number: '48219',
    title: 'Export of stock report fails, E-4102',
    requester: customers.dana,
    owner: agents.noor,
    state: 'open',
    tags: ['reports'],
    messages: [
      {
        by: customers.dana,
        ago: '5h',
        text: `Hi, the CSV export on the reports page gives up somewhere around 40 percent and shows E-4102. It is the "Stock movements" report for the whole year. Firefox 144 on a Mac.

We can live until Friday, then stocktaking starts.

Dana`,
      },
    ],
  },
  {
    id: 3,
    number: '48226',
    title: 'reports -> export csv not working since monday',
    requester: customers.wren,
    state: 'new',
    tags: [],
    messages: [
      {
        by: customers.wren,
        ago: '3h',
        type: 'web',
        text: `since monday the csv export under /reports stops (42%) and says "E-4102 export failed". pdf export works. 140k rows, chrome.

wren / aster bikes`,
      },
    ],
  },
];
