import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenToPageRequests } from '@/lib/ticket/page-messages';
import { jiraServiceManagement } from '@/lib/ticket/readers/jira-service-management/jira-service-management';

/** Injected by the panel into pages of this desk when it is needed. */
export default defineUnlistedScript(() => listenToPageRequests(window, jiraServiceManagement));
