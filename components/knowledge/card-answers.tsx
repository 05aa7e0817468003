import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { QUESTION_WORDS } from '@/lib/knowledge/card-questions';
import { CARD_QUESTIONS, countAnswers, type FeatureCard } from '@/lib/knowledge/feature-card';

/** Longer answers are folded to three lines. */
const LONG = 160;

/** The questions of the handoff with engineering's answers, and what nobody answered yet. */
export function CardAnswers({ card }: { card: FeatureCard }) {
  const answered = CARD_QUESTIONS.filter((question) => card.answers[question].trim() !== '');
  const missing = CARD_QUESTIONS.filter((question) => !answered.includes(question));
  const links = card.links.filter(({ url }) => url !== '');
  return (
    <>
      <section>
        <SectionTitle remark={`${countAnswers(card)} of ${CARD_QUESTIONS.length}`}>Answered</SectionTitle>
        {answered.length > 0 ? (
          <Card>
            {answered.map((question) => (
              <div key={question} className="px-3 py-2">
                <h3 className="text-meta font-semibold text-ink-2">{QUESTION_WORDS[question]}</h3>
                <Answer text={card.answers[question]} />
              </div>
            ))}
          </Card>
        ) : null}
      </section>
      {links.length > 0 ? (
        <section>
          <SectionTitle>Recordings and links</SectionTitle>
          <ul>
            {links.map(({ label, url }) => (
              <li key={url}>
                <a
                  href={url}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="inline-flex min-h-6 items-center gap-1.5 font-semibold text-accent underline-offset-2 hover:underline"
                >
                  <bdi className="wrap-anywhere">{label || url}</bdi>
                  <ExternalLink size={13} className="shrink-0" aria-label="opens in a new tab" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {missing.length > 0 ? (
        <section>
          <SectionTitle remark="ask engineering">Not answered yet</SectionTitle>
          <ul className="list-disc space-y-0.5 ps-4 text-ink-3">
            {missing.map((question) => (
              <li key={question}>{QUESTION_WORDS[question]}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Answer({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const long = text.length > LONG || text.split('\n').length > 3;
  return (
    <>
      <p dir="auto" className={`whitespace-pre-wrap wrap-anywhere ${long && !open ? 'line-clamp-3' : ''}`}>
        {text}
      </p>
      {long ? (
        <TextButton className="text-meta" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Less' : 'More'}
        </TextButton>
      ) : null}
    </>
  );
}
