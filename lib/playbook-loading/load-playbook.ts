import { clearAlarm, onAlarm, setAlarm } from '@/lib/browser/alarms';
import { keepAwake } from '@/lib/browser/keep-awake';
import type { Refusal } from '@/lib/messages/protocol';
import { parsePlaybook } from '@/lib/playbook/parse-playbook';
import { parsePlaybookUrl } from '@/lib/playbook/playbook-url';
import {
  type PlaybookAddress,
  playbookAddress,
  playbookDraft,
  storedPlaybook,
} from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { DAY_MS, HOUR_MS } from '@/lib/std/time';
import { fetchPlaybook } from './fetch-playbook';

const ALARM = 'playbook';
const EVERY_MS = DAY_MS;
/** A laptop that was offline at the time of the daily load. */
const RETRY_MS = HOUR_MS;
/** Held for the moment of writing, so that an answer that comes late never brings back an address that was removed. */
const LOCK = 'baton-playbook';

/** The load that is under way; the next one takes its place. */
let running: AbortController | null = null;

function begin(): AbortSignal {
  running?.abort();
  running = new AbortController();
  return running.signal;
}

async function setWakeUp(address: PlaybookAddress | null, now: number): Promise<void> {
  if (address === null) return clearAlarm(ALARM);
  const { loadedAt, problem } = address;
  const dueAt = problem ? problem.at + RETRY_MS : loadedAt + EVERY_MS;
  await setAlarm(ALARM, Math.max(dueAt, now), now);
}

const refuse = (message: string) => err<Refusal>({ message });

/** Puts the playbook at an address in force for the first time. Where there is none, nothing changes. */
export async function connectPlaybook(typed: string): Promise<Result<null, Refusal>> {
  const url = parsePlaybookUrl(typed);
  if (!url.ok) return refuse(url.error);
  const signal = begin();
  const fetched = await keepAwake(() => fetchPlaybook(url.value, null, signal));
  if (!fetched.ok) return refuse(fetched.error);
  const found = fetched.value;
  // Nobody named a document that could be the same.
  if (!found.changed) return refuse(`${url.value.host} did not send the file.`);
  return navigator.locks.request(LOCK, async () => {
    if (signal.aborted) return refuse('Another load took its place.');
    const address = { url: url.value.href, etag: found.etag, loadedAt: Date.now(), problem: null };
    await storedPlaybook.setValue(found.text);
    await playbookDraft.setValue(null);
    await playbookAddress.setValue(address);
    await setWakeUp(address, Date.now());
    return ok(null);
  });
}

/** Asks the address again. What is in force stays where that brings no valid playbook, and the reason is kept. */
export async function reloadPlaybook(): Promise<Result<null, Refusal>> {
  const address = await playbookAddress.getValue();
  if (!address) return refuse('No address is set.');
  const signal = begin();
  // First of all, so that a kill below is made good.
  await setAlarm(ALARM, Date.now() + RETRY_MS, Date.now());
  const stored = await storedPlaybook.getValue();
  // A document that is gone, or that this version cannot read any more, must come whole.
  const known = stored !== null && parsePlaybook(stored).ok ? address.etag : null;
  const fetched = await keepAwake(() => fetchPlaybook(new URL(address.url), known, signal));
  return navigator.locks.request(LOCK, async () => {
    const now = Date.now();
    if (signal.aborted) return refuse('Another load took its place.');
    const next = toNext(address, fetched, now);
    if (fetched.ok && fetched.value.changed) {
      await storedPlaybook.setValue(fetched.value.text);
    }
    await playbookAddress.setValue(next);
    await setWakeUp(next, now);
    return next.problem ? refuse(next.problem.message) : ok(null);
  });
}

function toNext(
  address: PlaybookAddress,
  fetched: Awaited<ReturnType<typeof fetchPlaybook>>,
  now: number,
): PlaybookAddress {
  if (!fetched.ok) return { ...address, problem: { at: now, message: fetched.error } };
  const etag = fetched.value.changed ? fetched.value.etag : address.etag;
  return { ...address, etag, loadedAt: now, problem: null };
}

/** Forgets the address; what was loaded stays in force as the team's own copy. */
export async function disconnectPlaybook(): Promise<void> {
  running?.abort();
  await navigator.locks.request(LOCK, async () => {
    await playbookAddress.setValue(null);
    await clearAlarm(ALARM);
  });
}

/** Called at every start of the worker: loads what is due, else sets the alarm for it. */
export async function startPlaybookLoading(): Promise<void> {
  onAlarm(ALARM, () => void reloadPlaybook());
  await setWakeUp(await playbookAddress.getValue(), Date.now());
}
