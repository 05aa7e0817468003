import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenToPageRequests } from '@/lib/ticket/page-messages';
import { osTicket } from '@/lib/ticket/readers/osticket/osticket';

/** Injected by the panel into pages of this desk when it is needed. */
export default defineUnlistedScript(() => listenToPageRequests(window, osTicket));
