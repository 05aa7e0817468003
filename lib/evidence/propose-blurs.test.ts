// @vitest-environment node
import { expect, it } from 'vitest';
import { proposeBlurs } from './propose-blurs';

const field = (x: number, y: number, width: number, height: number) => ({
  what: 'form field',
  x,
  y,
  width,
  height,
});

it('scales what was found to a dense screen, with a margin, inside the picture', () => {
  const page = { width: 640, height: 400, fields: [field(100, 50, 200, 30), field(0, 380, 640, 40)] };
  expect(proposeBlurs(page, { width: 1280, height: 800 })).toMatchObject([
    { kind: 'blur', covers: 'form field', x: 196, y: 96, width: 408, height: 68 },
    { x: 0, y: 712, width: 1280, height: 88 },
  ]);
});
