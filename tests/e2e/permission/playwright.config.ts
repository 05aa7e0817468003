import { defineConfig } from '@playwright/test';
import { playwrightSettings } from '../../tools/playwright-settings';

export default defineConfig({ ...playwrightSettings('permission'), workers: 1 });
