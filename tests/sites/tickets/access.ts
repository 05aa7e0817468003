import type { TicketScript } from '../desk-records';
import { agents, customers } from './people';

/** Getting in at all: Caps Lock that looks like an outage, and an outage that is one. */
export const accessTickets: readonly TicketScript[] = [
  {
    id: 4,
    number: '48231',
    title: 'I cannot open your application',
    requester: customers.marcy,
    owner: agents.ida,
    state: 'open',
    tags: ['login'],
    messages: [
      {
        by: customers.marcy,
        ago: '58m',
        type: 'chat',
        text: 'Hello! I cannot open your application and patients are waiting at the desk. Nothing works since this morning.',
      },
      {
        by: agents.ida,
        ago: '56m',
        type: 'chat',
        text: 'Hello Marcy, I am sorry about that. Let us go through it together. What is the first thing you do, and what do you see then?',
      },
      {
        by: customers.marcy,
        ago: '53m',
        type: 'chat',
        text: 'I tap the Marlow app, type my password and it says "Email or password is not correct". But it IS correct, I have used it for a year.',
      },
      {
        by: agents.ida,
        ago: '51m',
        type: 'chat',
        text: 'Thank you. Is that on the phone? Could you try the same in a browser on the computer, at https://app.marlow.example/login?',
      },
      {
        by: customers.marcy,
        ago: '47m',
        type: 'chat',
        text: 'On the phone it works now!! On the computer at the desk it does not. Same password, I swear.',
      },
      {
        by: agents.ida,
        ago: '45m',
        type: 'chat',
        text: 'I have checked your account and it opens on my side. Shall we try it again together on that computer? Please press the little eye beside the password first, so that you can see what you type.',
      },
    ],
  },
  {
    id: 8,
    number: '48245',
    title: 'The system does not open for anybody here',
    requester: customers.henrike,
    owner: agents.ida,
    state: 'open',
    priority: '3 high',
    tags: ['outage'],
    // An employee of the same clinics wrote on his own.
    links: [{ type: 'child', ticketId: 20 }],
    messages: [
      {
        by: customers.henrike,
        ago: '26m',
        type: 'phone',
        text: `Call from Henrike Voss, head of IT at Nordhain: since 8:40 nobody in the three clinics can open the system. The page stays white after the login, https://app.marlow.example/home answers 502. About 900 people, wards cannot see the shift plan. Tried Chrome and Firefox, inside and outside their network, a phone on mobile data too.

Wants a call back at +49 40 5550 170 within the hour.`,
      },
      {
        by: agents.noor,
        ago: '19m',
        type: 'note',
        internal: true,
        text: 'Our own account opens. Nordhain runs on cluster eu-3, we are on eu-1. Status page still green.',
      },
    ],
  },
  {
    id: 20,
    number: '48246',
    title: 'Weiße Seite nach der Anmeldung',
    requester: customers.emil,
    state: 'new',
    tags: [],
    messages: [
      {
        by: customers.emil,
        ago: '22m',
        text: `Guten Morgen,

nach der Anmeldung kommt bei mir und den Kolleginnen auf Station 4 nur eine weiße Seite (502 Bad Gateway). Gestern Abend ging noch alles.

Mit freundlichen Grüßen
Emil Raabe
Nordhain Kliniken, Station 4`,
      },
    ],
  },
];
