import type { CDPSession, Page } from '@playwright/test';

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Bytes a worker of the page holds after a collection: its heap and the buffers beside it. */
export async function workerMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    const worker = await attach(session);
    await worker('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await worker('Runtime.getHeapUsage')) as HeapUsage;
    return usedSize + backingStorageSize;
  } finally {
    await session.detach();
  }
}

/** Playwright gives no session for workers, so messages go through the page's own. */
async function attach(session: CDPSession): Promise<(method: string) => Promise<unknown>> {
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  let last = 0;
  return (method) => {
    const id = ++last;
    return new Promise((resolve, reject) => {
      session.on('Target.receivedMessageFromTarget', (event) => {
        const answer = JSON.parse(event.message) as { id?: number; result?: unknown; error?: unknown };
        if (answer.id !== id) return;
        if (answer.error) reject(new Error(JSON.stringify(answer.error)));
        else resolve(answer.result);
      });
      void session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method }),
      });
    });
  };
}
