import type { Dispatch, KeyboardEvent, RefObject } from 'react';
import { isTyping } from '@/components/ui/is-typing';
import { TOOLS } from './tool-bar';
import type { FitText, MarksAction, MarksState } from './use-marks';

interface EditorKeys {
  readonly state: MarksState;
  readonly act: Dispatch<MarksAction>;
  readonly refit: FitText;
  /** What the picture scrolls in; it has the focus while drawing. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly onZoom: (by: 1 | -1) => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Everything the editor does by keyboard. Answers whether the key was one of its own. */
function press(event: KeyboardEvent, keys: EditorKeys): boolean {
  const { state, act, refit } = keys;
  const stage = keys.frame.current;
  const { key, shiftKey } = event;
  const typing = isTyping(event.target);
  if (key === 'Escape') {
    if (typing) stage?.focus();
    else if (state.tool !== 'select') act({ do: 'choose', tool: 'select' });
    else if (state.selectedId) act({ do: 'select', id: null });
    else keys.onLeave();
    return true;
  }
  if (event.ctrlKey || event.metaKey) {
    if (key === 'Enter') keys.onSave();
    else if (typing) return false;
    else if (key.toLowerCase() === 'z') act({ do: shiftKey ? 'redo' : 'undo' });
    else if (key.toLowerCase() === 'y') act({ do: 'redo' });
    else return false;
    return true;
  }
  if (typing || event.altKey) return false;
  const arrow = ARROWS[key];
  if (arrow) {
    if (!state.selectedId) return false;
    act({ do: 'nudge', x: arrow[0], y: arrow[1], resize: shiftKey, refit });
    return true;
  }
  if (key === 'Delete' || key === 'Backspace') {
    act({ do: 'remove', id: state.selectedId });
    stage?.focus();
    return true;
  }
  if (key === 'Enter' && event.target === stage && state.tool !== 'select') {
    act({ do: 'draw', area: null, refit });
    return true;
  }
  if (key === '+' || key === '=' || key === '-') {
    keys.onZoom(key === '-' ? -1 : 1);
    return true;
  }
  const tool = TOOLS.find((it) => it.key === key.toLowerCase());
  if (!tool) return false;
  act({ do: 'choose', tool: tool.tool });
  // Enter shall place it, and not press the button that had the focus.
  stage?.focus();
  return true;
}

/** A handler for the editor as a whole. */
export function toKeyHandler(keys: EditorKeys) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !press(event, keys)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
