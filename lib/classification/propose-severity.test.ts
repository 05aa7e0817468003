import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aMessage, aTicket } from '../../tests/factories';
import { accuracy, confusionMatrix } from './fixtures/confusion';
import { furtherSeverity } from './fixtures/further-examples';
import { type SeverityExample, severityExamples } from './fixtures/severity-examples';
import { unseenSeverity } from './fixtures/unseen';
import { proposeSeverity } from './propose-severity';

const of = (text: string, subject = '') =>
  proposeSeverity(aTicket({ subject, messages: [aMessage({ text })] }), defaultPlaybook);

const LEVELS = [1, 2, 3, 4] as const;

function measure(name: string, examples: readonly SeverityExample[]): number {
  const rows = examples.map(({ level, text }) => ({ wanted: level, got: of(text)?.level ?? null }));
  const found = accuracy(rows);
  // biome-ignore lint/suspicious/noConsole: the matrix is what this test is for
  console.log(`${name}: ${(found * 100).toFixed(0)} % of ${rows.length}\n${confusionMatrix(rows, LEVELS)}`);
  return found;
}

describe('the level that is proposed', () => {
  it('is the card of the eight examples, told in other words and languages', () => {
    expect(measure('Severity, eight examples', severityExamples)).toBeGreaterThan(0.95);
  });

  it('is mostly right for other things customers write about', () => {
    expect(measure('Severity, further', furtherSeverity)).toBeGreaterThan(0.85);
  });

  it('is mostly right for words no cue word was chosen by', () => {
    expect(measure('Severity, eight examples, unseen', unseenSeverity)).toBeGreaterThan(0.8);
  });

  it('is not told by answers in the thread that say nothing about it', () => {
    const texts = [
      'The calendar is ugly.',
      'Light. On the big screen it is worse.',
      'Yes, in Chrome and in Firefox.',
    ];
    const messages = texts.map((text) => aMessage({ text }));
    expect(proposeSeverity(aTicket({ subject: 'Calendar', messages }), defaultPlaybook)).toMatchObject({
      level: 1,
    });
    const grave = [...messages, aMessage({ text: 'Now the system does not open at all.' })];
    expect(proposeSeverity(aTicket({ subject: 'Calendar', messages: grave }), defaultPlaybook)?.level).toBe(
      4,
    );
  });

  it.each([
    // The article's examples, word for word.
    ['The calendar looks ugly.', 1],
    ['It is inconvenient to select a period in the calendar.', 1],
    ['When saving settings, an error occasionally pops up, although the settings are saved.', 2],
    ['For ten cases of using the template, the layout flies once.', 2],
    ['Reports section does not work.', 3],
    ['The automation rule does not work.', 3],
    ['The system does not open.', 4],
    ['The system does not receive letters.', 4],
    ['The system opens, but the reports section does not load.', 3],
    ['The system opens.', null],
    ['There is no error and it does not crash.', null],
    ['Das System lässt sich öffnen, nur der Export geht nicht.', 3],
    ['Le système s’ouvre, mais les rapports ne se chargent pas.', 3],
    ['El sistema se abre, pero los informes no cargan.', 3],
    ['O sistema abre, mas os relatórios não carregam.', 3],
    ['Система открывается, но отчёты не загружаются.', 3],
    ['An error appears, although it saved.', 2],
    ['The export fails once in ten.', 2],
    ['The system does not open. Nobody can work.', 4],
    ['Thank you and have a nice day', null],
    ['', null],
  ])('weighs what is denied and what softens it: %s', (text, level) => {
    expect(of(text)?.level ?? null).toBe(level);
  });

  it('says why, in the customer’s words', () => {
    expect(of('Hello, we cannot open the application since Monday.')).toEqual({
      level: 4,
      quote: 'cannot open the application',
      why: 'not a part, all of it',
    });
    expect(of('Здравствуйте! Система не открывается.')?.quote).toBe('Система не открывается');
  });

  it('takes the gravest thing the customer said, wherever it stands, and nothing of what agents said', () => {
    const messages = [
      aMessage({ text: 'The calendar looks ugly.' }),
      aMessage({ role: 'agent', text: 'Can you say more? The system does not open for others.' }),
      aMessage({ text: 'The export does nothing either.' }),
      aMessage({ visibility: 'internal', text: 'The whole system does not open.' }),
    ];
    expect(proposeSeverity(aTicket({ subject: 'Calendar', messages }), defaultPlaybook)?.level).toBe(3);
  });

  it('knows the words a team added to its playbook', () => {
    const playbook = structuredClone(defaultPlaybook);
    const stops = playbook.severities.find(({ level }) => level === 4);
    stops?.words.push('Hall three dark');
    const ticket = aTicket({ subject: 'Hall three dark since noon', messages: [] });
    expect(proposeSeverity(ticket, defaultPlaybook)).toBeNull();
    expect(proposeSeverity(ticket, playbook)).toMatchObject({ level: 4, quote: 'Hall three dark' });
  });
});
