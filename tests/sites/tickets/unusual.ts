import type { TicketScript } from '../desk-records';
import { drawErrorScreenshot, drawLogo } from '../screenshot';
import { agents, customers } from './people';

/** Forms that readers must survive: right-to-left, quoted HTML mail, files, and nothing at all. */
const quotedMail = `<div dir="ltr">
<p>Hello Noor,</p>
<p>yes, the second try worked, but the <b>invoice PDF</b> still shows the old address. I marked it in the picture:</p>
<p><img src="cid:invoice.png" alt="Invoice with the old address" width="480"></p>
<p>Steps: <a href="https://app.marlow.example/invoices">Invoices</a> &rarr; open any invoice of October &rarr; Download PDF.</p>
<ol><li>The page shows Lindenallee 4 (right).</li><li>The PDF shows Hafenweg 12 (old).</li></ol>
<p>Could you have a look?</p>
<div class="gmail_signature" data-smartmail="gmail_signature">-- <br>
Jost Winkelmann<br>Rights and Licences<br>Zwölfender Verlag, Lindenallee 4, 10115 Berlin<br>
Tel. +49 30 5550 118 &middot; Mobile +49 151 5550 9921<br>
<img src="cid:logo.png" alt="Zwölfender Verlag" width="48" height="48"></div>
<div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Nov at 16:20, Marlow Support &lt;support@marlow.example&gt; wrote:<br></div>
<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">
<p>Hello Jost, we have cleared the cache of the documents. Could you try once more?</p><p>Noor</p>
<p>-- <br>Marlow Support, +44 20 5550 0100</p>
<blockquote type="cite">
<div style="border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0"><p><b>From:</b> Jost Winkelmann &lt;winkelmann@zwoelfender.test&gt;<br>
<b>Sent:</b> Tuesday, November 3, 14:02<br><b>To:</b> Marlow Support &lt;support@marlow.example&gt;<br><b>Subject:</b> Old address on invoices</p></div>
<p>We moved in September and changed the address in the settings. The PDF of an invoice still shows the old one.</p>
</blockquote></blockquote></div></div>`;

const consoleLog = `[08:14:02] GET /api/boards/77 200 182ms
[08:14:03] GET /api/boards/77/cards?limit=500 200 2911ms
[08:14:09] PUT /api/cards/90412/position 409 Conflict
[08:14:09] Error: position_conflict E-5120 (card 90412, board 77)
    at moveCard (https://app.marlow.example/assets/board.8f1c.js:1:48211)
    at onDrop (https://app.marlow.example/assets/board.8f1c.js:1:50770)
[08:14:10] WebSocket closed 1006
`;

export const unusualTickets: readonly TicketScript[] = [
  {
    id: 13,
    number: '48247',
    title: 'لا يمكن طباعة بوليصة الشحن (خطأ E-3015)',
    requester: customers.yusuf,
    owner: agents.noor,
    state: 'open',
    tags: ['printing'],
    messages: [
      {
        by: customers.yusuf,
        ago: '3h',
        text: `السلام عليكم،

منذ صباح اليوم لا نستطيع طباعة بوليصة الشحن من الصفحة https://app.marlow.example/shipments/print. عند الضغط على زر «طباعة» تظهر رسالة «E-3015: القالب غير موجود». جربنا متصفحي Chrome و Edge على ثلاثة أجهزة.

لدينا 14 شحنة تنتظر في الميناء.

مع الشكر،
يوسف الحربي
+971 4 555 0136`,
      },
      {
        by: agents.noor,
        ago: '2h',
        text: 'وعليكم السلام أستاذ يوسف، شكراً على التفاصيل. هل تستخدمون القالب A6 أم A4؟',
      },
      { by: customers.yusuf, ago: '110m', text: 'نستخدم القالب A6 فقط. القالب A4 يعمل.' },
    ],
  },
  {
    id: 14,
    number: '48229',
    title: 'RE: AW: Old address on invoices',
    requester: customers.jost,
    owner: agents.noor,
    state: 'open',
    tags: ['invoices'],
    messages: [
      {
        by: customers.jost,
        ago: '22h',
        text: 'We moved in September and changed the address in the settings. The PDF of an invoice still shows the old one.',
      },
      {
        by: agents.noor,
        ago: '20h',
        html: '<p>Hello Jost, we have cleared the cache of the documents. Could you try once more?</p><p>Noor</p>',
      },
      {
        by: customers.jost,
        ago: '4h',
        html: quotedMail,
        cc: 'Herstellung <herstellung@zwoelfender.test>',
        files: [
          {
            filename: 'invoice.png',
            contentType: 'image/png',
            content: drawErrorScreenshot({
              address: 'invoice-2231.pdf',
              title: 'INVOICE 2231',
              lines: ['ZWOELFENDER VERLAG', 'HAFENWEG 12', '20457 HAMBURG'],
              button: 'PRINT',
            }),
          },
          { filename: 'logo.png', contentType: 'image/png', content: drawLogo('Z', [120, 70, 30]) },
        ],
      },
    ],
  },
  {
    id: 16,
    number: '48238',
    title: 'Cards jump back after dragging (files attached)',
    requester: customers.ruben,
    owner: agents.ida,
    state: 'open',
    tags: ['boards'],
    messages: [
      {
        by: customers.ruben,
        ago: '9h',
        text: `Hello,

on our workshop board cards jump back to the old column after I drag them. I saved what the console said and made a screenshot. My colleague's recording came as a strange file from his phone, I attach it as well.

https://app.marlow.example/boards/77, Vivaldi 7.6 on Windows 11

Ruben`,
        files: [
          {
            filename: 'board screenshot.png',
            contentType: 'image/png',
            content: drawErrorScreenshot({
              address: 'https://app.marlow.example/boards/77',
              title: 'COULD NOT MOVE',
              lines: ['CARD 90412', 'POSITION CONFLICT', 'ERROR E-5120'],
              button: 'RETRY',
            }),
          },
          { filename: 'console.log', contentType: 'text/plain', content: consoleLog },
          {
            filename: '../../CON.png.exe',
            contentType: 'image/png',
            content: 'MZ: this is no picture and no program, only a name that wants to be both.\n',
          },
        ],
      },
    ],
  },
  {
    id: 17,
    number: '48251',
    title: '',
    requester: customers.marcy,
    state: 'new',
    tags: [],
    messages: [{ by: customers.marcy, ago: '12m', text: '' }],
  },
];
