import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { type Escalation, REPORT_FIELDS } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { KINDS } from '@/lib/playbook/playbook';
import { toMarkdown } from '@/lib/std/markdown';
import { aPart } from '@/tests/factories';
import { anEscalation, linksOf, toIssueInput } from '@/tests/issue-kit';
import { toIssue } from './to-issue';

const typed = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, source: '' }]));

const other = {
  key: 'd#2',
  number: '48219',
  url: 'https://desk.example/2',
  subject: 'Two signatures',
  organizationId: 'q',
  organization: 'Quarry & Sons',
  requester: 'dana@quarry.test',
  same: true,
  at: 1,
};

/** The body from its first heading on, or its head. */
const bodyOf = (value: Escalation) => toMarkdown(toIssue(toIssueInput(value)).body);
const headOf = (value: Escalation) => bodyOf(value).split('\n\n###')[0];
const sectionsOf = (value: Escalation) => bodyOf(value).slice((headOf(value)?.length ?? 0) + 2);

describe('the head', () => {
  it('says who the customer is, with importance and the desk’s record, and how many were counted', () => {
    const head = headOf(
      anEscalation(
        { organizationId: '77', part: 'Billing & Invoices' },
        {
          massness: 'several',
          ticket: {
            ...anEscalation({}).ticket,
            organization: 'Acme',
            organizationUrl: 'https://desk.example/#organization/profile/77',
          },
          details: typed({ importance: 'Enterprise, vip' }),
          counted: [
            other,
            { ...other, key: 'd#3', requester: 'noor@quarry.test' },
            { ...other, same: false },
          ],
        },
      ),
    );
    expect(head).toContain(
      '- **Hit** Several organizations: Two to four organizations · 3 requesters of 2 organizations\n' +
        '- **Customer** Acme (77), Enterprise, vip [record](https://desk.example/#organization/profile/77)\n' +
        '- **Part** Billing & invoices\n',
    );
  });

  it('makes no link of a record that is no web address', () => {
    const ticket = {
      ...anEscalation({}).ticket,
      organization: 'Acme',
      organizationUrl: 'javascript:alert(1)',
    };
    expect(headOf(anEscalation({}, { ticket }))).toContain('- **Customer** Acme\n');
  });

  it('gives the tracker the part’s queue and people its name', () => {
    const input = toIssueInput(anEscalation({ part: 'billing' }));
    const parts = [aPart({ id: 'billing', name: 'Billing', queue: 'PAY' })];
    const issue = toIssue({ ...input, playbook: { ...input.playbook, parts } });
    expect(issue.facts.part).toBe('PAY');
    expect(toMarkdown(issue.body)).toContain('- **Part** Billing\n');
  });
});

describe('every kind has its form', () => {
  it('a feature request shows reports and customers apart, and who asked for what', () => {
    const request = anEscalation(
      { title: 'Approve reports by two people', quote: 'Two signatures, please' },
      {
        kind: 'feature-request',
        ticket: { ...anEscalation({}).ticket, organization: 'Acme', subject: 'Approval by two' },
        counted: [other],
        details: typed({
          goal: 'Auditors want two signatures on each report.',
          revenue: '71 500 € a year',
          renewal: '2026-12-31',
          churnRisk: 'High',
          workaround: 'Print, sign, scan',
        }),
      },
    );
    expect(headOf(request)).toContain('- **Kind** Feature request');
    expect(sectionsOf(request)).toMatchInlineSnapshot(`
      "### What they want to achieve

      Auditors want two signatures on each report.

      ### In short

      - **Reports** 2
      - **Customers** 2
      - **Revenue** 71 500 € a year
      - **Renewal date** 2026-12-31
      - **Churn risk** High

      ### Workaround today

      Print, sign, scan

      ### Customer quote

      > Two signatures, please

      ### Who asked for what

      - Acme: Approval by two \`48211 https://desk.example/Ticket/Display.html?id=1\`
      - Quarry & Sons: Two signatures \`48219 https://desk.example/2\`
      "
    `);
  });

  it('a question is one question with its facts', () => {
    const asked = anEscalation(
      { title: 'Help!', where: '/imports', steps: 'typed before as a bug' },
      {
        kind: 'consultation',
        details: typed({ question: 'Is UTC in the column meant so?', facts: 'Since 5.4\nOnly route R12' }),
      },
    );
    const issue = toIssue(toIssueInput(asked));
    expect(issue.title).toBe('Is UTC in the column meant so?');
    expect(sectionsOf(asked)).toMatchInlineSnapshot(`
      "### The one question

      Is UTC in the column meant so?

      ### What is known

      Since 5.4  
      Only route \`R12\`
      "
    `);
  });

  it('the next tier gets what was done, what is open and the answers', () => {
    const given = {
      device: { ask: 'Browser or app?', answer: 'On the phone', quote: 'I tap the app @all', at: 1 },
      caps: { ask: 'Caps lock?', answer: 'Off', quote: '', at: 2 },
      open: { ask: 'Since when?', answer: ' ', quote: '', at: 3 },
    };
    const details = typed({
      done: 'Reset the password',
      unknown: 'Why eu-3 only',
      next: 'Look at the proxy',
    });
    const handed = anEscalation({ title: 'White page' }, { kind: 'tier-handoff', answers: given, details });
    const input = toIssueInput(handed);
    const body = toMarkdown(toIssue(input).body);
    expect(body.slice(body.indexOf('###'))).toMatchInlineSnapshot(`
      "### Done so far

      Reset the password

      ### Still unknown

      Why \`eu-3\` only

      ### Next steps

      Look at the proxy

      ### Key questions answered

      - Browser or app? On the phone (“I tap the app \`@all\`”)
      - Caps lock? Off
      "
    `);
    const bug = toMarkdown(toIssue({ ...input, escalation: { ...handed, kind: 'bug' } }).body);
    expect(bug.slice(bug.indexOf('###'))).toMatchInlineSnapshot(`
      "### Checked before

      - Browser or app? On the phone (“I tap the app \`@all\`”)
      - Caps lock? Off
      "
    `);
  });

  it('a critical one says four lines and what it still owes', () => {
    const critical = anEscalation(
      { title: 'Nobody can sign in', where: '/login', steps: 'Open /login' },
      { kind: 'critical', details: typed({ hit: 'Nordhain, 900 people', since: 'today 8:40' }) },
    );
    expect(bodyOf(critical)).toMatchInlineSnapshot(`
      "- **Severity** 3 · Hits work hard, bearable for a couple of days · high
      - **Where** \`/login\`
      - **Ticket** [48211](https://desk.example/Ticket/Display.html?id=1)
      - **Kind** Critical
      - **To be completed** part of the system, organization ID, importance, expected, actual, error, browser and system, customer quote

      ### In short

      - **Who is hit** Nordhain, 900 people
      - **Since when** today 8:40

      ### Steps

      1. Open /login
      "
    `);
  });

  it('recordings are addresses nobody can press by mistake', () => {
    const recordings = ['https://video.example/r/1', 'javascript:alert(1)'];
    const issue = toIssue(toIssueInput(anEscalation({}, { recordings })));
    expect(toMarkdown(issue.body)).toContain('### Recordings\n\n- `https://video.example/r/1`\n');
    expect(linksOf(issue.body)).toEqual(['https://desk.example/Ticket/Display.html?id=1']);
  });
});

