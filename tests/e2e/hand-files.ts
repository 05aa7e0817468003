import type { Page } from '@playwright/test';

interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Filled up with zeros to this size, in the page. */
  readonly size?: number;
}

/** Lets the files arrive as the browser hands them over: pasted, or dragged over the panel and dropped. */
export const handFiles = (panel: Page, how: 'paste' | 'dragover' | 'drop', files: readonly TestFile[]) =>
  panel.evaluate(
    ([kind, given]) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64, size } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const rest = new Uint8Array(Math.max(0, size - bytes.length));
        transfer.items.add(new File([bytes, rest], name, { type }));
      }
      const all = { bubbles: true, cancelable: true };
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...all, clipboardData: transfer })
          : new DragEvent(kind, { ...all, dataTransfer: transfer });
      document.body.dispatchEvent(event);
    },
    [
      how,
      files.map(({ bytes, size = 0, ...file }) => ({ ...file, size, base64: bytes.toString('base64') })),
    ] as const,
  );
