import { beforeAll, describe, expect, it } from 'vitest';
import type { Escalation } from '@/lib/escalation/escalation';
import { LANGUAGES } from '@/lib/language/language';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { MESSAGE_EVENTS, type Playbook } from '@/lib/playbook/playbook';
import { aMessage, aPart, aReadyEscalation, aTicket } from '@/tests/factories';
import { isChat } from './channel-length';
import { composeMessage } from './compose-message';
import type { MessageFacts } from './message-values';
import { ticketLanguage } from './ticket-language';

let escalation: Escalation;

beforeAll(async () => {
  escalation = await aReadyEscalation({ nextUpdateOn: '2026-11-25' });
});

const facts = (changes: Partial<MessageFacts> = {}): MessageFacts => ({
  escalation,
  ticket: aTicket(),
  playbook: defaultPlaybook,
  language: 'en',
  takenUpBy: '2026-11-27',
  today: '2026-11-23',
  agent: '',
  question: '',
  ...changes,
});

const withPart = (namesColleagues: boolean): Playbook => ({
  ...defaultPlaybook,
  messages: { ...defaultPlaybook.messages, namesColleagues },
  parts: [aPart({ name: 'Reports', administrator: 'Noor Haddad', expertise: 'our reporting specialist' })],
});

describe('a message to the customer', () => {
  it('says who takes it, by when, and when we write again', () => {
    const text = composeMessage({ event: 'handed-over', short: false }, facts());
    expect(text).toContain('Hello Mira Okafor,');
    expect(text).toContain('now with the team that builds this part.');
    expect(text).toContain('begins by Friday 27 November.');
    expect(text).toContain('hear from us by Wednesday 25 November');
  });

  it('means today by “at once”', () => {
    const text = composeMessage({ event: 'handed-over', short: true }, facts({ takenUpBy: null }));
    expect(text).toContain('begins by Monday 23 November.');
  });

  it('introduces the expert of the part, and names nobody unless the playbook says so', () => {
    const text = (names: boolean) =>
      composeMessage({ event: 'handed-over', short: false }, facts({ playbook: withPart(names) }));
    expect(text(false)).toContain('now with our reporting specialist.');
    expect(text(false)).not.toContain('Noor');
    expect(text(true)).toContain('Noor Haddad is taking care of it.');
  });

  it('does not mix the language of the playbook into another', () => {
    const given = facts({ playbook: withPart(false), language: 'de' });
    expect(composeMessage({ event: 'handed-over', short: false }, given)).toContain(
      'Darum kümmert sich jetzt das Team, das diesen Bereich entwickelt.',
    );
  });

  it.each([
    ['de', 'spätestens am Freitag, 27. November.'],
    ['fr', 'au plus tard le vendredi 27 novembre.'],
    ['es', 'a más tardar el viernes, 27 de noviembre.'],
    ['pt', 'até sexta-feira, 27 de novembro.'],
    ['ru', 'не позднее 27 ноября.'],
  ] as const)('writes dates as people do in %s', (language, date) => {
    expect(composeMessage({ event: 'handed-over', short: false }, facts({ language }))).toContain(date);
  });

  it('has every event in every language, long and short', () => {
    const texts = MESSAGE_EVENTS.flatMap((event) =>
      LANGUAGES.flatMap((language) =>
        [true, false].map((short) =>
          composeMessage({ event, short }, facts({ language, question: 'Which browser?' })),
        ),
      ),
    );
    expect(new Set(texts).size).toBe(MESSAGE_EVENTS.length * LANGUAGES.length * 2);
    expect(texts.filter((text) => !text.includes('Mira Okafor'))).toEqual([]);
  });

  it('does not greet an address', () => {
    const ticket = aTicket({ requester: { id: '5', name: 'mira@harbor.test', email: 'mira@harbor.test' } });
    expect(composeMessage({ event: 'fixed', short: false }, facts({ ticket }))).toMatch(/^Hello,\n/);
  });
});

describe('the language of a ticket', () => {
  const language = (...texts: string[]) =>
    ticketLanguage({ subject: 'Export', messages: texts.map((text) => aMessage({ text })) });

  it.each([
    ['de', 'Guten Tag, seit heute Morgen kann ich mich nicht mehr anmelden, die Seite bleibt leer.'],
    ['fr', 'Bonjour, depuis ce matin je ne peux plus me connecter et la page reste blanche.'],
    ['es', 'Buenos días, desde esta mañana no puedo entrar y la página se queda en blanco.'],
    ['pt', 'Bom dia, desde hoje cedo não consigo entrar e a página fica em branco.'],
    ['ru', 'Добрый день, с утра я не могу войти в систему, страница остаётся пустой.'],
    ['en', 'Good morning, since today I cannot sign in and the page stays empty.'],
  ] as const)('is %s', (expected, text) => {
    expect(language(text)).toBe(expected);
  });

  it('is the one the customer wrote last in, a short thanks aside', () => {
    const german = 'Guten Tag, seit heute Morgen kann ich mich nicht mehr anmelden, die Seite bleibt leer.';
    const english =
      'My colleague wrote to you in German, but I am the one who is hit: please answer me in English.';
    expect(language(german, english)).toBe('en');
    expect(language(german, 'ok, thanks')).toBe('de');
  });

  it('is English where nobody can tell', () => {
    expect(ticketLanguage({ subject: '', messages: [] })).toBe('en');
  });
});

describe('the length a channel wants', () => {
  const lines = (...texts: string[]) => texts.map((text) => aMessage({ text }));

  it('is short for chats', () => {
    expect(isChat({ type: 'chat', messages: [] })).toBe(true);
    expect(isChat({ type: '', messages: lines('hi', 'it does not open', 'still nothing') })).toBe(true);
  });

  it('is long for letters, and for one short message', () => {
    expect(isChat({ type: 'Incident', messages: lines('It does not open.') })).toBe(false);
    expect(isChat({ type: '', messages: lines('a'.repeat(300), 'b'.repeat(400), 'ok') })).toBe(false);
  });
});
