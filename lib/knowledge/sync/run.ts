import type { SourceContext } from '@/lib/knowledge/knowledge-source';
import type { SourceState } from '@/lib/knowledge/source-state';
import type { AnySource } from '@/lib/knowledge/sources';

/** One attempt to bring the cache of a connection up to date. */
export interface Run {
  readonly connectionId: string;
  readonly source: AnySource;
  readonly ctx: SourceContext<unknown>;
  readonly signal: AbortSignal;
  /** As it was when the attempt began. */
  readonly state: SourceState;
  /** Called after every transaction that stored something. */
  readonly onStored: () => void;
}
