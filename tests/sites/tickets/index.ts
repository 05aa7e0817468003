import type { TicketScript } from '../desk-records';
import { accessTickets } from './access';
import { dailyWorkTickets } from './daily-work';
import { hostileTickets } from './hostile';
import { longThreadTickets } from './long-thread';
import { mailAndChatTickets } from './mail-and-chat';
import { personalTickets } from './personal';
import { reportTickets } from './reports';
import { unusualTickets } from './unusual';

export const ticketScripts: readonly TicketScript[] = [
  ...reportTickets,
  ...accessTickets,
  ...mailAndChatTickets,
  ...dailyWorkTickets,
  ...longThreadTickets,
  ...unusualTickets,
  ...hostileTickets,
  ...personalTickets,
];
