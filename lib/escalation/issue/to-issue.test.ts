import { describe, expect, it } from 'vitest';
import { toMarkdown } from '@/lib/std/markdown';
import { withKey } from '@/lib/trackers/with-key';
import { anEscalation, ISSUE_KEY, linksOf, toIssueInput } from '@/tests/issue-kit';
import { toIssue } from './to-issue';

const check = (status: 'open' | 'done' | 'waived', note = '') => ({ status, note, at: null });

describe('toIssue', () => {
  it('puts everything in its fixed place', () => {
    const full = anEscalation(
      {
        title: '  Invoice PDF\nis blank ',
        part: 'billing',
        organizationId: '77',
        where: 'https://app.example/invoices/9?tab=pdf',
        steps: '1. Open the invoice\n2) Press *Export*\n\n- see https://app.example/x',
        expected: 'A page with lines',
        actual: 'A blank page\nin every browser\n\nSince Monday',
        error: '\nTypeError: x is ```undefined```\n  at #12\n',
        environment: 'Firefox 140',
        quote: '/close this @everyone\n\n> fixes #1',
      },
      {
        ticket: { ...anEscalation({}).ticket, organization: 'Acme' },
        massness: 'organization',
        loweredBecause: 'one office only',
        owner: ' Ida *Solberg*\n',
        nextUpdateOn: '2026-11-25',
        checks: {
          'own-words': check('done', 'Invoices cannot be printed since Monday.'),
          knowledge: check('done', 'searched “blank pdf”: nothing'),
          similar: check('waived', 'first of its kind'),
          tried: check('open', 'not yet'),
          collected: check('done'),
        },
      },
    );
    const issue = toIssue(toIssueInput(full, '2026-11-27', ['a`b.png', 'log #1.txt']));
    expect(issue.title).toBe('Invoice PDF is blank');
    expect(issue.facts).toEqual({
      severity: 3,
      priority: 'high',
      part: 'Billing & invoices',
      takenUpBy: '2026-11-27',
      ticketUrl: 'https://desk.example/Ticket/Display.html?id=1',
      ticketNumber: '48211',
    });
    expect(toMarkdown(withKey(issue.body, ISSUE_KEY))).toMatchInlineSnapshot(`
      "- **Severity** 3 · Hits work hard, bearable for a couple of days · high
      - **Hit** One organization: Two or more people of one organization
      - **Not raised because** one office only
      - **Customer** Acme (77)
      - **Part** Billing & invoices
      - **Where** \`https://app.example/invoices/9?tab=pdf\`
      - **Ticket** [48211](https://desk.example/Ticket/Display.html?id=1)
      - **Taken into work by** 2026-11-27
      - **Support owner** Ida \\*Solberg\\*
      - **Next word to the customer** 2026-11-25

      ### Problem

      Invoices cannot be printed since Monday.

      ### Steps

      1. Open the invoice
      2. Press \\*Export\\*
      3. see \`https://app.example/x\`

      ### Expected

      A page with lines

      ### Actual

      A blank page  
      in every browser

      Since Monday

      ### Error

      \`\`\`\`
      TypeError: x is \`\`\`undefined\`\`\`
        at #12
      \`\`\`\`

      ### Browser and system

      Firefox 140

      ### Customer quote

      > \`/close\` this \`@everyone\`
      >
      > \\> fixes \`#1\`

      ### Checked before

      - Knowledge base searched: searched “blank pdf”: nothing
      - Similar tickets searched: Waived: first of its kind
      - Collected what engineering needs: Done

      ### Attachments

      - \`\`a\`b.png\`\`
      - \`log #1.txt\`

      Baton key: \`baton0123456789abcdef0123\`
      "
    `);
    expect(linksOf(issue.body)).toEqual(['https://desk.example/Ticket/Display.html?id=1']);
  });

  it('tells what looked alike and is not the same, as inert text', () => {
    const verdict = {
      recordKey: 'c/1',
      key: 'APP-12',
      title: '@all **stop**',
      url: 'https://t.example/12',
      at: 1,
    };
    const evil = {
      ...verdict,
      recordKey: 'c/2',
      key: '',
      title: 'Old\n# article',
      url: 'javascript:alert(1)',
    };
    const issue = toIssue(toIssueInput(anEscalation({}, { verdicts: [verdict, evil] })));
    const markdown = toMarkdown(issue.body);
    expect(markdown).toContain(
      '- Looked alike, not the same: `APP-12` `@all` \\*\\*stop\\*\\* `https://t.example/12`\n',
    );
    expect(markdown).toContain('- Looked alike, not the same: Old # article\n');
    expect(markdown).not.toContain('javascript');
  });

  it('leaves out what is empty', () => {
    const issue = toIssue(toIssueInput(anEscalation({ title: 'x', steps: ' \n- \n' })));
    expect(toMarkdown(issue.body)).toBe(
      [
        '- **Severity** 3 · Hits work hard, bearable for a couple of days · high',
        '- **Ticket** [48211](https://desk.example/Ticket/Display.html?id=1)',
        '',
      ].join('\n'),
    );
  });

  it('says “at once” only when the playbook does', () => {
    const urgent = toIssue({ ...toIssueInput(anEscalation({})), severity: 4, priority: 'urgent' });
    expect(toMarkdown(urgent.body)).toContain('- **Taken into work** at once');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://a:b@desk.example/', ''])(
    'makes no link of the ticket address %j',
    (url) => {
      const ticket = { ...anEscalation({}).ticket, url };
      const issue = toIssue(toIssueInput(anEscalation({}, { ticket })));
      expect(linksOf(issue.body)).toEqual([]);
      expect(issue.facts.ticketUrl).toBe('');
    },
  );

  it('cuts the title at 200 characters as people count them', () => {
    const issue = toIssue(toIssueInput(anEscalation({ title: '👩‍👩‍👧‍👦'.repeat(300) })));
    expect([...new Intl.Segmenter().segment(issue.title)]).toHaveLength(200);
    expect(issue.title.endsWith('…')).toBe(true);
  });
});
