import { defineContentScript } from 'wxt/utils/define-content-script';
import * as z from 'zod/mini';
import { listenToPageRequests } from '@/lib/ticket/page-messages';

/** Injected by the panel when it is needed. No `matches`: they would become host permissions in the manifest. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    z.config({ jitless: true });
    listenToPageRequests(window);
  },
});
