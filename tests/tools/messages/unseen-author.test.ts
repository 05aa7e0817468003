import { describe, expect, it } from 'vitest';
import { customerTexts } from '@/lib/classification/customer-texts';
import { accuracy, confusionMatrix } from '@/lib/classification/fixtures/confusion';
import { proposeSeverity } from '@/lib/classification/propose-severity';
import { tellMassness } from '@/lib/classification/tell-massness';
import { chooseQuestionSet } from '@/lib/identification/choose-set';
import { SYMPTOM_LABELS } from '@/lib/identification/symptom-model';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { MASSNESS } from '@/lib/playbook/playbook';
import { aMessage, aTicket } from '../../factories';
import { KEPT_ASIDE, type Message, readMessages } from './read-messages';

const messages = readMessages().filter(({ author }) => author === KEPT_ASIDE);
const toldBy = ({ text }: Message) => aTicket({ subject: '', messages: [aMessage({ text })] });

function measure(
  name: string,
  chosen: readonly Message[],
  labels: readonly string[],
  tell: (message: Message) => string,
): number {
  const rows = chosen.map((message) => ({ wanted: message.label, got: tell(message) }));
  const found = accuracy(rows);
  console.log(
    `${name}: ${(100 * found).toFixed(1)} % of ${rows.length} in six languages\n${confusionMatrix(rows, labels)}`,
  );
  return found;
}

const level = (message: Message) => String(proposeSeverity(toldBy(message), defaultPlaybook)?.level ?? 0);

/** Floors are some points below what was reached; the weights never saw this author, and no rule was made by them. */
describe('messages of an author nobody learned from', () => {
  const severity = messages.filter(({ about }) => about === 'severity');
  const levels = ['0', '1', '2', '3', '4'];

  it('land on the card of the example they paraphrase', () => {
    const paraphrases = severity.filter(({ example }) => example !== '');
    expect(measure('Severity, eight examples', paraphrases, levels, level)).toBeGreaterThan(0.9);
  });

  it('about other subjects mostly land on their card', () => {
    const others = severity.filter(({ example, label }) => example === '' && label !== '0');
    expect(measure('Severity, other subjects', others, levels, level)).toBeGreaterThan(0.75);
  });

  it('without trouble mostly propose nothing', () => {
    const none = severity.filter(({ label }) => label === '0');
    expect(measure('Severity, no trouble', none, levels, level)).toBeGreaterThan(0.75);
  });

  it('tell how many are hit', () => {
    const massness = messages.filter(({ about }) => about === 'massness');
    const tell = (message: Message) =>
      tellMassness(customerTexts(toldBy(message)), defaultPlaybook)?.massness ?? 'none';
    expect(measure('Massness', massness, [...MASSNESS, 'none'], tell)).toBeGreaterThan(0.9);
  });

  it('get the questions of their symptom', () => {
    const symptoms = messages.filter(({ about }) => about === 'symptom');
    const tell = (message: Message) =>
      chooseQuestionSet(toldBy(message), defaultPlaybook.questionSets)?.set.id ?? 'general';
    expect(measure('Symptoms', symptoms, SYMPTOM_LABELS, tell)).toBeGreaterThan(0.88);
  });
});
