import { type HttpAnswer, type HttpContext, type HttpRequest, requestJson } from '@/lib/http/request';
import type { Fetched } from '@/lib/knowledge/knowledge-source';

/** A hundred records of 64 kB in characters of four bytes fit, an endless answer does not. */
const MAX_PAGE_BYTES = 30_000_000;

/** One request for a page of records, which may be larger than other answers. */
export function fetchPage<T>(request: HttpRequest<T>, ctx: HttpContext): Fetched<HttpAnswer<T>> {
  return requestJson({ ...request, maxBytes: MAX_PAGE_BYTES }, ctx);
}
