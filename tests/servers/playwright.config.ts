import { defineConfig } from '@playwright/test';
import { playwrightSettings } from '../tools/playwright-settings';

/** Real Request Tracker and Redmine: one of each, so one test at a time. */
export default defineConfig({ ...playwrightSettings('servers'), workers: 1 });
