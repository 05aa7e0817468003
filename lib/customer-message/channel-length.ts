import type { Ticket } from '@/lib/ticket/ticket';

const CHATS = /chat|messenger|messaging|whatsapp|telegram|viber|sms|line|live/i;
/** From so many messages on their length tells a conversation from letters. */
const ENOUGH = 3;
/** Half of the messages are shorter than this: people are chatting. */
const SHORT = 160;

/** True where one or two sentences are what people expect: by the ticket's type, else by how long its messages are. */
export function isChat({ type, messages }: Pick<Ticket, 'type' | 'messages'>): boolean {
  if (CHATS.test(type)) return true;
  const lengths = messages
    .filter(({ visibility, role }) => visibility === 'public' && role !== 'system')
    .map(({ text }) => text.trim().length)
    .sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? SHORT;
  return lengths.length >= ENOUGH && middle < SHORT;
}
