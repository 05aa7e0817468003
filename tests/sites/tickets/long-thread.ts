import type { Age } from '../clock';
import type { DemoPerson, ScriptMessage, TicketScript } from '../desk-records';
import { agents, customers } from './people';

/**
 * Two hundred messages of a migration that dragged on, built from parts so that the file stays
 * short: the same messages every time, and no two in a row alike.
 */
type Exchange = readonly [question: string, answer: string, reply: string, closing: string];

const exchanges: readonly Exchange[] = [
  [
    'The import of day {n} is through, {rows} rows. {errors} bookings were refused with "E-3307 duplicate voyage". Shall we delete them on our side?',
    'Please leave them, I merge duplicates after the next run. Could you send me the number of one such booking?',
    'B-{rows} is one of them, route {route}.',
    'Thank you, merged. The next run should refuse none of day {n}.',
  ],
  [
    'Route {route} is missing again in the list under https://app.marlow.example/imports/{n}. Yesterday it was there.',
    'Found it: the last file had switched {route} off. I switched it on again, please reload.',
    'Hm, not yet on my side. Ah, after a reload it is there.',
    'Good. I asked for a warning before an import switches a route off.',
  ],
  [
    'Kurze Frage: die Spalte "Abfahrt" steht jetzt in UTC statt in Ortszeit. Ist das Absicht? Betrifft Route {route}.',
    'Das war keine Absicht. Ich habe die Zeitzone auf Europe/Oslo gestellt und Tag {n} neu eingelesen.',
    'Danke, passt jetzt.',
    'Sehr gut. Tag {n} ist damit abgehakt.',
  ],
  [
    'We compared day {n} with the old system: {errors} passengers too many, all on route {route}.',
    'Those are cancelled bookings that the old system hides. I filter them out and run the day again.',
    'Now both sides say {rows}. Perfect.',
    'Great. I keep the filter for the days to come.',
  ],
  [
    'Die Datei vom Tag {n} hängt seit 20 Minuten bei "wird geprüft". Bei den anderen hier dasselbe.',
    'Der Auftrag war stecken geblieben, er läuft jetzt. Bitte in zehn Minuten noch einmal schauen.',
    'Ist durch, {rows} Zeilen. Weiter mit dem nächsten Tag.',
    'Prima. Falls es wieder hängt, bitte gleich melden, dann sehe ich es live.',
  ],
  [
    'Good news, day {n} matches to the last cent. Only route {route} still has the wrong harbour name.',
    'Noted, I correct the name together with the other two at the end of the week.',
    'Fine with us, nobody sees it before Monday.',
    'Done earlier than planned: the three names are right now.',
  ],
  [
    'The preview takes about {errors} seconds now, it used to be two. Chrome and Edge alike.',
    'The preview reads all {rows} rows at once. I have set it to the first hundred, is that better?',
    'Much better, thank you!',
    'I leave it like that until the migration is over.',
  ],
];

const notes = [
  'Day {n}: the checker counts cancelled voyages. Third time, worth a rule in the importer.',
  'Told engineering about route {route}, no need to tell the customer yet.',
] as const;

const length = 200;
const everyMinutes = 150;

function fill(text: string, block: number): string {
  return text
    .replaceAll('{n}', String(block + 1))
    .replaceAll('{route}', `R${10 + ((block * 13) % 27)}`)
    .replaceAll('{rows}', String(3800 + ((block * 397) % 900)))
    .replaceAll('{errors}', String(3 + ((block * 5) % 17)));
}

/** Blocks of four; the last message of every seventh block is a note among agents instead. */
function message(index: number): ScriptMessage {
  const block = Math.floor(index / 4);
  const ago: Age = `${(length - index) * everyMinutes}m`;
  const customer: DemoPerson = block % 3 < 2 ? customers.oskar : customers.birte;
  if (index % 28 === 19) {
    const text = fill(notes[block % 2 === 0 ? 0 : 1], block);
    return { by: agents.tomas, ago, type: 'note', internal: true, text };
  }
  const text = fill(exchanges[block % exchanges.length]?.[index % 4] ?? '', block);
  return { by: index % 2 === 0 ? customer : agents.tomas, ago, text };
}

export const longThreadTickets: readonly TicketScript[] = [
  {
    id: 12,
    number: '47960',
    title: 'Migration of booking data, day by day',
    requester: customers.oskar,
    owner: agents.tomas,
    state: 'open',
    tags: ['migration', 'imports'],
    messages: Array.from({ length }, (_, index) => message(index)),
  },
];
