import type { Nodes } from 'mdast';
import { type Escalation, REPORT_FIELDS, type ReportField } from '@/lib/escalation/escalation';
import type { IssueInput } from '@/lib/escalation/issue/to-issue';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aPart } from '@/tests/factories';

export const ISSUE_KEY = 'baton0123456789abcdef0123';

/** An escalation with these words in its report and nothing else. */
export function anEscalation(report: Partial<Record<ReportField, string>>, more: Partial<Escalation> = {}) {
  const values = [...REPORT_FIELDS, 'title' as const].map((field) => [
    field,
    { value: report[field] ?? '', source: '' },
  ]);
  return {
    id: 't/1',
    ticketKey: 't',
    ordinal: 1,
    issueKey: ISSUE_KEY,
    state: 'ready',
    ticket: {
      desk: 'rt',
      deskKey: 'rt|https://desk.example',
      ticketId: '1',
      number: '48211',
      url: 'https://desk.example/Ticket/Display.html?id=1',
      subject: 'Help!',
      requester: 'Anna',
      organization: '',
    },
    checks: {},
    massness: null,
    severity: null,
    loweredBecause: '',
    report: Object.fromEntries(values) as Escalation['report'],
    fileIds: [],
    noteOnTicket: true,
    issue: null,
    unconfirmed: false,
    takenUpBy: null,
    stage: null,
    history: [],
    createdAt: 0,
    updatedAt: 0,
    handedOffAt: null,
    ...more,
  } satisfies Escalation;
}

export const toIssueInput = (
  value: Escalation,
  takenUpBy: string | null = null,
  fileNames: string[] = [],
): IssueInput => ({
  escalation: value,
  playbook: { ...defaultPlaybook, parts: [aPart({ id: 'billing', name: 'Billing & invoices' })] },
  severity: 3,
  priority: 'high',
  takenUpBy,
  fileNames,
});
/** Addresses a reader of the body can press. */
export const linksOf = (node: Nodes): string[] => [
  ...(node.type === 'link' ? [node.url] : []),
  ...('children' in node ? node.children.flatMap(linksOf) : []),
];
