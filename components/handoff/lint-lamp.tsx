import { Check, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Lamp } from '@/lib/escalation/lint/lint';

interface LintLampProps {
  readonly lamp: Lamp;
  /** What settles it, at the end of the line or below it where there is no room. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing looked at: said in words and by the shape of its sign, never by colour alone. */
export function LintLamp({ lamp, action, children }: LintLampProps) {
  return (
    <div
      className="grid grid-cols-[15px_minmax(0,1fr)] gap-x-2 px-3 py-1.5"
      data-lamp={lamp.kind}
      data-ok={lamp.ok}
    >
      {lamp.ok ? (
        <Check size={15} strokeWidth={2.6} className="mt-1.5 text-ok" aria-hidden="true" />
      ) : (
        <CircleDashed size={15} className="mt-1.5 text-s3" aria-hidden="true" />
      )}
      <div>
        <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
          <p className={`min-w-0 flex-1 basis-36 ${lamp.ok ? 'text-ink-2' : 'font-medium'}`}>
            <bdi>{lamp.words}</bdi>
          </p>
          {action}
        </div>
        {children}
      </div>
    </div>
  );
}
