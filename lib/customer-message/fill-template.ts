import type { PLACEHOLDERS } from '@/lib/playbook/playbook';

type Placeholder = (typeof PLACEHOLDERS)[number];

/** What is known; empty or absent = missing. Values are text: braces inside them stay as they are. */
export type MessageValues = Partial<Readonly<Record<Placeholder, string>>>;

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;
/** The name a letter opens with: without it the greeting stays, with neither gap nor comma before the name. */
const ADDRESSED = /,?[ \u00A0]?\{customer\}/g;

/**
 * A draft of the playbook as the customer reads it. A sentence whose value is missing is left out, and a paragraph of
 * which nothing is left too: no customer ever sees braces or a gap.
 */
export function fillTemplate(template: string, values: MessageValues): string {
  const known = (name: string | undefined): string => values[name as Placeholder]?.trim() ?? '';
  const greeted = known('customer') ? template : template.replace(ADDRESSED, '');
  const lines = greeted.split('\n').map((line) =>
    toSentences(line)
      .filter((sentence) => [...sentence.matchAll(PLACEHOLDER)].every(([, name]) => known(name) !== ''))
      .join('')
      .replace(PLACEHOLDER, (_, name: string) => known(name))
      .trim(),
  );
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Sentences of one line, with the spaces behind them. A placeholder stands for a name: no sentence goes on before it. */
function toSentences(line: string): string[] {
  const named = line.replace(PLACEHOLDER, (whole) => 'X'.repeat(whole.length));
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(named);
  return Array.from(segments, ({ index, segment }) => line.slice(index, index + segment.length));
}
