import { defineConfig } from '@playwright/test';
import { playwrightSettings } from '../tools/playwright-settings';

export default defineConfig({ ...playwrightSettings('firefox'), workers: 1 });
