import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from './clock';
import { createFaultQueue, type Fault, type FaultQueue } from './faults';

/** What the client sent, read completely. */
export interface SiteRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
}

export interface SiteReply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface SeenRequest {
  method: string;
  path: string;
}

export interface SiteServer {
  /** `http://localhost:PORT`; the port stays the same over stop and start. */
  readonly url: string;
  readonly requests: SeenRequest[];
  failNext(fault: Fault): void;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const hugeLength = 10 * 1024 * 1024;

/** A server on loopback with a log of requests and faults in front of its handler. */
export async function startSiteServer(options: {
  handle: (request: SiteRequest) => SiteReply;
  clock: Clock;
  host?: string | undefined;
  port?: number | undefined;
}): Promise<SiteServer> {
  const { handle, clock, host = '127.0.0.1' } = options;
  const faults = createFaultQueue();
  const requests: SeenRequest[] = [];
  let port = options.port ?? 0;
  let server: Server | undefined;

  const start = async () => {
    if (server) return;
    const next = createServer((message, response) => {
      answer(message, response, { handle, clock, faults, requests }).catch((error: unknown) => {
        response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end(String(error));
      });
    });
    await new Promise<void>((resolve, reject) => {
      next.once('error', reject);
      next.listen(port, host, resolve);
    });
    port = (next.address() as AddressInfo).port;
    server = next;
  };
  const stop = async () => {
    const current = server;
    server = undefined;
    if (!current) return;
    const closed = new Promise<void>((resolve) => current.close(() => resolve()));
    // Hanging answers and kept-alive sockets would hold close() back for minutes.
    current.closeAllConnections();
    await closed;
  };

  await start();
  return { url: `http://localhost:${port}`, requests, failNext: faults.add, start, stop };
}

interface Site {
  handle: (request: SiteRequest) => SiteReply;
  clock: Clock;
  faults: FaultQueue;
  requests: SeenRequest[];
}

async function answer(message: IncomingMessage, response: ServerResponse, site: Site) {
  const method = (message.method ?? 'GET').toUpperCase();
  const target = message.url ?? '/';
  site.requests.push({ method, path: target });
  const fault = site.faults.take(method, target);
  if (fault?.kind === 'drop-before') {
    message.socket.destroy();
    return;
  }
  const body = await readBody(message);
  if (fault?.kind === 'hang') return;
  const early = fault && replyInFront(fault);
  if (early) {
    send(response, early, site.clock);
    return;
  }
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  const reply = site.handle(toSiteRequest(message, method, target, body));
  if (fault?.kind === 'drop-after') {
    message.socket.destroy();
    return;
  }
  send(response, fault?.kind === 'truncate' ? cutInHalf(reply) : reply, site.clock);
}

function replyInFront(fault: Fault): SiteReply | undefined {
  switch (fault.kind) {
    case 'status': {
      const { status, body = '', headers = {}, html = false } = fault;
      if (typeof body !== 'string') return jsonReply(status, body, headers);
      const type = html ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
      return { status, headers: { 'Content-Type': type, ...headers }, body };
    }
    case 'html200':
      return htmlReply(200, fault.body ?? '<!doctype html><title>Sign in</title><h1>Sign in</h1>');
    case 'empty':
      return { status: 200 };
    case 'huge':
      return jsonReply(200, { padding: 'x'.repeat(hugeLength) });
    default:
      return undefined;
  }
}

function cutInHalf(reply: SiteReply): SiteReply {
  const body = Buffer.from(reply.body ?? '');
  return { ...reply, body: body.subarray(0, Math.floor(body.length / 2)) };
}

function toSiteRequest(message: IncomingMessage, method: string, target: string, body: Buffer): SiteRequest {
  const url = new URL(target, 'http://localhost');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { method, path: url.pathname, query: url.searchParams, headers, body };
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, reply: SiteReply, clock: Clock) {
  if (response.destroyed) return;
  const body = Buffer.from(reply.body ?? '');
  response.writeHead(reply.status, {
    Date: clock.now().toUTCString(),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...(reply.status === 204 ? {} : { 'Content-Length': String(body.length) }),
    ...reply.headers,
  });
  response.end(reply.status === 204 ? undefined : body);
}

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): SiteReply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function htmlReply(status: number, body: string, headers: Record<string, string> = {}): SiteReply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body };
}

/** A file for saving: the plain name is cut to safe characters, the real one goes encoded. */
export function fileReply(file: { name: string; type: string; bytes: Buffer }): SiteReply {
  const plain = file.name.replace(/[^\w. -]+/g, '_');
  const inline = /^image\/(png|jpeg|gif)$/.test(file.type) ? 'inline' : 'attachment';
  return {
    status: 200,
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${inline}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
    body: file.bytes,
  };
}

/** Null where the body is no JSON object, so that each site can answer in its own words. */
export function readJsonObject(request: SiteRequest): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
