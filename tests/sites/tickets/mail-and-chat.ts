import type { TicketScript } from '../desk-records';
import { agents, customers } from './people';

/** Broken characters at three organizations, and letters that do not arrive at one. */
export const mailAndChatTickets: readonly TicketScript[] = [
  {
    id: 5,
    number: '48234',
    title: 'Hieroglyphs instead of text in the chat',
    requester: customers.jost,
    owner: agents.tomas,
    state: 'open',
    tags: ['chat'],
    links: [{ type: 'normal', ticketId: 6 }],
    messages: [
      {
        by: customers.jost,
        ago: '7h',
        text: `Hello,

since yesterday afternoon the chat at https://app.marlow.example/chat shows me hieroglyphs: "GrÃ¼ÃŸe aus MÃ¼nchen" instead of what our author wrote. My colleague next to me sees the same conversation correctly. Opera 122, Windows 10.

Jost Winkelmann`,
      },
      {
        by: agents.tomas,
        ago: '6h',
        text: 'Hello Jost, thank you. Could you open the same chat in a private window, or in another browser, and tell me whether the signs are still wrong there?',
      },
      {
        by: customers.jost,
        ago: '5h',
        text: 'Private window: the same. In Firefox: the same. So it is not only Opera.',
      },
    ],
  },
  {
    id: 6,
    number: '48240',
    title: 'El chat muestra símbolos raros',
    requester: customers.ines,
    state: 'new',
    tags: ['chat'],
    messages: [
      {
        by: customers.ines,
        ago: '4h',
        type: 'web',
        text: 'Buenos días. En el chat con clientes vemos símbolos raros, hieroglyphs, donde antes había acentos: "ReuniÃ³n maÃ±ana". Nos pasa a las cuatro personas de ventas desde ayer por la tarde. Chrome 141.',
      },
    ],
  },
  {
    id: 7,
    number: '48241',
    title: 'Chat: garbled characters (文字化け) since yesterday',
    requester: customers.haruka,
    owner: agents.noor,
    state: 'open',
    tags: ['chat'],
    messages: [
      {
        by: customers.haruka,
        ago: '3h',
        text: `Dear support team,

in the chat, Japanese text is shown as hieroglyphs such as "ã“ã‚“ã«ã¡ã¯". New messages only; messages before yesterday 15:00 CET are fine. Everyone in our Osaka office sees it. Edge 141 on Windows 11.

Kind regards
Haruka Mori`,
      },
    ],
  },
  {
    id: 19,
    number: '48249',
    title: 'No letters arrive since 6 this morning',
    requester: customers.adaeze,
    owner: agents.ida,
    state: 'open',
    priority: '3 high',
    tags: ['mail'],
    messages: [
      {
        by: customers.adaeze,
        ago: '41m',
        text: `Hi,

claims@fennmoor.test has not received a single letter since 06:04 today. Normally there are about 60 an hour. Mail sent from my private address does not bounce, it is simply gone. Outgoing mail works. Our provider says they hand everything over to mx.marlow.example and get "250 accepted".

Nobody in claims can work like this.

Adaeze Obi, Operations`,
      },
      {
        by: agents.ida,
        ago: '33m',
        text: 'Hello Adaeze, I am on it now. Could you forward me the complete headers of one letter your provider handed over after 06:04?',
      },
      {
        by: customers.adaeze,
        ago: '28m',
        text: 'Attached. That one was accepted at 06:31.',
        files: [
          {
            filename: 'headers.txt',
            contentType: 'text/plain',
            content:
              'Received: from out7.postbote.example by mx.marlow.example; 06:31:07 +0000\r\nMessage-ID: <7f21c0.4410@postbote.example>\r\nTo: claims@fennmoor.test\r\nX-Queue: eu-2/stuck\r\n',
          },
        ],
      },
    ],
  },
];
