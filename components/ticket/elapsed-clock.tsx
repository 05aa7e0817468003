import { useEffect, useState } from 'react';
import { formatElapsed, MINUTE_MS, SECOND_MS } from '@/lib/std/time';

/** Five minutes is the aim, never a limit: the ring fills once and then simply stays full. */
const AIM_MS = 5 * MINUTE_MS;

/** Time since the panel was opened on this ticket. Quiet: no colour change, no sound, nothing expires. */
export function ElapsedClock({ since, until }: { since: number; until: number | null }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until !== null) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [until]);
  const elapsed = (until ?? now) - since;
  const share = Math.min(1, elapsed / AIM_MS);
  return (
    <span
      className="flex items-center gap-1.5 font-mono text-meta text-ink-2"
      title="Time since Baton was opened on this ticket"
    >
      <svg viewBox="0 0 16 16" className="size-3.5 -rotate-90" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" strokeWidth="3" className="stroke-line-2" />
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          strokeWidth="3"
          pathLength={100}
          strokeDasharray={`${share * 100} 100`}
          className="stroke-accent"
        />
      </svg>
      <span className="sr-only">Elapsed </span>
      {formatElapsed(elapsed)}
    </span>
  );
}
