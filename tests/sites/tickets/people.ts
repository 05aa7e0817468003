import type { DemoOrganization, DemoPerson } from '../desk-records';

/**
 * Everybody is invented. Our agents support "Marlow", a suite with mail, chat, calendar, reports
 * and automation; domains end in .test or .example, which nobody can register.
 */
function organization(
  id: number,
  name: string,
  domain: string,
  facts: Record<string, string | number>,
  note = '',
): DemoOrganization {
  return { id, name, domain, note, customAttributes: facts };
}

const organizations = {
  halden: organization(
    1,
    'Halden Ferry Lines',
    'haldenferry.test',
    {
      customer_id: 'hfl-2207',
      plan: 'Enterprise',
      seats: 420,
      annual_revenue_eur: 86400,
      renewal_on: '2027-01-31',
    },
    'Board reporting on the first working day of the month.',
  ),
  nordhain: organization(2, 'Nordhain Kliniken', 'nordhain.test', {
    customer_id: 'nhk-0031',
    plan: 'Enterprise',
    seats: 1150,
    annual_revenue_eur: 212000,
    renewal_on: '2027-06-30',
  }),
  tiller: organization(3, 'Tiller & Oak Furniture', 'tilleroak.test', {
    customer_id: 'tof-1184',
    plan: 'Business',
    seats: 64,
    annual_revenue_eur: 14200,
    renewal_on: '2027-03-15',
  }),
  brightwater: organization(4, 'Brightwater School', 'brightwater.example', {
    customer_id: 'bws-3320',
    plan: 'Education',
    seats: 90,
    annual_revenue_eur: 3900,
    renewal_on: '2027-08-31',
  }),
  limonera: organization(5, 'Casa Limonera', 'limonera.test', {
    customer_id: 'cli-2751',
    plan: 'Business',
    seats: 38,
    annual_revenue_eur: 9100,
    renewal_on: '2027-02-28',
  }),
  qamar: organization(6, 'قمر للشحن', 'qamar.test', {
    customer_id: 'qmr-4090',
    plan: 'Business',
    seats: 55,
    annual_revenue_eur: 12800,
    renewal_on: '2027-05-20',
  }),
  fennmoor: organization(7, 'Fennmoor Insurance', 'fennmoor.test', {
    customer_id: 'fni-0876',
    plan: 'Enterprise',
    seats: 310,
    annual_revenue_eur: 71500,
    renewal_on: '2026-12-31',
  }),
  zwoelfender: organization(8, 'Zwölfender Verlag', 'zwoelfender.test', {
    customer_id: 'zwv-1502',
    plan: 'Business',
    seats: 47,
    annual_revenue_eur: 10600,
    renewal_on: '2027-04-01',
  }),
  juniper: organization(9, 'Juniper Street Dental', 'juniperstreet.example', {
    customer_id: 'jsd-5127',
    plan: 'Starter',
    seats: 8,
    annual_revenue_eur: 960,
    renewal_on: '2027-09-12',
  }),
  hostile: organization(
    10,
    '<b onmouseover=alert(1)>Ёvil & Sons</b> @everyone `#1`',
    'evil.test',
    { customer_id: "x'); DROP TABLE issues;--", plan: '<script>alert(1)</script>', __html: '{{7*7}}' },
    '</textarea><img src="https://tracker.evil.test/org.gif" onerror="alert(1)">',
  ),
  aster: organization(11, 'Aster Bikes', 'asterbikes.test', {
    customer_id: 'abk-2988',
    plan: 'Business',
    seats: 29,
    annual_revenue_eur: 7300,
    renewal_on: '2027-01-10',
  }),
  kitayama: organization(12, 'Kitayama Optics', 'kitayama.test', {
    customer_id: 'kto-1669',
    plan: 'Enterprise',
    seats: 205,
    annual_revenue_eur: 48000,
    renewal_on: '2027-07-01',
  }),
} satisfies Record<string, DemoOrganization>;

function person(
  id: number,
  name: string,
  email: string,
  belongsTo: DemoOrganization | null,
  facts: { phone?: string; role?: DemoPerson['role']; vip?: boolean } = {},
): DemoPerson {
  const [firstname = '', ...rest] = name.split(' ');
  const { phone = '', role = 'Customer', vip = false } = facts;
  const organizationId = belongsTo?.id ?? null;
  return { id, firstname, lastname: rest.join(' '), email, phone, organizationId, role, vip };
}

const agent = { role: 'Agent' } as const;

export const agents = {
  ida: person(3, 'Ida Solberg', 'ida.solberg@marlow.example', null, agent),
  tomas: person(4, 'Tomás Ruiz', 'tomas.ruiz@marlow.example', null, agent),
  noor: person(5, 'Noor Haddad', 'noor.haddad@marlow.example', null, agent),
} satisfies Record<string, DemoPerson>;

const { halden, nordhain, tiller, brightwater, limonera, qamar } = organizations;
const { fennmoor, zwoelfender, juniper, hostile, aster, kitayama } = organizations;

export const customers = {
  greta: person(20, 'Greta Halvorsen', 'greta.halvorsen@haldenferry.test', halden, {
    phone: '+47 55 01 04 42',
    vip: true,
  }),
  oskar: person(21, 'Oskar Lind', 'oskar.lind@haldenferry.test', halden),
  birte: person(22, 'Birte Amundsen', 'birte.amundsen@haldenferry.test', halden),
  henrike: person(23, 'Henrike Voss', 'h.voss@nordhain.test', nordhain, { vip: true }),
  emil: person(24, 'Emil Raabe', 'e.raabe@nordhain.test', nordhain),
  dana: person(25, 'Dana Whitlock', 'dana@tilleroak.test', tiller),
  ruben: person(26, 'Ruben Castle', 'ruben@tilleroak.test', tiller),
  philippa: person(27, 'Philippa Marsh', 'p.marsh@brightwater.example', brightwater),
  ines: person(28, 'Inés Calvet', 'ines@limonera.test', limonera),
  yusuf: person(29, 'يوسف الحربي', 'yusuf@qamar.test', qamar, { phone: '+971 4 555 0136' }),
  callum: person(30, 'Callum Reyes', 'callum.reyes@fennmoor.test', fennmoor),
  adaeze: person(31, 'Adaeze Obi', 'adaeze.obi@fennmoor.test', fennmoor, { vip: true }),
  jost: person(32, 'Jost Winkelmann', 'winkelmann@zwoelfender.test', zwoelfender, {
    phone: '+49 30 5550 118',
  }),
  marcy: person(33, 'Marcy Dunn', 'frontdesk@juniperstreet.example', juniper),
  mallory: person(
    34,
    'Mallory <img src=x onerror=alert(1)>\u202Eyrollam',
    'mallory+"><svg/onload=alert(1)>@evil.test',
    hostile,
    { phone: 'javascript:alert(1)' },
  ),
  wren: person(35, 'Wren Abara', 'wren@asterbikes.test', aster),
  haruka: person(36, 'Haruka Mori', 'h.mori@kitayama.test', kitayama),
} satisfies Record<string, DemoPerson>;

export const everyOrganization: readonly DemoOrganization[] = Object.values(organizations);
export const everyPerson: readonly DemoPerson[] = [...Object.values(agents), ...Object.values(customers)];
/** Whoever is signed in to the desk. */
export const signedInAgent: DemoPerson = agents.ida;
