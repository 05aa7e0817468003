import type { TicketScript } from '../desk-records';
import { agents, customers } from './people';

/** What customers send although nobody asked for it. Every value is invented or reserved for examples. */
export const PERSONAL = {
  email: 'greta.halvorsen@haldenferry.test',
  phone: '+47 55 01 04 42',
  card: '4111 1111 1111 1111',
  iban: 'DE89 3704 0044 0532 0130 00',
  nationalId: '123-45-6789',
  password: 'Fjordbruk-2026!',
  token: 'ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJncmV0YSIsIm4iOjF9.Qk3bT9vX2mL7pR4sW8yZ1aC5dE6fG0hJ',
  inAddress: 'exporter:hush42@files.haldenferry.test',
  queryToken: '9f8e7d6c5b4a39281706',
  ip: '203.0.113.77',
} as const;

export const personalTickets: readonly TicketScript[] = [
  {
    id: 21,
    number: '48262',
    title: `Refund page fails for ${PERSONAL.email}`,
    requester: customers.greta,
    owner: agents.ida,
    state: 'open',
    tags: ['billing'],
    messages: [
      {
        by: customers.greta,
        ago: '50m',
        text: `Hello,

the refund page stops with E-7310. Steps:
1. Sign in as ${PERSONAL.email}
2. Open https://app.marlow.example/billing/refunds?token=${PERSONAL.queryToken}
3. Enter the card ${PERSONAL.card} or the account ${PERSONAL.iban}

Password: ${PERSONAL.password}

Our script at https://${PERSONAL.inAddress}/in calls it with "Authorization: Bearer ${PERSONAL.jwt}" and the GitHub token ${PERSONAL.token}, from ${PERSONAL.ip}. My number is ${PERSONAL.phone}, social security ${PERSONAL.nationalId}.

Greta Halvorsen`,
        files: [
          {
            filename: `card ${PERSONAL.card} ${PERSONAL.email}.txt`,
            contentType: 'text/plain',
            content: 'E-7310 at 09:41\n',
          },
        ],
      },
    ],
  },
];
