import { ANY_CALLED, CALLED, isCalledInAddress } from './called-words';
import { toPageUrl } from './page-id';

/** Looks like a ticket key but names a standard or a product. */
const NO_KEY = /^(UTF|ISO|SHA|MD|RFC|HTTP|TLS|CVE|COVID|IPV|USB|EN)-/;
const KEY = '[A-Z][A-Z0-9]{1,9}-\\d{1,7}';
const YEARLY = '(?:19|20)\\d\\d-\\d{3,12}';
const END = '(?![\\p{L}\\p{M}\\d]|[.,:/-]\\d)';
const PATTERNS = [
  /^()(\d{5,20}) /,
  /(^|[\s[(])[#№] ?(\d{1,20})(?!\w)/,
  new RegExp(`(${CALLED})(${YEARLY}|(?!(?:19|20)\\d\\d(?!\\d))\\d{1,20})${END}`, 'iu'),
];
/** What ids look like in an address: digits, `ABC-12`, `T-310`, `2026-004512`, `INC0010023`. */
const ID = /^(?:\d{1,20}|(?:19|20)\d\d-\d{3,12}|[A-Za-z][A-Za-z0-9]{0,9}-\d{1,12}|[A-Z]{2,8}\d{4,12})$/;
const YEAR = /^(?:19|20)\d\d$/;

/** The number a page labels so; empty when it is no such thing. */
export function toNumber(labelled: string): string {
  const number = labelled.replace(/^(?:#|№|nº|n°|no\.?|nr\.?)\s?/i, '').trim();
  return ID.test(number) ? number : '';
}

interface AddressId {
  readonly id: string;
  /** The address itself says that it is a ticket's: `/casos/912`, `?ticket=501`. */
  readonly isNamed: boolean;
}

/** The ids in an address, named ones first. */
function idsIn(url: URL): AddressId[] {
  const { pathname, hash, searchParams } = toPageUrl(url);
  const parts = (pathname + hash).slice(0, 2_000).split(/[/;]/).map(decode).filter(Boolean);
  const inPath = parts.flatMap((part, index): AddressId[] => {
    const [before = '', above = ''] = [parts[index - 1], parts[index - 2]];
    const isNamed =
      isCalledInAddress(before) ||
      (/^[a-z]+$/.test(before) && isCalledInAddress(above) && !/^edit$/.test(before));
    // "/issues/123-login-fails" holds the subject too.
    const id = (isNamed && /^\d+(?=-\D)/.exec(part)?.[0]) || part;
    return ID.test(id) && (isNamed || index === parts.length - 1) ? [{ id, isNamed }] : [];
  });
  const inQuery = [...searchParams].flatMap(([name, id]): AddressId[] =>
    ID.test(id) ? [{ id, isNamed: /^id$/i.test(name) || isCalledInAddress(name) }] : [],
  );
  return [...inPath, ...inQuery].sort((a, b) => +b.isNamed - +a.isNamed);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether a line shows an id as one: alone, long enough to be no chance, or announced. */
function shows(line: string, id: string): boolean {
  for (let at = line.indexOf(id); at >= 0; at = line.indexOf(id, at + 1)) {
    const before = line.slice(Math.max(0, at - 40), at);
    const after = line.slice(at + id.length, at + id.length + 2);
    if (/[\p{L}\p{M}\d]$|\d[.,:/-]$/u.test(before) || /^(?:[\p{L}\p{M}\d]|[.,:/-]\d)/u.test(after)) continue;
    if ((id.length > 2 && !YEAR.test(id)) || /[#№]\s?$/.test(before) || ANNOUNCED.test(before)) return true;
  }
  return false;
}
const ANNOUNCED = new RegExp(`${ANY_CALLED}$`, 'iu');

/**
 * `#123`, `ABC-123` or `Ticket 123`, when one of the headings holds a clear one; earlier ones win. What a heading shows
 * and the address holds too is the surest; an id of the address alone counts where it is named there, or where one of
 * the page's lines shows it. A wrong number is worse than none.
 */
export function findNumber(headings: readonly string[], url: URL, lines: readonly string[] = []): string {
  const ids = idsIn(url);
  const texts = headings.map((text) => text.slice(0, 500));
  for (const line of texts) {
    const known = ids.find(({ id }) => shows(line, id));
    if (known) return known.id;
  }
  for (const line of texts) {
    const key = new RegExp(`(?:^|[\\s[(#])(${KEY})(?![\\w-])`).exec(line)?.[1];
    if (key && !NO_KEY.test(key)) return key;
    for (const pattern of PATTERNS) {
      const number = pattern.exec(line)?.[2];
      if (number) return number;
    }
  }
  const task = /^\/T(\d+)$/.exec(url.pathname);
  if (task) return `T${task[1]}`;
  return (
    ids.find(({ id, isNamed }) => isNamed && (/^\d{1,12}$/.test(id) || new RegExp(`^${KEY}$`).test(id)))
      ?.id ??
    ids.find(({ id }) => lines.some((line) => shows(line, id)))?.id ??
    ''
  );
}
