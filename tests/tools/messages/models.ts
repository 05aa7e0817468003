import { customerTexts } from '@/lib/classification/customer-texts';
import { findMassness } from '@/lib/classification/massness-words';
import { sentencesOf, wordsOf } from '@/lib/classification/passages';
import { SEVERITY_LABELS, severityHints } from '@/lib/classification/severity-model';
import { findSignals } from '@/lib/classification/severity-signals';
import { MASSNESS_LABELS, massnessHints } from '@/lib/classification/tell-massness';
import { phrasedSet } from '@/lib/identification/choose-set';
import { SYMPTOM_LABELS } from '@/lib/identification/symptom-model';
import { toWords, type Word } from '@/lib/language/words';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aMessage, aTicket } from '../../factories';
import type { About } from './read-messages';

interface Model {
  readonly labels: readonly string[];
  /** Where its weights lie, from the root. */
  readonly file: string;
  /** Features kept. */
  readonly most: number;
  /** What the product hands to the model for this text. */
  readonly read: (text: string) => { words: Word[]; hints: string[] };
}

const toldBy = (text: string) => aTicket({ subject: '', messages: [aMessage({ text })] });

/** The three models with the words and hints they see in the product. */
export const MODELS: Readonly<Record<About, Model>> = {
  severity: {
    labels: SEVERITY_LABELS,
    file: 'lib/classification/weights/severity.json',
    most: 16_000,
    read: (text) => {
      const texts = customerTexts(toldBy(text));
      return { words: wordsOf(sentencesOf(texts)), hints: severityHints(texts.flatMap(findSignals)) };
    },
  },
  massness: {
    labels: MASSNESS_LABELS,
    file: 'lib/classification/weights/massness.json',
    most: 8_000,
    read: (text) => {
      const texts = customerTexts(toldBy(text));
      return {
        words: wordsOf(sentencesOf(texts)),
        hints: massnessHints(findMassness(texts, defaultPlaybook)),
      };
    },
  },
  symptom: {
    labels: SYMPTOM_LABELS,
    file: 'lib/identification/weights.json',
    most: 8_000,
    read: (text) => {
      const words = toWords(text);
      return { words, hints: [phrasedSet([words], defaultPlaybook.questionSets)?.set.id ?? 'general'] };
    },
  },
};
