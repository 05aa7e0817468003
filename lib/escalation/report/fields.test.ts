import { describe, expect, it } from 'vitest';
import type { CountedTicket } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aPart, aReadyEscalation } from '@/tests/factories';
import { addressProblem, fieldValue, findDebt, inSentence, partOf, templateOf, toFieldPath } from './fields';

const counted = (facts: Partial<CountedTicket>): CountedTicket => ({
  key: `desk#${facts.number}`,
  number: '1',
  url: '',
  subject: '',
  organizationId: '',
  organization: '',
  requester: '',
  same: true,
  at: 1,
  ...facts,
});

describe('templateOf', () => {
  it.each(['bug', 'feature-request', 'consultation', 'tier-handoff', 'critical'] as const)('%s', (kind) => {
    expect(templateOf(defaultPlaybook, { kind }).kind).toBe(kind);
  });

  it('takes the first where the playbook has none for the kind', () => {
    const playbook = { ...defaultPlaybook, templates: defaultPlaybook.templates.slice(0, 1) };
    expect(templateOf(playbook, { kind: 'critical' }).kind).toBe('bug');
  });

  it('asks four things at once of a critical escalation, and one question of a consultation', () => {
    const required = (kind: 'critical' | 'consultation') =>
      templateOf(defaultPlaybook, { kind })
        .fields.filter((field) => field.required)
        .map(({ id }) => id);
    expect(required('critical')).toEqual(['title', 'hit', 'since', 'where']);
    expect(required('consultation')).toEqual(['question', 'facts']);
  });
});

describe('fieldValue', () => {
  it('keeps a field of the report there and any other among the details', () => {
    expect(toFieldPath('steps')).toBe('report.steps');
    expect(toFieldPath('title')).toBe('report.title');
    expect(toFieldPath('goal')).toBe('details.goal');
    expect(toFieldPath('constructor')).toBe('details.constructor');
  });

  it('never takes what every object has for a value', async () => {
    expect(fieldValue(await aReadyEscalation(), 'constructor')).toEqual({ value: '', source: '' });
  });

  it('counts reports and customers apart until the agent types another number', async () => {
    const others = [
      counted({ number: '2', organization: 'Quarry', organizationId: 'q', requester: 'a@q.test' }),
      counted({ number: '3', organization: 'Quarry', organizationId: 'q', requester: 'b@q.test' }),
      counted({ number: '4', organization: 'Bluefin', requester: 'c@b.test', same: false }),
    ];
    const escalation = await aReadyEscalation({ counted: others });
    expect(fieldValue(escalation, 'reports')).toEqual({ value: '3', source: 'count' });
    expect(fieldValue(escalation, 'customers').value).toBe('2');
    expect(fieldValue(escalation, 'hit').value).toBe('Harbor Freight Lines, 3 requesters of 2 organizations');
    const typed = { ...escalation, details: { reports: { value: '', source: '' } } };
    expect(fieldValue(typed, 'reports').value).toBe('');
  });
});

describe('partOf', () => {
  it('finds the part by id or name, however it is written', async () => {
    const playbook = { ...defaultPlaybook, parts: [aPart({ id: 'billing', name: 'Billing & invoices' })] };
    const { report } = await aReadyEscalation();
    const named = (value: string) =>
      partOf(playbook, { report: { ...report, part: { value, source: '' } } })?.id;
    expect([named('billing'), named(' billing & INVOICES '), named('Reports'), named('')]).toEqual([
      'billing',
      'billing',
      undefined,
      undefined,
    ]);
  });
});

describe('addressProblem', () => {
  it.each([
    ...['', 'https://app.test/reports?id=7', 'http://localhost:3000/', '/reports/12?tab=a', '/'],
    ...['app.marlow.test/reports', 'www.marlow.test', ' https://app.test '],
  ])('takes %j', (value) => expect(addressProblem(value)).toBe(''));

  it.each([
    ...['javascript:alert(1)', 'file:///etc/passwd', 'the reports page', 'reports', 'htp:/x', '//evil.test'],
    ...['https://a:b@app.test/', 'https://', '/two words', 'mailto:a@b.test', '\u202Ehttps'],
  ])('says what is wrong with %j', (value) => expect(addressProblem(value)).toMatch(/^Not a web address/));
});

describe('inSentence', () => {
  it.each([
    ['Steps', 'steps'],
    ['URL', 'URL'],
    ['Что сломалось', 'что сломалось'],
    ['', ''],
  ])('%j becomes %j', (label, words) => expect(inSentence(label)).toBe(words));
});

describe('findDebt', () => {
  it('is what a critical escalation still owes, and nothing for the others', async () => {
    const critical = await aReadyEscalation({ kind: 'critical' });
    const ids = findDebt(critical, defaultPlaybook).map(({ id }) => id);
    expect(ids).toContain('environment');
    expect(ids).not.toContain('steps');
    expect(findDebt(await aReadyEscalation(), defaultPlaybook)).toEqual([]);
  });
});
