import type { SourceState } from '@/lib/knowledge/source-state';
import { formatProgress } from '@/lib/knowledge/time-left';

/** How far a sync has come. Without a total the bar only says that something moves. */
export function KnowledgeProgress({ state, now }: { state: SourceState; now: number }) {
  const { done, total, phase } = state;
  const isPaused = phase === 'paused';
  const share = total ? Math.min(1, done / total) : isPaused ? 0 : null;
  const words = `${isPaused ? 'Paused · ' : ''}${formatProgress(state, now)}`;
  return (
    <div className="min-w-0 flex-1">
      <div
        role="progressbar"
        aria-label="Records taken in"
        aria-valuetext={words}
        {...(share === null
          ? {}
          : { 'aria-valuenow': Math.round(share * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
        className="h-1 overflow-hidden rounded-full bg-line forced-colors:border"
      >
        <div
          className={`h-full rounded-full forced-colors:bg-[Highlight] ${isPaused ? 'bg-control' : 'bg-accent'} ${share === null ? 'animate-pulse motion-reduce:animate-none' : ''}`}
          style={{ width: share === null ? '100%' : `${share * 100}%` }}
        />
      </div>
      <p className="mt-1 text-meta text-ink-2 tabular-nums">{words}</p>
    </div>
  );
}
