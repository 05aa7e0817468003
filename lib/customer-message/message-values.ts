import { Temporal } from 'temporal-polyfill';
import type { Escalation } from '@/lib/escalation/escalation';
import { partOf } from '@/lib/escalation/report/fields';
import { detectLanguage, type Language } from '@/lib/language/language';
import { toWords } from '@/lib/language/words';
import type { Part, Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import type { MessageValues } from './fill-template';

export interface MessageFacts {
  readonly escalation: Escalation;
  readonly ticket: Pick<Ticket, 'requester'>;
  readonly playbook: Playbook;
  readonly language: Language;
  /** Local date until which engineering takes it into work; null = at once. */
  readonly takenUpBy: string | null;
  /** Local date of today: what *at once* means. */
  readonly today: string;
  /** Empty when the agent has given no name. */
  readonly agent: string;
  /** What engineering wants to know; empty when it asks nothing. */
  readonly question: string;
}

/** Who takes it when the playbook does not say, ready to stand where a name stands. */
const BUILDERS: Readonly<Record<Language, string>> = {
  en: 'the team that builds this part',
  de: 'das Team, das diesen Bereich entwickelt',
  fr: 'l’équipe qui développe cette partie',
  es: 'el equipo que desarrolla esta parte',
  pt: 'a equipe que desenvolve essa parte',
  ru: 'команда, которая разрабатывает эту часть системы',
};

const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pt: 'pt-BR',
  ru: 'ru-RU',
};

/** `Friday 27 November` in the customer's language; in Russian without the weekday, whose case depends on the sentence. */
function formatCustomerDate(isoDate: string, language: Language): string {
  return Temporal.PlainDate.from(isoDate).toLocaleString(LOCALES[language], {
    ...(language === 'ru' ? {} : { weekday: 'long' }),
    day: 'numeric',
    month: 'long',
  });
}

/** A team writes its playbook in one language: what it says of its people fits into texts of that language alone. */
function playbookLanguage({ checklist, severities, messages }: Playbook): Language | null {
  const texts = [messages.tone, ...checklist.map(({ title, hint }) => `${title}. ${hint}`)];
  return detectLanguage(toWords([...texts, ...severities.map(({ label }) => label)].join('\n')));
}

function expertiseOf(part: Part | undefined, { playbook, language }: MessageFacts): string {
  const own = part?.expertise.trim() ?? '';
  return own && playbookLanguage(playbook) === language ? own : BUILDERS[language];
}

/** What the drafts may say of this escalation. Names of colleagues stand in it only where the playbook wants that. */
export function toMessageValues(facts: MessageFacts): MessageValues {
  const { escalation, ticket, playbook, language } = facts;
  const part = partOf(playbook, escalation);
  const { number, subject } = escalation.ticket;
  const customer = ticket.requester.name.trim();
  const { nextUpdateOn } = escalation;
  return {
    // Where a desk knows no name it shows the address instead.
    customer: customer.includes('@') ? '' : customer,
    number: number && `#${number}`,
    subject,
    agent: facts.agent,
    name: playbook.messages.namesColleagues ? (part?.administrator ?? '') : '',
    expertise: expertiseOf(part, facts),
    respondBy: nextUpdateOn ? formatCustomerDate(nextUpdateOn, language) : '',
    date: formatCustomerDate(facts.takenUpBy ?? facts.today, language),
    question: facts.question,
  };
}
