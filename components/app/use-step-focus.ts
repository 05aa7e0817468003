import { type RefObject, useCallback, useEffect, useRef } from 'react';

interface StepFocus {
  readonly mainRef: RefObject<HTMLElement | null>;
  /** Puts the focus on this field once the next step is drawn. */
  readonly focusField: (field: string) => void;
}

const CONTROL = 'input:not(:disabled), textarea, select, button';

/**
 * Focus after the agent changed the step: on the field that was asked for, else on the step itself when the control
 * that had it is gone. Another ticket is another walk: nothing is focused then.
 */
export function useStepFocus(view: string): StepFocus {
  const mainRef = useRef<HTMLElement>(null);
  const wanted = useRef<string | null>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    const main = mainRef.current;
    const field = wanted.current;
    wanted.current = null;
    const control = field ? main?.querySelector(`[data-field="${CSS.escape(field)}"]`) : null;
    const target = control?.matches(CONTROL) ? control : control?.querySelector(CONTROL);
    // What rests until something else is said leads to that: the first control of the step.
    const reachable = target?.closest('[inert]') ? main?.querySelector(CONTROL) : target;
    if (reachable instanceof HTMLElement) return reachable.focus();
    if (document.hasFocus() && document.activeElement === document.body) main?.focus({ preventScroll: true });
  }, [view]);
  const focusField = useCallback((field: string) => {
    wanted.current = field;
  }, []);
  return { mainRef, focusField };
}
