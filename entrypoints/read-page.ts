import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenToPageRequests } from '@/lib/ticket/page-messages';
import { takeSnapshot } from '@/lib/ticket/page-snapshot';
import { anyPageDesk } from '@/lib/ticket/readers/page/desk';

/** Injected by the panel into pages that have no reader of their own: the page as it shows is read by who asked. */
export default defineUnlistedScript(() =>
  listenToPageRequests(window, { ...anyPageDesk, read: async () => null, snapshot: takeSnapshot }),
);
