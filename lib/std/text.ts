/** C0 and C1 controls except tab and line feed: never meaningful in a ticket, often hostile in a terminal or log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is what this is for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Overrides and isolates that make text read in another order than it is stored. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Foreign text made safe to store, show and send: line ends unified, invisible tricks gone, words untouched. */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/\u00A0/g, ' ');
}

/** One line of clean text with runs of white space folded. */
export function cleanLine(raw: string): string {
  return cleanText(raw).replace(/\s+/g, ' ').trim();
}

/** Cuts at `max` user-perceived characters, never inside an emoji or a combining sequence. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  let cut = '';
  let count = 0;
  for (const { segment } of segments) {
    if (count === max - 1) return `${cut.trimEnd()}…`;
    cut += segment;
    count += 1;
  }
  return cut;
}

const NUMBER_OR_ADDRESS = /[\p{N}@]/u;

/**
 * Cuts between words, and takes numbers and addresses at the cut away with it: half a card number is not known for one
 * any more when the text is masked.
 */
export function truncateWhole(text: string, max: number): string {
  const cut = truncate(text, max);
  if (cut === text) return text;
  // Scripts without spaces are cut between letters.
  const words = cut.slice(0, -1).split(/(?<=[\s\p{Lo}])/u);
  if (words.length === 1 && !NUMBER_OR_ADDRESS.test(cut)) return cut;
  // The last one may be cut through.
  words.pop();
  while (words.length > 0 && NUMBER_OR_ADDRESS.test(words.at(-1) ?? '')) words.pop();
  return `${words.join('').trimEnd()}…`;
}

/** The address if it is an absolute http(s) one without credentials, else null. Anything else never becomes a link. */
export function toHttpUrl(raw: string | null | undefined, base?: string): URL | null {
  if (!raw) return null;
  try {
    const url = new URL(raw, base);
    const web = url.protocol === 'https:' || url.protocol === 'http:';
    // Chrome takes `https://not an address` and encodes the spaces into the host.
    const named = url.hostname !== '' && !url.hostname.includes('%');
    return web && named && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}
