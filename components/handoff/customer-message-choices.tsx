import type { ReactNode } from 'react';
import { EVENT_LABELS } from '@/lib/customer-message/compose-message';
import { LANGUAGE_NAMES } from '@/lib/customer-message/ticket-language';
import { LANGUAGES, type Language } from '@/lib/language/language';
import { MESSAGE_EVENTS, type MessageEvent } from '@/lib/playbook/playbook';
import type { CustomerMessage } from './use-customer-message';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Select({ label, value, onChange, children }: SelectProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-7 min-w-0 flex-1 basis-24 rounded-md bg-card px-1.5 text-meta text-ink inset-ring-1 inset-ring-line-2 hover:inset-ring-control focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
    >
      {children}
    </select>
  );
}

/** Occasion, language and length; the text is written anew with each. */
export function CustomerMessageChoices({ message }: { message: CustomerMessage }) {
  const { event, language, short, choose } = message;
  return (
    <div className="flex flex-wrap gap-1.5">
      <Select label="Occasion" value={event} onChange={(it) => choose({ event: it as MessageEvent })}>
        {MESSAGE_EVENTS.map((it) => (
          <option key={it} value={it}>
            {EVENT_LABELS[it]}
          </option>
        ))}
      </Select>
      <Select label="Language" value={language} onChange={(it) => choose({ language: it as Language })}>
        {LANGUAGES.map((it) => (
          <option key={it} value={it} lang={it}>
            {LANGUAGE_NAMES[it]}
          </option>
        ))}
      </Select>
      <Select
        label="Length"
        value={short ? 'chat' : 'letter'}
        onChange={(it) => choose({ short: it === 'chat' })}
      >
        <option value="letter">As a letter</option>
        <option value="chat">As in a chat</option>
      </Select>
    </div>
  );
}
