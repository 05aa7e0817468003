import { JSDOM } from 'jsdom';

const NAMES = [
  'Document',
  'DOMParser',
  'Element',
  'HTMLElement',
  'Node',
  'NodeFilter',
  'document',
  'window',
] as const;

/** The parts of a browser that readers rely on. Pages parsed with its `DOMParser` run no scripts and load nothing. */
export function installPageGlobals(): void {
  const { window } = new JSDOM('');
  for (const name of NAMES) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
}
