import 'fake-indexeddb/auto';
import '@testing-library/jest-dom/vitest';

if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/dom');
  // What is waited for may come late on a loaded machine; only what never comes fails.
  configure({ asyncUtilTimeout: 20_000 });
}
