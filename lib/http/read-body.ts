/** An answer bigger than this is no answer: an endless stream must not fill the worker's memory. */
export const MAX_BODY_BYTES = 5_000_000;

/** The body as text, or null when it is larger than the cap or not UTF-8. Rejects when the connection breaks. */
export async function readBody(response: Response, maxBytes = MAX_BODY_BYTES): Promise<string | null> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (!done) size += value.byteLength;
    if (size > maxBytes) {
      // The stream is left behind; a failure to cancel it changes nothing for us.
      void reader.cancel().catch(() => undefined);
      return null;
    }
    try {
      text += done ? decoder.decode() : decoder.decode(value, { stream: true });
    } catch {
      void reader.cancel().catch(() => undefined);
      return null;
    }
    if (done) return text;
  }
}
