import { describe, expect, it } from 'vitest';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import closedExpected from './fixtures/servicenow-case-closed.expected.json';
import closed from './fixtures/servicenow-case-closed.json';
import incidentExpected from './fixtures/servicenow-incident.expected.json';
import incident from './fixtures/servicenow-incident.json';
import { serviceNow } from './servicenow';

const ID = '4b7c1d2e9f3a4056b8c7d6e5f4a3b2c1';
const TOKEN = '0a1b2c3d'.repeat(9);
type Row = Record<string, { value: string; display_value: string }>;
type Journal = { element: string; value: string }[];

describeReader({
  reader: serviceNow,
  cases: [
    { recorded: incident, expected: incidentExpected },
    { recorded: closed, expected: closedExpected },
  ],
  foreign: [
    // Other products with such an address and nothing of ServiceNow's in the page.
    {
      ...incident,
      url: `https://intranet.test/incident.do?sys_id=${ID}`,
      html: '<h1>Page</h1>',
      answers: {},
    },
    { ...incident, url: `https://orchard.service-now.com/sys_user.do?sys_id=${ID}` },
  ],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as Record<string, { result: unknown }>;
    const [record, journal] = Object.values(answers);
    if (!record || !journal) throw new Error('other answers than expected');
    const row = record.result as Row;
    const cell = (text: string) => ({ value: '', display_value: text });
    row.short_description = cell(subject);
    row.description = cell('');
    Object.defineProperty(row, fieldName, { value: { polluted: 'yes' }, enumerable: true });
    row[`u_${fieldName}`] = cell('yes');
    for (const [index, entry] of (journal.result as Journal).entries())
      entry.value = `[code]${index === 0 ? body : rest}[/code]`;
    return { ...recorded, answers };
  },
});

const page = (recorded: Recorded, fetch: (url: URL, init?: RequestInit) => Response) => ({
  ...toPage(recorded),
  fetch: async (input: RequestInfo | URL, init?: RequestInit) => fetch(new URL(String(input)), init),
});
const answerOf = (recorded: Recorded, url: URL) => {
  const path = decodeURIComponent(url.pathname + url.search).replaceAll('+', ' ');
  return path in recorded.answers
    ? jsonResponse(recorded.answers[path])
    : jsonResponse({ error: { message: 'No Record found' } }, { status: 404 });
};

