import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod/mini';
import { nudgeIndex } from '@/lib/knowledge/index/update-index';
import { startKnowledgeSync } from '@/lib/knowledge/sync/sync';
import { registerHandlers } from '@/lib/messages/register-handlers';
import { startOutbox } from '@/lib/outbox/outbox';
import { startPlaybookLoading } from '@/lib/playbook-loading/load-playbook';
import { startMenus } from '@/lib/selection/menus';

export default defineBackground({
  main() {
    // Extension pages forbid eval, which zod would probe for.
    z.config({ jitless: true });
    registerHandlers();
    startMenus();
    startOutbox();
    void startPlaybookLoading();
    void startKnowledgeSync(nudgeIndex);
    // What a kill left waiting.
    nudgeIndex();
  },
});
