import { expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aReadyEscalation } from '@/tests/factories';
import { toChatText } from './chat-text';

const label = defaultPlaybook.severities.find(({ level }) => level === 4)?.label;

it('tells level, organization, massness and place in four lines', async () => {
  const escalation = await aReadyEscalation({ massness: 'several', owner: '' });
  expect(toChatText(escalation, 4, defaultPlaybook).split('\n')).toEqual([
    `Severity 4, ${label}: Export to CSV stops at 42 %`,
    'Organization: Harbor Freight Lines (hfl-2207)',
    'Hit: Several organizations',
    'Where: https://app.example/reports?id=7 · ticket #48213 https://desk.test/#ticket/zoom/7',
  ]);
});

it('names who speaks with the customer and when they hear next, behind the organization', async () => {
  const escalation = await aReadyEscalation({ owner: ' Ida\nSolberg ', nextUpdateOn: '2026-11-27' });
  const lines = toChatText(escalation, 4, defaultPlaybook).split('\n');
  expect(lines[1]).toBe(
    'Organization: Harbor Freight Lines (hfl-2207) · Ida Solberg answers for it, next word to them Fri 27 Nov',
  );
  expect(lines).toHaveLength(4);
});

it('links the issue once there is one, and stays at four lines whatever is written', async () => {
  const issue = { id: '1', key: 'APP-1', url: 'https://tracker.test/1', trackerId: 'redmine' };
  const base = await aReadyEscalation({ issue });
  const report = { ...base.report, title: { value: 'a\nb\u202E\n\nc', source: '' } };
  const lines = toChatText({ ...base, report }, 4, defaultPlaybook).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/: a b c$/);
  expect(lines[3]).toMatch(/APP-1 https:\/\/tracker\.test\/1$/);
});
