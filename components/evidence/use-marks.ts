import { useReducer } from 'react';
import { change, type MarkHistory, redo, startHistory, undo } from '@/lib/evidence/mark-history';
import {
  type Area,
  addMark,
  areaInMiddle,
  fitMark,
  type ImageSize,
  type Mark,
  moveMark,
  resizeMark,
  toScale,
} from '@/lib/evidence/marks';
import type { Tool } from './mark-stage';

export interface MarksState {
  readonly history: MarkHistory;
  readonly selectedId: string | null;
  readonly tool: Tool;
  readonly image: ImageSize;
}

/** What measures a text lies with the canvas, so it is handed in. */
export type FitText = (mark: Mark, before?: Mark) => Mark;

export type MarksAction =
  | { readonly do: 'choose'; readonly tool: Tool }
  | { readonly do: 'select'; readonly id: string | null }
  /** With the tool in hand; without an area in the middle of the image. */
  | { readonly do: 'draw'; readonly area: Area | null; readonly refit: FitText }
  | { readonly do: 'put'; readonly id: string; readonly area: Area; readonly refit: FitText }
  | { readonly do: 'write'; readonly text: string; readonly refit: FitText }
  | {
      readonly do: 'nudge';
      readonly x: number;
      readonly y: number;
      readonly resize: boolean;
      readonly refit: FitText;
    }
  | { readonly do: 'remove'; readonly id: string | null }
  | { readonly do: 'remove proposed' | 'undo' | 'redo' };

/** Less than this on both sides was a click, not a drag. */
const CLICK = 0.01;

function toNewMark({ tool, image }: MarksState, area: Area | null, refit: FitText): Mark | null {
  if (tool === 'select') return null;
  const middle = areaInMiddle(tool, image);
  const most = CLICK * Math.max(image.width, image.height);
  const clicked = area !== null && Math.max(Math.abs(area.width), Math.abs(area.height)) < most;
  const at = area === null ? middle : clicked ? { ...middle, x: area.x, y: area.y } : area;
  const mark = { id: crypto.randomUUID(), kind: tool, text: '', covers: '', ...at };
  if (tool === 'text') return refit({ ...mark, height: toScale(image).textHeight * 1.9 });
  return fitMark(mark, image);
}

function withMark(
  state: MarksState,
  id: string | null,
  name: string,
  edit: (mark: Mark) => Mark,
): MarksState {
  const { present } = state.history;
  if (!present.some((mark) => mark.id === id)) return state;
  const next = present.map((mark) => (mark.id === id ? edit(mark) : mark));
  return { ...state, history: change(state.history, next, name) };
}

function without(state: MarksState, leaves: (mark: Mark) => boolean): MarksState {
  const next = state.history.present.filter((mark) => !leaves(mark));
  if (next.length === state.history.present.length) return state;
  return { ...state, selectedId: null, history: change(state.history, next) };
}

function reduce(state: MarksState, action: MarksAction): MarksState {
  const { image, selectedId, history } = state;
  switch (action.do) {
    case 'choose':
      return { ...state, tool: action.tool };
    case 'select':
      return { ...state, selectedId: action.id };
    case 'draw': {
      const mark = toNewMark(state, action.area, action.refit);
      if (!mark) return state;
      return {
        ...state,
        tool: 'select',
        selectedId: mark.id,
        history: change(history, addMark(history.present, mark)),
      };
    }
    case 'put':
      return withMark(state, action.id, '', (mark) =>
        action.refit(fitMark({ ...mark, ...action.area }, image)),
      );
    case 'write':
      return withMark(state, selectedId, `write ${selectedId}`, (mark) =>
        action.refit({ ...mark, text: action.text }, mark),
      );
    case 'nudge': {
      const { step } = toScale(image);
      const how = action.resize ? resizeMark : moveMark;
      const name = `${action.resize ? 'resize' : 'move'} ${selectedId}`;
      return withMark(state, selectedId, name, (mark) => {
        // A text is as wide as its words: to the side it grows as it does downwards.
        const down = action.resize && mark.kind === 'text' ? action.x + action.y : action.y;
        return action.refit(how(mark, action.x * step, down * step, image));
      });
    }
    case 'remove':
      return without(state, ({ id }) => id === action.id);
    case 'remove proposed':
      return without(state, ({ covers }) => covers !== '');
    case 'undo':
      return { ...state, history: undo(history) };
    case 'redo':
      return { ...state, history: redo(history) };
  }
}

/** The marks on one image while it is edited. */
export function useMarks(image: ImageSize, proposed: readonly Mark[]) {
  return useReducer(reduce, { history: startHistory(proposed), selectedId: null, tool: 'select', image });
}
