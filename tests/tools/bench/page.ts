import { type Remote, wrap } from 'comlink';
import type { Bench } from './worker';

declare global {
  interface Window {
    /** Ends the worker there was and starts a new one. */
    startBench: () => Remote<Bench>;
    bench: Remote<Bench>;
  }
}

let worker: Worker | undefined;

window.startBench = () => {
  worker?.terminate();
  worker = new Worker('/worker.js', { type: 'module' });
  window.bench = wrap<Bench>(worker);
  return window.bench;
};
