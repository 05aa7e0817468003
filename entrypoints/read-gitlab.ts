import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenToPageRequests } from '@/lib/ticket/page-messages';
import { gitlab } from '@/lib/ticket/readers/gitlab/gitlab';

/** Injected by the panel into pages of this desk when it is needed. */
export default defineUnlistedScript(() => listenToPageRequests(window, gitlab));
