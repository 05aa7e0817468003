import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { MASSNESS } from '@/lib/playbook/playbook';
import { aMessage, aTicket } from '../../tests/factories';
import { customerTexts } from './customer-texts';
import { accuracy, confusionMatrix } from './fixtures/confusion';
import { furtherMassness } from './fixtures/further-examples';
import { type MassnessExample, massnessExamples } from './fixtures/massness-examples';
import { unseenMassness } from './fixtures/unseen';
import { findMassness } from './massness-words';

const of = (text: string) =>
  findMassness(customerTexts(aTicket({ subject: '', messages: [aMessage({ text })] })), defaultPlaybook);

function measure(name: string, examples: readonly MassnessExample[]): number {
  // Nothing said means nobody else is known to be hit: that is what counting begins with.
  const rows = examples.map(({ massness, text }) => ({
    wanted: massness,
    got: of(text)?.massness ?? 'isolated',
  }));
  const found = accuracy(rows);
  // biome-ignore lint/suspicious/noConsole: the matrix is what this test is for
  console.log(`${name}: ${(found * 100).toFixed(0)} % of ${rows.length}\n${confusionMatrix(rows, MASSNESS)}`);
  return found;
}

describe('words about how many are hit', () => {
  it('are understood in six languages', () => {
    expect(measure('Massness', massnessExamples)).toBeGreaterThan(0.9);
  });

  it('are mostly understood where no cue word was chosen by them', () => {
    expect(measure('Massness, further', furtherMassness)).toBeGreaterThan(0.8);
    expect(measure('Massness, unseen', unseenMassness)).toBeGreaterThan(0.8);
  });

  it('speak of the platform only where nothing narrows them', () => {
    expect(of('Nobody in claims can work like this.')?.massness).toBe('organization');
    expect(of('It broke on Friday. Nobody changed anything.')).toBeNull();
    expect(of('Nobody can log in.')).toEqual({ massness: 'everyone', quote: 'Nobody can log in' });
    expect(of('My colleague next to me sees the same conversation correctly.')?.massness).toBe('isolated');
  });
});
