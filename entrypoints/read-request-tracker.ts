import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenToPageRequests } from '@/lib/ticket/page-messages';
import { requestTracker } from '@/lib/ticket/readers/request-tracker/request-tracker';

/** Injected by the panel into pages of this desk when it is needed. */
export default defineUnlistedScript(() => listenToPageRequests(window, requestTracker));
