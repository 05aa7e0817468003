import { describe, expect, it } from 'vitest';
import { defaultQuestionSets } from '@/lib/playbook/defaults/question-sets';
import { aMessage } from '@/tests/factories';
import { chooseQuestionSet } from './choose-set';
import paraphrases from './fixtures/symptoms.json';

/** Of 150 paraphrases. */
const FLOOR = 140;

const chosen = (text: string) =>
  chooseQuestionSet({ subject: '', messages: [aMessage({ text })] }, defaultQuestionSets)?.set.id ?? '';

describe('the symptom of a ticket', () => {
  it('is told from paraphrases in six languages', () => {
    const ids = defaultQuestionSets.map(({ id }) => id);
    const counts = new Map<string, number>();
    const missed: string[] = [];
    for (const { symptom, language, text } of paraphrases) {
      const got = chosen(text);
      counts.set(`${symptom} ${got}`, (counts.get(`${symptom} ${got}`) ?? 0) + 1);
      if (got !== symptom) missed.push(`${language} ${symptom} → ${got}: ${text}`);
    }
    const row = (name: string, cells: unknown[]) =>
      name.padEnd(12) + cells.map((cell) => `${cell}`.padStart(12)).join('');
    const matrix = [
      row('', ids),
      ...ids.map((id) =>
        row(
          id,
          ids.map((got) => counts.get(`${id} ${got}`) ?? '·'),
        ),
      ),
    ];
    const right = paraphrases.length - missed.length;
    // biome-ignore lint/suspicious/noConsole: the matrix is for people.
    console.log([...matrix, `${right} of ${paraphrases.length}`, ...missed].join('\n'));
    expect(right).toBeGreaterThanOrEqual(FLOOR);
  });
});
