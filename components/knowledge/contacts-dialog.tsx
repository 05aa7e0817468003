import { ExternalLink, MessageCircle, Phone } from 'lucide-react';
import { Dialog } from '@/components/ui/dialog';
import type { Contact } from '@/lib/playbook/playbook';

const linkClass =
  'inline-flex min-h-6 items-center gap-1.5 font-semibold text-accent underline-offset-2 hover:underline';

function ContactCard({ contact }: { contact: Contact }) {
  const { name, role, when, hours, phone, chat, url } = contact;
  return (
    <li className="py-2.5 first:pt-0 last:pb-0">
      <p className="font-semibold">
        <bdi>{name}</bdi> <span className="font-normal text-ink-3">{role}</span>
      </p>
      <p className="text-ink-2">{when}</p>
      {hours ? <p className="text-meta text-ink-3">{hours}</p> : null}
      <p className="flex flex-wrap gap-x-4">
        {phone ? (
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={`${linkClass} tabular-nums`}>
            <Phone size={13} aria-hidden="true" /> <bdi>{phone}</bdi>
          </a>
        ) : null}
        {chat ? (
          <a href={chat} target="_blank" rel="noopener noreferrer" className={linkClass}>
            <MessageCircle size={13} aria-hidden="true" /> Chat
          </a>
        ) : null}
        {url ? (
          <a href={url} target="_blank" rel="noopener noreferrer" className={linkClass}>
            <ExternalLink size={13} aria-hidden="true" /> Open
          </a>
        ) : null}
      </p>
    </li>
  );
}

/** Whom to call when everything is down. Comes from the playbook alone, so it is there without a network. */
export function ContactsDialog({ contacts, onClose }: { contacts: readonly Contact[]; onClose: () => void }) {
  return (
    <Dialog title="Emergency contacts" onClose={onClose}>
      {contacts.length > 0 ? (
        <ul className="divide-y divide-line">
          {contacts.map((contact) => (
            <ContactCard key={`${contact.name} ${contact.role}`} contact={contact} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">
          Nobody is named yet. Whoever keeps your team’s playbook adds them under <code>contacts</code>: name,
          role, when to call, phone or chat. They show here without a network.
        </p>
      )}
    </Dialog>
  );
}