describe('anything typed anywhere', () => {
  const fields = [...new Set(defaultPlaybook.templates.flatMap(({ fields }) => fields.map(({ id }) => id)))];
  const all = (value: string, kind: (typeof KINDS)[number]) =>
    anEscalation(Object.fromEntries([...REPORT_FIELDS, 'title' as const].map((field) => [field, value])), {
      kind,
      details: typed(Object.fromEntries(fields.map((id) => [id, value]))),
      recordings: [value],
      counted: [{ ...other, organization: value, subject: value, number: value, url: value }],
    });
  /** Text and code of the body: what a reader sees. */
  const wordsOf = (node: Nodes): string =>
    'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';

  it.each(KINDS)('emoji, combining marks and overrides reach the issue as text: %s', (kind) => {
    const value = 'Zażółć 👩‍👩‍👧‍👦 e\u0301 H\u0337\u0351i \u202Egpj.exe\u202C قمر 日本';
    const issue = toIssue(toIssueInput(all(value, kind)));
    const words = wordsOf(issue.body);
    const clean = 'Zażółć 👩‍👩‍👧‍👦 e\u0301 H\u0337\u0351i gpj.exe قمر 日本';
    const shown = defaultPlaybook.templates.find((it) => it.kind === kind)?.fields.length ?? 0;
    expect(words.split(clean).length - 1).toBeGreaterThanOrEqual(shown - 1);
    expect(words).not.toMatch(/[\u202A-\u202E]/);
    expect(issue.title).toBe(clean);
  });

  it('links only where the desk is, and keeps every word', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        ...[
          '@all',
          '#1',
          'http://evil.test/',
          '](x)',
          '[a](',
          '<b>',
          '\n',
          '\n\n',
          '`',
          '```',
          '#',
          '- ',
          '1. ',
          '> ',
        ],
        ...[
          '| ',
          '\\',
          '{{x}}',
          '[[y]]',
          '/close',
          '\u202E',
          '👩‍👩‍👧',
          'e\u0301',
          'word',
          ' ',
          '&lt;',
          '$1',
          '$&',
        ],
      ),
      maxLength: 25,
    });
    fc.assert(
      fc.property(hostile, fc.constantFrom(...KINDS), (value, kind) => {
        const body = toIssue(toIssueInput(all(value, kind))).body;
        expect(linksOf(body)).toEqual(['https://desk.example/Ticket/Display.html?id=1']);
        const typesOf = (node: Nodes): string[] => [
          node.type,
          ...('children' in node ? node.children.flatMap(typesOf) : []),
        ];
        expect(typesOf(body)).not.toContain('html');
        if (/word/.test(value)) expect(wordsOf(body)).toContain('word');
      }),
      { numRuns: 200 },
    );
  });
});