describe('ServiceNow', () => {
  const target = `incident.do%3Fsys_id%3D${ID}`;
  it.each([
    [`/incident.do?sys_id=${ID}`, `incident/${ID}`],
    [`/incident.do?sysparm_view=ess&sys_id=${ID.toUpperCase()}&x=1`, `incident/${ID}`],
    [`/nav_to.do?uri=incident.do?sys_id=${ID}`, `incident/${ID}`],
    [`/nav_to.do?uri=incident.do?sysparm_stack=a&sys_id=${ID}`, `incident/${ID}`],
    [`/nav_to.do?uri=%2F${target}%26sysparm_view%3Dx`, `incident/${ID}`],
    [`/now/nav/ui/classic/params/target/${target}`, `incident/${ID}`],
    [`/now/nav/ui/classic/params/target/incident.do%253Fsys_id%253D${ID}`, `incident/${ID}`],
    [`/now/sow/record/incident/${ID}`, `incident/${ID}`],
    [`/now/workspace/agent/record/problem/${ID}`, `problem/${ID}`],
    [`/now/cwf/agent/record/sn_customerservice_case/${ID}/params/x`, `sn_customerservice_case/${ID}`],
    [`/now/cwf/agent/record/interaction/${'0'.repeat(32)}/sub/record/incident/${ID}`, `incident/${ID}`],
    [`/x_acme_desk_request.do?sys_id=${ID}`, `x_acme_desk_request/${ID}`],
    // A user opened inside the ticket is in front.
    [`/now/sow/record/incident/${'0'.repeat(32)}/sub/record/sys_user/${ID}`, undefined],
    [`/incident_list.do?sys_id=${ID}`, undefined],
    [`/sn_customerservice_case_list.do?sys_id=${ID}`, undefined],
    [`/sys_script.do?sys_id=${ID}`, undefined],
    ['/incident.do?sys_id=-1', undefined],
    [`/incident.do?sys_id=${ID}0`, undefined],
    [`/kb_view.do?uri=incident.do`, undefined],
    ['/now/nav/ui/classic/params/target/%E0%A4%A', undefined],
  ])('locates %s', (path, id) => {
    const url = new URL(path, 'https://orchard.service-now.com');
    expect(serviceNow.locate(url)?.ticketId).toBe(id);
    if (id) expect(serviceNow.matches.some((pattern) => pattern.test(url.href))).toBe(true);
  });

  it('takes the token from the page', async () => {
    const tokens = new Set<string | null>();
    const result = await serviceNow.read(
      page(incident, (url, init) => {
        tokens.add(new Headers(init?.headers).get('x-usertoken'));
        return answerOf(incident, url);
      }),
    );
    expect(result?.ok).toBe(true);
    expect([...tokens]).toEqual([TOKEN]);
  });

  it('takes the token that a refusal tells, once', async () => {
    const asked: (string | null)[] = [];
    const bare = { ...incident, html: '<div id="app"></div>' };
    const result = await serviceNow.read(
      page(bare, (url, init) => {
        const token = new Headers(init?.headers).get('x-usertoken');
        asked.push(token);
        return token === TOKEN
          ? answerOf(incident, url)
          : jsonResponse('', { status: 401, headers: { 'X-UserToken-Response': TOKEN } });
      }),
    );
    expect(result?.ok).toBe(true);
    expect(asked).toEqual([null, TOKEN, TOKEN, TOKEN, TOKEN]);
  });

  it('reads a long journal page by page', async () => {
    const offsets: string[] = [];
    const result = await serviceNow.read(
      page(incident, (url) => {
        if (!url.pathname.endsWith('/sys_journal_field')) return answerOf(incident, url);
        const offset = url.searchParams.get('sysparm_offset') ?? '';
        offsets.push(offset);
        const left = Math.min(500, 1_120 - Number(offset));
        const entry = (_: unknown, index: number) => ({
          sys_id: `j${Number(offset) + index}`,
          element: 'comments',
          value: 'Still there',
          sys_created_by: 'nina',
          sys_created_on: '2026-03-02 09:30:00',
        });
        return jsonResponse({ result: Array.from({ length: left }, entry) });
      }),
    );
    expect(offsets).toEqual(['0', '500', '1000']);
    expect(result?.ok && result.value.messages).toHaveLength(1_121);
  });

  it('names what the agent may not see and keeps the ticket', async () => {
    const [record] = Object.entries(incident.answers);
    const result = await serviceNow.read(
      page(incident, (url) => {
        const path = decodeURIComponent(url.pathname + url.search).replaceAll('+', ' ');
        return path === record?.[0] ? jsonResponse(record[1]) : jsonResponse('', { status: 403 });
      }),
    );
    expect(result?.ok && result.value.requester).toMatchObject({ name: 'Nina Ström', email: '' });
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual([
      'messages',
      'attachments',
      'people',
    ]);
  });
});

const SCRIPT = `<script>var g_ck = '${TOKEN}';</script>`;

function imitate(
  mood: { publishes?: boolean; customerQuotes?: boolean; cannotBeRead?: boolean; loggedOut?: boolean },
  { html = SCRIPT, canReadJournal = true } = {},
) {
  const journal: Journal = mood.customerQuotes ? [{ element: 'comments', value: note('').marker }] : [];
  const written: string[] = [];
  const sent: Headers[] = [];
  const shown = (name: string) => ({
    value: '',
    display_value: journal
      .filter(({ element }) => element === name)
      .map(({ value }) => value)
      .join('\n'),
  });
  const desk: Desk = {
    url: new URL('https://orchard.service-now.com/'),
    signal: new AbortController().signal,
    document: new DOMParser().parseFromString(html, 'text/html'),
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (mood.loggedOut) return jsonResponse('', { status: 401 });
      if (init?.method === 'PATCH') {
        expect(pathname).toBe(`/api/now/table/incident/${ID}`);
        const fields = JSON.parse(String(init.body)) as Record<string, string>;
        expect(Object.keys(fields)).toEqual(['work_notes']);
        written.push(fields.work_notes ?? '');
        sent.push(new Headers(init.headers));
        journal.push({ element: mood.publishes ? 'comments' : 'work_notes', value: fields.work_notes ?? '' });
        return jsonResponse({ result: { sys_id: ID } });
      }
      if (pathname.endsWith('/sys_journal_field'))
        return jsonResponse({ result: canReadJournal ? journal : [] });
      return jsonResponse({
        result: {
          sys_id: { value: ID, display_value: ID },
          work_notes: shown('work_notes'),
          comments: shown('comments'),
        },
      });
    },
  };
  return { desk, written, sent };
}

describeNotes({
  reader: serviceNow,
  ticketId: `incident/${ID}`,
  badIds: ['17', 'incident/17', `sys_user/${ID}`, `incident/${ID}/1`, `../${ID}`],
  imitate,
});

