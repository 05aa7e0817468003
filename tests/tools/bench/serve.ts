import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

export interface BenchSite {
  readonly url: string;
  close(): void;
}

/** Bundles page and worker as the product's are, and serves them on this machine. */
export async function serveBench(): Promise<BenchSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': path.resolve(import.meta.dirname, '../../..') } },
    build: {
      target: 'esnext',
      // Its loader asks for a document, which a worker has not.
      modulePreload: false,
      outDir: folder,
      rolldownOptions: {
        input: {
          page: path.join(import.meta.dirname, 'page.ts'),
          worker: path.join(import.meta.dirname, 'worker.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const server = createServer((request, response) => {
    // Isolated, a worker's clock shows microseconds instead of tenths of a millisecond.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (name === '/') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>bench</title><script type="module" src="/page.js"></script>');
      return;
    }
    try {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(path.join(folder, path.normalize(name))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
