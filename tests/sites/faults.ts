/**
 * What a network and a server can do to a client. A fault waits for the next requests that fit
 * its method and path and is used up after `count` of them (1 unless told).
 */
export interface FaultMatch {
  method?: string;
  /** Tested against path and query, for example `/\/issues\.json/`. */
  path?: RegExp;
  count?: number;
}

export type FaultEffect =
  /** Answered by something in front of the application: nothing is processed. */
  | {
      kind: 'status';
      status: number;
      /** An object is sent as JSON, a string as it is. */
      body?: unknown;
      headers?: Record<string, string>;
      /** The string body is an HTML page, as proxies and gateways send. */
      html?: boolean;
    }
  /** A login or maintenance page with status 200 where JSON was asked for. */
  | { kind: 'html200'; body?: string }
  | { kind: 'empty' }
  /** Accepted and never answered. */
  | { kind: 'hang' }
  /** The connection breaks before the request is processed. */
  | { kind: 'drop-before' }
  /** The request is processed, then the connection breaks: the client cannot know. */
  | { kind: 'drop-after' }
  | { kind: 'delay'; ms: number }
  /** Processed; the answer is cut in half, so its JSON is broken. */
  | { kind: 'truncate' }
  /** A valid JSON answer of 10 MB. */
  | { kind: 'huge' };

export type Fault = FaultMatch & FaultEffect;

export interface FaultQueue {
  add(fault: Fault): void;
  take(method: string, pathAndQuery: string): Fault | undefined;
  clear(): void;
}

export function createFaultQueue(): FaultQueue {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.count ?? 1 });
    },
    take: (method, pathAndQuery) => {
      const found = waiting.find(({ fault }) => fits(fault, method, pathAndQuery));
      if (!found) return undefined;
      found.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault;
    },
    clear: () => {
      waiting = [];
    },
  };
}

function fits(fault: Fault, method: string, pathAndQuery: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false;
  // search() ignores lastIndex, so a pattern with the g flag fits every time.
  return fault.path === undefined || pathAndQuery.search(fault.path) !== -1;
}
