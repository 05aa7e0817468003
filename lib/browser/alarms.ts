import { browser } from 'wxt/browser';

/** Chrome raises anything shorter to 30 seconds in packed builds. */
const SHORTEST_MS = 30_000;

const listeners = new Map<string, () => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/**
 * Sets the one alarm of this name; persists across worker kills, and is set anew at every worker start. While the worker
 * lives, a timer is on time where the alarm would be late.
 */
export async function setAlarm(name: string, at: number, now: number): Promise<void> {
  clearTimeout(timers.get(name));
  if (at - now < SHORTEST_MS) {
    timers.set(
      name,
      setTimeout(() => listeners.get(name)?.(), Math.max(0, at - now) + 50),
    );
  }
  await browser.alarms.create(name, { when: Math.max(at, now + SHORTEST_MS) });
}

export async function clearAlarm(name: string): Promise<void> {
  clearTimeout(timers.get(name));
  await browser.alarms.clear(name);
}

export function onAlarm(name: string, listener: () => void): void {
  listeners.set(name, listener);
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}
