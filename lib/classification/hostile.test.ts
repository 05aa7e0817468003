import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aMessage, aReadyEscalation, aTicket } from '../../tests/factories';
import { countMassness } from './count-massness';
import { proposeSeverity } from './propose-severity';
import { findContradiction } from './second-look';

const escalation = await aReadyEscalation();

function readAll(ticket = aTicket()) {
  const severity = proposeSeverity(ticket, defaultPlaybook);
  return {
    severity,
    massness: countMassness(escalation, ticket, defaultPlaybook),
    contradiction: findContradiction(ticket, 2),
  };
}

describe('hostile tickets', () => {
  it('never make it throw: bidi overrides, emoji, combining marks, lone surrogates, anything', () => {
    const nasty = fc.constantFrom(
      '\u202Eton seod ti\u202C',
      '🧨👩‍👩‍👧',
      'e\u0301\u0301\u0301',
      '\uD800',
      '*',
      '…!?;',
      '\0',
      "n'",
      'l’',
    );
    const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.constant('cannot open ')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (subject, body) => {
        readAll(aTicket({ subject: subject.join(''), messages: [aMessage({ text: body.join(' ') })] }));
      }),
      { numRuns: 150, seed: 2026 },
    );
  });

  it('finds the words between overrides and emoji', () => {
    const { severity } = readAll(
      aTicket({ subject: '🔥🔥🔥', messages: [aMessage({ text: '🔥 The system\u202E does not open 🔥' })] }),
    );
    expect(severity?.level).toBe(4);
  });

  it('reads a thread of 300 messages in three languages, each in its own', () => {
    const told = [
      'Hello, the calendar looks a bit ugly on the screen, and the colours are too pale for my eyes. Thank you very much.',
      'Guten Tag, die Auswahl im Kalender ist für uns alle ein wenig umständlich, aber wir kommen zurecht. Vielen Dank.',
      'Здравствуйте, оформление календаря нам не очень нравится, шрифт слишком мелкий для экрана. Спасибо за помощь.',
    ];
    const messages = Array.from({ length: 300 }, (_, at) =>
      aMessage({ id: `${at}`, text: told[at % 3] ?? '' }),
    );
    const long = aTicket({ subject: 'Kalender', messages });
    expect(readAll(long).severity?.level).toBe(1);
    const grave = messages.with(40, aMessage({ text: `${told[2]} Система не открывается.` }));
    expect(readAll({ ...long, messages: grave }).severity).toMatchObject({ level: 4 });
  });

  it('is not held up by a megabyte without an end', () => {
    const messages = [aMessage({ text: 'not '.repeat(50_000) }), aMessage({ text: 'a'.repeat(200_000) })];
    expect(readAll(aTicket({ subject: 'Hello', messages })).severity).toBeNull();
  });
});
