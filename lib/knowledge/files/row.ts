/** One row of a file: what stands under which name, or why it cannot be read. */
export type Row =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string };

/** The file as a whole is not what it should be; the message continues a sentence, e.g. `is no valid JSON`. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}
