import type { RegisteredDesk } from '@/lib/ticket/ticket-reader';
import { byAddressDesks } from './by-address/desks';
import { chatwootDesk } from './chatwoot/desk';
import { freeScoutDesk } from './freescout/desk';
import { freshdeskDesk } from './freshdesk/desk';
import { githubDesk } from './github/desk';
import { gitlabDesk } from './gitlab/desk';
import { glpiDesk } from './glpi/desk';
import { hubSpotDesk } from './hubspot/desk';
import { intercomDesk } from './intercom/desk';
import { jiraServiceManagementDesk } from './jira-service-management/desk';
import { osTicketDesk } from './osticket/desk';
import { anyPageDesk } from './page/desk';
import { requestTrackerDesk } from './request-tracker/desk';
import { serviceNowDesk } from './servicenow/desk';
import { uvdeskDesk } from './uvdesk/desk';
import { zammadDesk } from './zammad/desk';
import { zendeskDesk } from './zendesk/desk';
import { znunyDesk } from './znuny/desk';

/**
 * In the order in which they are asked: products first, the generic reader last. Descriptors only: the reading code of
 * each lies in its page script (`entrypoints/read-<id>.ts`), so that neither panel nor page carries all of them.
 */
export const readers: readonly RegisteredDesk[] = [
  { ...requestTrackerDesk, loadAddNote: () => import('./request-tracker/add-note') },
  zammadDesk,
  hubSpotDesk,
  intercomDesk,
  serviceNowDesk,
  jiraServiceManagementDesk,
  gitlabDesk,
  githubDesk,
  zendeskDesk,
  freshdeskDesk,
  chatwootDesk,
  glpiDesk,
  uvdeskDesk,
  freeScoutDesk,
  osTicketDesk,
  znunyDesk,
  ...byAddressDesks,
  anyPageDesk,
];

export const readerById = (id: string): RegisteredDesk | undefined =>
  readers.find((reader) => reader.id === id);
