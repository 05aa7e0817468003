import { defineConfig } from '@playwright/test';
import { playwrightSettings } from '../tools/playwright-settings';

export default defineConfig({
  ...playwrightSettings('e2e'),
  testIgnore: 'permission/**',
  // Most of a test is waiting for the ten seconds of undo: three share two cores well.
  workers: 3,
  fullyParallel: true,
});
