// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, redo, startHistory, undo } from './mark-history';
import {
  addMark,
  areaInMiddle,
  fitMark,
  MARK_KINDS,
  type Mark,
  moveMark,
  nameOf,
  placeOf,
  resizeMark,
} from './marks';

const image = { width: 200, height: 100 };
const mark = (given: Partial<Mark> = {}): Mark => ({
  id: '1',
  kind: 'box',
  x: 20,
  y: 10,
  width: 40,
  height: 30,
  text: '',
  covers: '',
  ...given,
});

describe('marks', () => {
  it('stay in the image, in whole pixels, whatever is done to them', () => {
    const by = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...MARK_KINDS), by, by, by, by, (kind, x, y, byX, byY) => {
        const start = fitMark(mark({ kind, x, y, width: byX, height: byY }), image);
        for (const it of [start, moveMark(start, byY, byX, image), resizeMark(start, byX, byY, image)]) {
          for (const [from, size, most] of [
            [it.x, it.width, image.width],
            [it.y, it.height, image.height],
          ] as const) {
            expect(Number.isInteger(from) && Number.isInteger(size)).toBe(true);
            expect(Math.min(from, from + size)).toBeGreaterThanOrEqual(0);
            expect(Math.max(from, from + size)).toBeLessThanOrEqual(most);
          }
        }
      }),
    );
  });

  it('keep their size when they are pushed against the edge', () => {
    expect(moveMark(mark(), 1000, 0, image)).toMatchObject({ x: 160, y: 10, width: 40, height: 30 });
    const arrow = mark({ kind: 'arrow', x: 60, y: 40, width: -40, height: -30 });
    expect(moveMark(arrow, -1000, 0, image)).toMatchObject({ x: 40, y: 40, width: -40, height: -30 });
  });

  it('resize at the corner, an arrow at its tip', () => {
    expect(resizeMark(mark(), 5, -100, image)).toMatchObject({ x: 20, y: 10, width: 45, height: 8 });
    expect(resizeMark(mark({ kind: 'arrow' }), -50, 0, image)).toMatchObject({ x: 20, width: -10 });
  });

  it('leave one crop', () => {
    const two = addMark([mark(), mark({ id: '2', kind: 'crop' })], mark({ id: '3', kind: 'crop' }));
    expect(two.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('are placed in the middle', () => {
    expect(areaInMiddle('crop', image)).toEqual({ x: 20, y: 10, width: 160, height: 80 });
  });

  it('say in words what they are and where', () => {
    expect(nameOf(mark({ kind: 'blur', covers: 'form field' }))).toBe('Blur over form field');
    expect(nameOf(mark({ kind: 'text', text: ' here ' }))).toBe('Text “here”');
    expect(placeOf(mark())).toBe('40 × 30 at 20, 10');
    expect(placeOf(mark({ kind: 'arrow' }))).toBe('from 20, 10 to 60, 40');
  });
});

describe('the history of marks', () => {
  it('takes back and does again, and forgets what follows once something else is done', () => {
    const start = startHistory([]);
    const one = change(start, [mark()]);
    const two = change(one, [mark(), mark({ id: '2' })]);
    expect(undo(two).present).toEqual(one.present);
    expect(undo(undo(undo(two))).present).toEqual([]);
    expect(redo(undo(two)).present).toEqual(two.present);
    expect(redo(change(undo(two), [])).present).toEqual([]);
  });

  it('takes a row of equal changes as one', () => {
    const moves = [1, 2, 3].reduce((to, x) => change(to, [mark({ x })], 'move 1'), startHistory([mark()]));
    expect(undo(moves).present).toEqual([mark()]);
    expect(change(moves, [mark({ x: 9 })], 'move 2').past).toHaveLength(2);
  });
});
