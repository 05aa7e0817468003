import type { HttpError, HttpErrorKind } from './http-error';
import { toResetMs, toRetryAfterMs } from './retry-after';
import { toServerMessage } from './server-messages';

interface FailedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Who answered, for people: the host. */
  readonly host: string;
  /** False for GET: reading twice harms nobody. */
  readonly writes: boolean;
  readonly nowMs: number;
}

/** GitHub answers both of its rate limits with 403: docs.github.com, "Rate limits for the REST API". */
function isRateLimit(answer: FailedAnswer, words: string): boolean {
  if (answer.status === 429) return true;
  if (answer.status !== 403) return false;
  const { headers } = answer;
  return (
    headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0' || /rate limit/i.test(words)
  );
}

function toKind(answer: FailedAnswer, words: string): HttpErrorKind {
  if (isRateLimit(answer, words)) return 'rate-limited';
  if (answer.status >= 500) return 'server';
  switch (answer.status) {
    case 400:
    case 413:
    case 422:
      return 'invalid';
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 408:
      return 'timeout';
    case 409:
    case 412:
      return 'conflict';
    default:
      return 'unexpected-answer';
  }
}

function toMessage(kind: HttpErrorKind, { host, status }: FailedAnswer, words: string): string {
  const because = words ? `: ${words}` : '';
  switch (kind) {
    case 'rate-limited':
      return `${host} asks to wait before the next request.`;
    case 'server':
      return `${host} has a problem of its own (${status}).`;
    case 'invalid':
      return status === 413
        ? `${host} says this is too large.`
        : `${host} did not accept it${because || '.'}`;
    case 'unauthorized':
      return `${host} does not accept the key.`;
    case 'forbidden':
      return `${host} does not allow this for the key${because || '.'}`;
    case 'not-found':
      return `${host} does not have this, or the key may not see it (${status}).`;
    case 'timeout':
      return `${host} gave up waiting (${status}).`;
    case 'conflict':
      return `${host} says it was changed meanwhile${because || '.'}`;
    default:
      return `${host} answered in a way that was not expected (${status}).`;
  }
}

/** A status that is no success, as an error. The caller redacts secrets. */
export function toHttpError(answer: FailedAnswer): HttpError {
  const words = toServerMessage(answer.body);
  const kind = toKind(answer, words);
  const asked = toRetryAfterMs(answer.headers.get('retry-after'), answer.nowMs);
  const isSpent = kind === 'rate-limited' && asked === undefined;
  const retryAfterMs = isSpent ? toResetMs(answer.headers.get('x-ratelimit-reset'), answer.nowMs) : asked;
  const open =
    kind === 'server' || kind === 'timeout' || (answer.status < 400 && kind === 'unexpected-answer');
  return {
    kind,
    message: toMessage(kind, answer, words),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(answer.writes && open ? { outcomeUnknown: true } : {}),
  };
}
