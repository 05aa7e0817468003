import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as z from 'zod/mini';
import { serveSearch } from '@/lib/knowledge/index/search-service';

/** The SharedWorker that all pages of the extension ask what is known. */
export default defineUnlistedScript(() => {
  z.config({ jitless: true });
  serveSearch(self);
});
