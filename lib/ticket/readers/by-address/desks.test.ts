import { describe, expect, it } from 'vitest';
import { readTicket } from '@/lib/ticket/read-ticket';
import { readers } from '@/lib/ticket/readers';
import { byAddressDesks } from './desks';

const locate = (address: string) =>
  byAddressDesks.flatMap((desk) => {
    const url = new URL(address);
    const place = desk.matches.some((pattern) => pattern.test(url.href)) ? desk.locate(url) : null;
    return place ? [[desk.id, place.ticketId, place.basePath]] : [];
  });

const SITE = '6c0a8a5e-1111-4222-8333-944445555666';
const SESSION = 'session_0f0f0f0f-1111-4222-8333-944445555666';

describe('desks known by their address', () => {
  it.each([
    ['https://secure.helpscout.net/conversation/2455101234/9931/?folderId=5', 'help-scout', '2455101234'],
    ['https://secure.helpscout.net/conversation/2455101234', 'help-scout', '2455101234'],
    ['https://app.frontapp.com/open/cnv_1a2b3c4', 'front', 'cnv_1a2b3c4'],
    ['https://app.frontapp.com/inboxes/teams/folders/4411/unassigned/70012345', 'front', '70012345'],
    ['https://orchard.gorgias.com/app/ticket/501', 'gorgias', '501'],
    ['https://orchard.gorgias.com/app/views/77/501', 'gorgias', '501'],
    [
      'https://desk.zoho.eu/agent/orchard/support/tickets/details/55120000001234',
      'zoho-desk',
      '55120000001234',
    ],
    ['https://desk.zoho.com.au/agent/orchard/tickets/details/1#Tickets', 'zoho-desk', '1'],
    [
      'https://orchard.lightning.force.com/lightning/r/Case/5005g00000XyZabAAF/view',
      'salesforce',
      '5005g00000XyZabAAF',
    ],
    [
      'https://orchard--test.sandbox.lightning.force.com/lightning/r/5005g00000XyZab/view?x=1',
      'salesforce',
      '5005g00000XyZab',
    ],
    ['https://orchard.freshservice.com/a/tickets/902?current_tab=details', 'freshservice', '902'],
    ['https://secure.usedesk.ru/tickets/8800123', 'usedesk', '8800123'],
    ['https://orchard.kayako.com/agent/conversations/3301', 'kayako', '3301'],
    ['https://orchard.ladesk.com/agent/#Conversation;id=ab12cd34', 'liveagent', 'ab12cd34'],
    [
      'https://orchard.ladesk.com/agent/index.php?rnd=8#Conversation;tab=1;id=ab12cd34',
      'liveagent',
      'ab12cd34',
    ],
    [`https://app.crisp.chat/website/${SITE}/inbox/${SESSION}/`, 'crisp', SESSION],
    ['https://app.usepylon.com/issues/views/open?sort=1&issueNumber=41&x=2', 'pylon', '41'],
    ['https://app.trengo.com/tickets/661', 'trengo', '661'],
    ['https://app.plain.com/workspace/w_1/thread/th_01HABCDEFGH/', 'plain', 'th_01HABCDEFGH'],
    ['https://board.test/task/93', 'kanboard', '93'],
    ['https://board.test/project/4/task/93#comment-7', 'kanboard', '93'],
    ['https://board.test/?controller=TaskViewController&action=show&task_id=93', 'kanboard', '93'],
  ])('takes %s for a ticket', (address, id, ticketId) => {
    expect(locate(address)).toEqual([[id, ticketId, '']]);
  });

  it.each([
    ['https://intra.test/tools/kanboard/task/93', '/tools/kanboard'],
    ['https://intra.test/kb/project/4/task/93', '/kb'],
    ['http://intra.test/kb/?task_id=93&controller=TaskViewController&action=show', '/kb'],
    ['http://intra.test/kb/index.php?controller=TaskViewController&task_id=93&action=show', '/kb'],
  ])('finds where Kanboard lives in %s', (address, basePath) => {
    expect(locate(address)).toEqual([['kanboard', '93', basePath]]);
  });

  it.each([
    'https://secure.helpscout.net/mailbox/12/34',
    'https://secure.helpscout.net/conversation/12x/',
    'https://secure.helpscout.net/conversation/0',
    'https://secure.helpscout.net.evil.test/conversation/12',
    'https://secure.helpscout.net@evil.test/conversation/12',
    'http://secure.helpscout.net/conversation/12',
    'https://app.frontapp.com/inboxes/teams/folders/44110',
    'https://app.frontapp.com/inboxes/teams/views/44110',
    'https://app.frontapp.com/open/cnv_<script>',
    'https://app.frontapp.com/open/msg_1a2b',
    'https://orchard.gorgias.com/app/tickets/77',
    'https://orchard.gorgias.com/app/views/77',
    'https://orchard.gorgias.com/app/ticket/new',
    'https://a.b.gorgias.com/app/ticket/5',
    'https://desk.zoho.com/agent/orchard/support/tickets/list/all-cases',
    'https://desk.zoho.com/agent/orchard/support/contacts/details/55',
    'https://desk.zoho.evil.test/agent/orchard/support/tickets/details/55',
    'https://orchard.lightning.force.com/lightning/o/Case/list?filterName=Recent',
    'https://orchard.lightning.force.com/lightning/r/Account/0015g00000XyZabAAF/view',
    'https://orchard.lightning.force.com/lightning/r/Case/5005g00000XyZabAAF/edit',
    'https://orchard.lightning.force.com/lightning/r/Case/5005g/view',
    'https://orchard.freshservice.com/a/tickets/filters/all_tickets',
    'https://orchard.freshservice.com/a/tickets/902/edit.json'.replace('902/edit.json', '902.json'),
    'https://orchard.freshservice.com/a/changes/902',
    'https://secure.usedesk.ru/tickets',
    'https://secure.usedesk.ru/tickets/list/5',
    'https://orchard.kayako.com/agent/conversations/view/5',
    'https://orchard.kayako.com/agent/conversations/new',
    'https://orchard.kayako.com/conversations/5',
    'https://orchard.ladesk.com/agent/#Tickets;view=5',
    'https://orchard.ladesk.com/agent/#Conversation',
    'https://orchard.ladesk.com/#Conversation;id=ab',
    `https://app.crisp.chat/website/${SITE}/inbox/`,
    `https://app.crisp.chat/website/${SITE}/contacts/`,
    'https://app.usepylon.com/issues?view=5',
    'https://app.usepylon.com/issues?issueNumber=5x',
    'https://app.trengo.com/tickets',
    'https://app.plain.com/workspace/w_1/threads',
    'https://board.test/task/93/edit',
    'https://board.test/tasks/93',
    'https://board.test/task/0',
    'https://board.test/task/93abc',
    'https://board.test/board/4',
    'https://board.test/?controller=TaskEditController&action=edit&task_id=93',
    'https://board.test/?controller=TaskViewController&action=showing&task_id=93',
    `https://board.test/task/${'9'.repeat(400)}`,
  ])('leaves %s alone', (address) => {
    expect(locate(address)).toEqual([]);
  });

  it('answers at once whatever the address', () => {
    expect(locate(`https://board.test/${'a/'.repeat(200_000)}task/`)).toEqual([]);
    expect(locate(`https://orchard.ladesk.com/agent/#Conversation;${'a;'.repeat(200_000)}`)).toEqual([]);
    locate(`https://board.test/?${'controller=TaskViewController&action=show&'.repeat(20_000)}task_id=x`);
  });

  it.each(byAddressDesks.map((desk) => [desk.id, desk] as const))(
    'promises no more for %s than reading',
    (id, desk) => {
      expect(id).toMatch(/^[a-z][a-z-]*$/);
      expect(readers.filter((reader) => reader.id === id)).toHaveLength(1);
      expect(desk).toMatchObject({
        script: 'page',
        fromApi: [],
        writesNotes: false,
        findsSimilar: false,
        findsArticles: false,
      });
      for (const host of desk.hosts) expect(host).toMatch(/^https:\/\/(\*\.)?[a-z.]+\/\*$/);
    },
  );

  it('is asked before the generic reader, which reads under its name', async () => {
    expect(readers.at(-1)?.id).toBe('page');
    const url = new URL('https://secure.usedesk.ru/tickets/8800123');
    const html = '<h1>No code arrives</h1><p>Hello</p>';
    const result = await readTicket(url, async (script, { type }) => {
      expect([script, type]).toEqual(['page', 'snapshot']);
      return { ok: true, html, selection: '' };
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        desk: 'usedesk',
        deskKey: 'usedesk https://secure.usedesk.ru',
        ticketId: '8800123',
        number: '8800123',
        subject: 'No code arrives',
      },
    });
    const missing = result?.ok ? result.value.unread : [];
    expect(missing).toContainEqual({ field: 'status', reason: 'select text on the page to fill this' });
  });
});
