import type { AnySource } from './any-source';

/** Every knowledge source there is. A new one is its folder and a line here. */
export const sources: readonly AnySource[] = [];

export function sourceById(id: string): AnySource | undefined {
  return sources.find((source) => source.id === id);
}

export type { AnySource } from './any-source';
