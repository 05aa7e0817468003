import { type Clock, createClock } from './clock';
import { type DemoDesk, startDemoDesk } from './demo-desk';
import { type DemoTracker, startDemoTracker } from './demo-tracker';

/** The small help desk and the small tracker that `npm start` and the browser tests run on localhost. */
export interface Sites {
  readonly desk: DemoDesk;
  readonly tracker: DemoTracker;
  readonly clock: Clock;
  /** Also ends sockets that are open or were left hanging on purpose. */
  close(): Promise<void>;
}

export async function startSites(
  options: { clock?: Clock; host?: string; deskPort?: number; trackerPort?: number } = {},
): Promise<Sites> {
  const { clock = createClock(), host, deskPort, trackerPort } = options;
  const desk = await startDemoDesk({ clock, host, port: deskPort });
  const tracker = await startDemoTracker({ clock, host, port: trackerPort }).catch(async (error: unknown) => {
    await desk.close();
    throw error;
  });
  const close = async () => {
    await Promise.all([desk.close(), tracker.close()]);
  };
  return { desk, tracker, clock, close };
}

export { type Clock, createClock } from './clock';
export type { DemoDesk } from './demo-desk';
export type { DemoTracker } from './demo-tracker';
