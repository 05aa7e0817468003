import { cleanLine, truncate } from '@/lib/std/text';

const MAX_LENGTH = 300;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Walks the shapes in which trackers tell what is wrong; anything else is left alone. */
function collect(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.slice(0, 10).flatMap((item) => collect(item, depth - 1));
  if (!isRecord(value)) return [];
  const named = ['message', 'error', 'errorMessages', 'errors', 'detail', 'title']
    .filter((name) => Object.hasOwn(value, name))
    .flatMap((name) => collect(value[name], depth - 1));
  if (named.length > 0) return named;
  return Object.entries(value)
    .slice(0, 10)
    .flatMap(([field, inner]) => collect(inner, depth - 1).map((words) => `${field}: ${words}`));
}

/** What the server says is wrong with a request, as one short clean line; empty when it says nothing readable. */
export function toServerMessage(body: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return '';
  }
  const lines = new Set(collect(parsed, 4).map(cleanLine).filter(Boolean));
  return truncate([...lines].join('; '), MAX_LENGTH);
}
