import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    environment: 'jsdom',
    include: ['{lib,components,tests}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    // Leaving a core to others, as Vitest does, would take twice as long on two.
    maxWorkers: '100%',
    // Only what hangs fails: a loaded machine may be twenty times slower than a desk.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
