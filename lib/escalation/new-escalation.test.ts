import { describe, expect, it } from 'vitest';
import { aMessage, aTicket } from '@/tests/factories';
import { EscalationSchema } from './escalation';
import { newEscalation } from './new-escalation';

describe('newEscalation', () => {
  it('has the same key in every browser, another one for another desk or ticket', async () => {
    const key = async (deskKey: string, ticketId: string) =>
      (await newEscalation(aTicket({ deskKey, ticketId }), 1)).issueKey;
    expect(await key('zammad https://a.test', '42')).toBe(await key('zammad https://a.test', '42'));
    expect(await key('zammad https://a.test', '42')).not.toBe(await key('zammad https://b.test', '42'));
    expect(await key('zammad https://a.test', '42')).not.toBe(await key('zammad https://a.test', '43'));
    expect(await key('zammad https://a.test', '42')).toMatch(/^baton[0-9a-f]{20}$/);
  });

  it('is prefilled from what the customer wrote, each value with its source', async () => {
    const text = [
      'Steps:',
      '1. Open Reports',
      '2. Choose Export',
      '',
      'Expected: a file with all rows',
      'Actual: it stops with E-4102',
      '',
      'We use Firefox 128 on Windows 11. Page https://app.example/reports?id=7.',
    ].join('\n');
    const { report } = await newEscalation(
      aTicket({
        messages: [aMessage({ role: 'agent', text: 'E-9999 https://agent.example' }), aMessage({ text })],
      }),
      1,
    );
    expect(report.steps).toEqual({ value: '1. Open Reports\n2. Choose Export', source: 'message 2' });
    expect(report.expected.value).toBe('a file with all rows');
    expect(report.actual.value).toBe('it stops with E-4102');
    expect(report.error).toEqual({ value: 'E-4102', source: 'message 2' });
    expect(report.where).toEqual({ value: 'https://app.example/reports?id=7', source: 'message 2' });
    expect(report.environment).toEqual({ value: 'Firefox 128, Windows 11', source: 'message 2' });
    expect(report.organizationId).toEqual({ value: 'hfl-2207', source: 'ticket' });
  });

  it('leaves a gap rather than guess', async () => {
    const { report } = await newEscalation(aTicket({ messages: [aMessage({ text: 'It is broken!' })] }), 1);
    expect(
      [report.where, report.error, report.steps, report.environment].map((field) => field.value),
    ).toEqual(['', '', '', '']);
  });

  it('fits its schema', async () => {
    expect(EscalationSchema.safeParse(await newEscalation(aTicket(), 1)).success).toBe(true);
  });
});
