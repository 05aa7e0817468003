import { describe, expect, it } from 'vitest';
import { reasonOf, takeOffer, toOffers } from './offers';

const find = (value: string, source = 'message 2', sure = true) => ({
  value,
  source,
  reason: `why ${value}`,
  sure,
});
const empty = { value: '', source: '' };

describe('toOffers', () => {
  it('offers what does not stand there yet, two at most', () => {
    const finds = [find('a1'), find('b2'), find('c3'), find('d4')];
    expect(toOffers(empty, finds).map(({ value }) => value)).toEqual(['a1', 'b2']);
    expect(toOffers({ value: 'A1', source: 'message 2' }, finds).map(({ value }) => value)).toEqual([
      'b2',
      'c3',
    ]);
  });

  it('keeps quiet once the agent typed or selected something', () => {
    expect(toOffers({ value: 'mine', source: '' }, [find('a1')])).toEqual([]);
    expect(toOffers({ value: 'mine', source: 'selection on a.test' }, [find('a1')])).toEqual([]);
  });
});

describe('takeOffer', () => {
  it('fills an empty field, and replaces what was found where there is only one', () => {
    expect(takeOffer('where', empty, find('/a'))).toEqual({ value: '/a', source: 'message 2' });
    expect(takeOffer('where', { value: '/b', source: 'message 1' }, find('/a'))).toEqual({
      value: '/a',
      source: 'message 2',
    });
  });

  it('adds a further error below the first, with both sources', () => {
    expect(takeOffer('error', { value: 'E-1', source: 'message 1' }, find('E-2'))).toEqual({
      value: 'E-1\nE-2',
      source: 'message 1, message 2',
    });
  });
});

it('knows why a found value stands there, and nothing about a typed one', () => {
  expect(reasonOf({ value: 'a1', source: 'message 2' }, [find('a1')])).toBe('why a1');
  expect(reasonOf({ value: 'a1', source: '' }, [find('a1')])).toBe('');
});
