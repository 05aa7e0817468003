import { beforeEach, expect, it } from 'vitest';
import { endTyping, isText, listenForKeys } from './typing-rest';

const field = document.createElement('textarea');

const press = (key: string, timeStamp: number, target: EventTarget = document.body, ctrlKey = false) =>
  isText({ key, timeStamp, target, ctrlKey, metaKey: false, altKey: false } as KeyboardEvent);

beforeEach(endTyping);

it('takes letters for text while they flow on after their field vanished', () => {
  expect(press('a', 10_000, field)).toBe(true);
  expect(press('1', 10_100)).toBe(true);
  // Every screen part asks about the same press.
  expect(press('1', 10_100)).toBe(true);
  expect(press('u', 15_000)).toBe(true);
  expect(press('u', 20_500)).toBe(false);
});

it.each(['Tab', 'Escape', 'Enter'])('acts at once after %s left the field', (key) => {
  press('a', 10_000, field);
  expect(press(key, 10_050, field)).toBe(true);
  expect(press('2', 10_100)).toBe(false);
});

it('acts at once after a key of a step, and after the pointer', () => {
  press('a', 10_000, field);
  press('Enter', 10_050, field, true);
  expect(press('m', 10_100)).toBe(false);
  press('a', 20_000, field);
  endTyping();
  expect(press('m', 20_100)).toBe(false);
});

it('acts at once after the focus was in another window', () => {
  const stop = listenForKeys(() => undefined);
  press('a', 10_000, field);
  dispatchEvent(new Event('blur'));
  expect(press('m', 10_100)).toBe(false);
  stop();
});

it('acts where nobody typed', () => {
  expect(press('1', 500_000)).toBe(false);
});
