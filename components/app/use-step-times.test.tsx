import { render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Step } from '@/lib/escalation/report/readiness';
import { addStepTimes } from '@/lib/escalation/store';
import { useStepTimes } from './use-step-times';

vi.mock('@/lib/escalation/store', () => ({ addStepTimes: vi.fn(async () => true) }));
const write = vi.mocked(addStepTimes);

function Steps({ id = 'e/1', step, counting = true }: { id?: string; step: Step; counting?: boolean }) {
  useStepTimes(id, step, counting);
  return <input data-field="steps" aria-label="Steps" />;
}

const hide = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  write.mockReset();
  write.mockResolvedValue(true);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('writes once for each step, whatever the time spent on it', () => {
  const { rerender, unmount } = render(<Steps step="check" />);
  vi.advanceTimersByTime(90_000);
  expect(write).not.toHaveBeenCalled();
  rerender(<Steps step="classify" />);
  vi.advanceTimersByTime(20_000);
  rerender(<Steps step="describe" />);
  vi.advanceTimersByTime(5_000);
  unmount();
  expect(write.mock.calls).toEqual([
    ['e/1', { check: 90_000 }],
    ['e/1', { classify: 20_000 }],
    ['e/1', { describe: 5_000 }],
  ]);
});

it('does not count while the panel is hidden', () => {
  const { unmount } = render(<Steps step="check" />);
  vi.advanceTimersByTime(10_000);
  hide(true);
  expect(write.mock.calls).toEqual([['e/1', { check: 10_000 }]]);
  vi.advanceTimersByTime(600_000);
  hide(false);
  vi.advanceTimersByTime(2_000);
  unmount();
  expect(write).toHaveBeenCalledTimes(2);
  expect(write).toHaveBeenLastCalledWith('e/1', { check: 2_000 });
});

it('counts the field that has the focus beside its step', () => {
  const { getByLabelText, unmount } = render(<Steps step="describe" />);
  vi.advanceTimersByTime(3_000);
  getByLabelText('Steps').focus();
  vi.advanceTimersByTime(40_000);
  getByLabelText('Steps').blur();
  vi.advanceTimersByTime(7_000);
  unmount();
  expect(write.mock.calls).toEqual([['e/1', { describe: 50_000, 'describe/steps': 40_000 }]]);
});

it('keeps the time of a draft that is not stored yet, and writes it with the next', async () => {
  write.mockResolvedValueOnce(false);
  const { rerender, unmount } = render(<Steps id="e/2" step="check" />);
  vi.advanceTimersByTime(30_000);
  rerender(<Steps id="e/2" step="classify" />);
  await vi.advanceTimersByTimeAsync(4_000);
  unmount();
  expect(write).toHaveBeenCalledTimes(2);
  expect(write).toHaveBeenLastCalledWith('e/2', { check: 30_000, classify: 4_000 });
});

it('counts and writes nothing once it is handed off', () => {
  const { rerender, unmount } = render(<Steps step="hand-off" />);
  vi.advanceTimersByTime(17_000);
  rerender(<Steps step="hand-off" counting={false} />);
  vi.advanceTimersByTime(60_000);
  unmount();
  expect(write.mock.calls).toEqual([['e/1', { 'hand-off': 17_000 }]]);
});
