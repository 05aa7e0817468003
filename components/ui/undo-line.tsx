import { Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SECOND_MS } from '@/lib/std/time';
import { Banner } from './banner';
import { Button } from './button';

interface UndoLineProps {
  /** Epoch milliseconds until which it can be taken back. */
  readonly until: number;
  /** Answers with why it was refused, or null. */
  readonly onUndo: () => Promise<string | null>;
  readonly onOver?: () => void;
  /** Whether something leaves then; else the time to change one's mind is over. */
  readonly leaves?: boolean;
  /** What happened, before "It leaves in 7 s". */
  readonly children: ReactNode;
}

/** Counts down in words; nothing is lost when the time is over, it is only sent. */
export function UndoLine({ until, onUndo, onOver, leaves = true, children }: UndoLineProps) {
  const [now, setNow] = useState(Date.now);
  const [refused, setRefused] = useState<string | null>(null);
  const left = Math.ceil((until - now) / SECOND_MS);
  const over = left <= 0;
  const whenOver = useRef(onOver);
  whenOver.current = onOver;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (over) whenOver.current?.();
  }, [over]);
  if (over) return refused ? <Banner role="alert">{refused}</Banner> : null;
  return (
    <Banner
      tone="accent"
      role="status"
      icon={<Undo2 size={15} />}
      actions={
        <Button size="sm" onClick={() => void onUndo().then(setRefused)}>
          Undo
        </Button>
      }
    >
      {children} {leaves ? 'It leaves in' : 'Undo for'} <span aria-hidden="true">{left} s</span>
      <span className="sr-only">ten seconds</span>.
    </Banner>
  );
}
