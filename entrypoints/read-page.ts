import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenToPageRequests } from '@/lib/ticket/page-messages';
import { anyPage } from '@/lib/ticket/readers/any-page/any-page';

/** Injected by the panel into pages of this desk when it is needed. */
export default defineUnlistedScript(() => listenToPageRequests(window, anyPage));
