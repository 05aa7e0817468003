import { toHttpUrl } from '@/lib/std/text';

/** The command was called in a way that cannot work; the message says how to call it. */
export class WrongCall extends Error {}

export type Call =
  | { readonly url: URL; readonly file: string }
  | { readonly folder: string; readonly json: boolean };

const USAGE =
  'Usage: npm run read -- --url https://desk.example/ticket/5 page.html, or npm run read -- --score FOLDER [--json].';

/** `--json` belongs to `--score`: a ticket is always JSON, so there it may stand or not. */
export function parseCall(words: readonly string[]): Call {
  const options = new Map<string, string>();
  const files: string[] = [];
  let json = false;
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [name = '', inline] = word.split(/=(.*)/s, 2);
    if (name === '--json') json = true;
    else if (name === '--url' || name === '--score') {
      const value = inline ?? left.shift() ?? '';
      if (!value || options.has(name)) throw new WrongCall(`${name} needs one value. ${USAGE}`);
      options.set(name, value);
    } else if (name.startsWith('--')) throw new WrongCall(`${name} is no option of this command. ${USAGE}`);
    else files.push(word);
  }
  const folder = options.get('--score');
  const address = options.get('--url');
  if (folder !== undefined && address === undefined && files.length === 0) return { folder, json };
  const [file] = files;
  if (folder !== undefined || address === undefined || file === undefined || files.length > 1)
    throw new WrongCall(USAGE);
  const url = toHttpUrl(address);
  if (!url) throw new WrongCall(`--url must be an address that starts with http:// or https://. ${USAGE}`);
  return { url, file };
}
