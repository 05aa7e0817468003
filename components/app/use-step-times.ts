import { useEffect, useRef } from 'react';
import type { Step } from '@/lib/escalation/report/readiness';
import { fieldTimeKey } from '@/lib/escalation/step-times';
import { addStepTimes } from '@/lib/escalation/store';

/** Time of drafts nobody has changed yet: they are not stored, and looking at a ticket shall not store them. */
const waiting = new Map<string, Record<string, number>>();
const MOST_WAITING = 50;

function keep(escalationId: string, spent: Record<string, number>): Record<string, number> {
  const sums = { ...waiting.get(escalationId) };
  for (const [key, ms] of Object.entries(spent)) sums[key] = (sums[key] ?? 0) + ms;
  waiting.delete(escalationId);
  waiting.set(escalationId, sums);
  for (const oldest of waiting.keys()) {
    if (waiting.size <= MOST_WAITING) break;
    waiting.delete(oldest);
  }
  return sums;
}

async function write(escalationId: string, spent: Record<string, number>): Promise<void> {
  const sums = keep(escalationId, spent);
  waiting.delete(escalationId);
  // A measure is not worth an error: what could not be written waits for the next time.
  const written = await addStepTimes(escalationId, sums).catch(() => false);
  if (!written) keep(escalationId, sums);
}

const fieldOf = (target: EventTarget | null): string =>
  (target instanceof Element && target.closest<HTMLElement>('[data-field]')?.dataset.field) || '';

/**
 * Counts how long the panel stands on each step in sight of the agent, and with the focus in which field. Written when
 * the step changes, the panel is hidden or the ticket goes, never by the clock.
 */
export function useStepTimes(escalationId: string, step: Step, counting: boolean): void {
  const field = useRef('');
  useEffect(() => {
    if (!counting) return;
    let spent: Record<string, number> = {};
    let since: number | null = null;
    const count = () => {
      const now = Date.now();
      const ms = since === null ? 0 : now - since;
      since = now;
      if (ms <= 0) return;
      spent[step] = (spent[step] ?? 0) + ms;
      const key = field.current && fieldTimeKey(step, field.current);
      if (key) spent[key] = (spent[key] ?? 0) + ms;
    };
    const stop = () => {
      count();
      since = null;
      if (Object.keys(spent).length > 0) void write(escalationId, spent);
      spent = {};
    };
    const focus = ({ target }: FocusEvent) => {
      count();
      field.current = fieldOf(target);
    };
    const blur = () => {
      count();
      field.current = '';
    };
    const show = () => (document.hidden ? stop() : count());
    field.current = fieldOf(document.activeElement);
    if (!document.hidden) since = Date.now();
    document.addEventListener('visibilitychange', show);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', blur);
    return () => {
      document.removeEventListener('visibilitychange', show);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', blur);
      stop();
    };
  }, [escalationId, step, counting]);
}
