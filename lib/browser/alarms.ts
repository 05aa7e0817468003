import { browser } from 'wxt/browser';

/** Chrome raises anything shorter to 30 seconds in packed builds. */
const SHORTEST_MS = 30_000;

/** Sets the one alarm of this name; persists across worker kills, and is set anew at every worker start. */
export async function setAlarm(name: string, at: number, now: number): Promise<void> {
  await browser.alarms.create(name, { when: Math.max(at, now + SHORTEST_MS) });
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

export function onAlarm(name: string, listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}