describe('ServiceNow notes', () => {
  it('carries the token, and HTML that no text can leave', async () => {
    const { desk, written, sent } = imitate({});
    await serviceNow.addNote?.({ ...note(`incident/${ID}`), text: 'a[/code]<img src=x>' }, desk);
    expect(sent[0]?.get('x-usertoken')).toBe(TOKEN);
    expect(written[0]).toMatch(/^\[code\][^[\]]*\[\/code\]$/);
    expect(written[0]).not.toContain('<img');
  });

  it('writes nothing without a token', async () => {
    const { desk, written } = imitate({}, { html: '' });
    expect(await serviceNow.addNote?.(note(`incident/${ID}`), desk)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden' },
    });
    expect(written).toHaveLength(0);
  });

  it('proves the note by the form where the journal may not be read', async () => {
    const { desk, written } = imitate({}, { canReadJournal: false });
    const add = () => serviceNow.addNote?.(note(`incident/${ID}`), desk);
    expect(await add()).toMatchObject({ ok: true, value: { existing: false } });
    expect(await add()).toMatchObject({ ok: true, value: { existing: true } });
    expect(written).toHaveLength(1);
  });
});

const cell = (value: string, display = value) => ({ value, display_value: display });
const hit = (sysId: string, state: string, active: string, more: Row = {}) => ({
  sys_id: cell(sysId),
  number: cell(`INC${sysId.slice(0, 3)}`),
  short_description: cell('Export is cut off'),
  state: cell(state, state === '2' ? 'In Progress' : 'Other'),
  active: cell(active),
  caller_id: cell('e'.repeat(32), 'Ali Demir'),
  sys_updated_on: cell('2026-03-01 08:00:00', '01.03.2026 09:00:00'),
  ...more,
});

describeSearch({
  reader: serviceNow,
  ticketId: `incident/${ID}`,
  deskUrl: 'https://orchard.service-now.com/',
  answers: {
    [`/api/now/table/incident?sysparm_query=active=true^sys_id!=${ID}^123TEXTQUERY321=export OR invoice&sysparm_fields=sys_id,number,short_description,state,active,caller_id,contact,consumer,requested_for,opened_for,account,company,sys_updated_on&sysparm_limit=50&sysparm_display_value=all&sysparm_exclude_reference_link=true`]:
      {
        result: [
          hit('1'.repeat(32), '2', 'true', { company: cell('f'.repeat(32), 'Elm Inc') }),
          hit(ID, '2', 'true'),
          hit('2'.repeat(32), '7', 'false'),
          hit('3'.repeat(32), '6', 'true'),
          hit('4'.repeat(32), '2', 'true'),
        ],
      },
    '/api/now/table/kb_knowledge?sysparm_query=workflow_state=published^123TEXTQUERY321=export OR invoice&sysparm_fields=sys_id,number,short_description,meta_description,sys_updated_on&sysparm_limit=20&sysparm_display_value=all&sysparm_exclude_reference_link=true':
      {
        result: [
          {
            sys_id: cell('5'.repeat(32)),
            number: cell('KB0000017'),
            short_description: cell('Limits of exports'),
            meta_description: cell('Up to which size reports can be exported.'),
            sys_updated_on: cell('2026-01-10 12:00:00'),
          },
        ],
      },
  },
  tickets: [
    {
      ticketId: `incident/${'1'.repeat(32)}`,
      number: 'INC111',
      url: `https://orchard.service-now.com/incident.do?sys_id=${'1'.repeat(32)}`,
      subject: 'Export is cut off',
      status: 'In Progress',
      requester: { id: 'e'.repeat(32), name: 'Ali Demir', email: '' },
      organization: {
        id: 'f'.repeat(32),
        name: 'Elm Inc',
        source: 'desk',
        url: `https://orchard.service-now.com/core_company.do?sys_id=${'f'.repeat(32)}`,
      },
      updatedAt: Date.UTC(2026, 2, 1, 8),
    },
    {
      ticketId: `incident/${'4'.repeat(32)}`,
      number: 'INC444',
      url: `https://orchard.service-now.com/incident.do?sys_id=${'4'.repeat(32)}`,
      subject: 'Export is cut off',
      status: 'In Progress',
      requester: { id: 'e'.repeat(32), name: 'Ali Demir', email: '' },
      organization: { id: 'e'.repeat(32), name: 'Ali Demir', source: 'requester', url: null },
      updatedAt: Date.UTC(2026, 2, 1, 8),
    },
  ],
  articles: [
    {
      id: '5'.repeat(32),
      title: 'Limits of exports',
      url: `https://orchard.service-now.com/kb_view.do?sys_kb_id=${'5'.repeat(32)}`,
      excerpt: 'Up to which size reports can be exported.',
      updatedAt: Date.UTC(2026, 0, 10, 12),
    },
  ],
});
