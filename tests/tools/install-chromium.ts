import { ensureChromium } from './chromium';

console.log(`Browser: ${ensureChromium()}`);
