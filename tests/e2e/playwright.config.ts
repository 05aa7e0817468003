import { defineConfig } from '@playwright/test';
import { playwrightSettings } from '../tools/playwright-settings';

export default defineConfig({
  ...playwrightSettings('e2e'),
  testIgnore: 'permission/**',
  workers: 2,
  fullyParallel: true,
});
