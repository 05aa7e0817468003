import { isAsciiLetter, isDigit, isHex, isSpace, isWordChar } from './characters';
import { type DigitGroup, toChains, toDigitGroups } from './digit-groups';
import type { Range } from './found';
import { endsWithAny, toNames } from './look-back';
import type { Scan } from './scan';

// biome-ignore format: a table
const VERSION_WORDS = toNames([
  'v', 'ver', 'version', 'versions', 'release', 'build', 'firmware', 'update', 'upgrade', 'updated to', 'upgraded to', 'patch', 'rev',
  'version is', 'versión', 'versão', 'versie', 'версия', 'версии', 'сборка', 'revision', 'fassung', 'aktualisierung',
]);
// biome-ignore format: a table
const ADDRESS_WORDS = toNames([
  'ip', 'ips', 'ipv4', 'address', 'addr', 'host', 'server', 'gateway', 'dns', 'proxy', 'ping', 'router',
  'peer', 'subnet', 'netmask', 'traceroute', 'ssh', 'telnet', 'adresse', 'ip is', 'ip-adresse', 'dirección', 'endereço', 'адрес',
]);

/** The last signs before a place that belong to a word: `: `, ` = `, `(`. */
function skipSigns(scan: Scan, start: number): number {
  let at = start;
  while (
    start - at < 4 &&
    (isSpace(scan.at(at - 1)) || (scan.at(at - 1) !== '' && ':=(["\'.#'.includes(scan.at(at - 1))))
  )
    at -= 1;
  return at;
}

/** Masks, this very computer and "any": they tell nobody anything. */
function isNobody([a, b, c, d]: readonly number[]): boolean {
  return a === 127 || a === 0 || (a === 255 && b === 255) || (a === 255 && [b, c, d].every((n) => n === 0));
}

const isMoney = (signs: string) => /[€$£¥]/.test(signs);

/** `10.7.1.4` is the version of more than one database: so small, it is an address by its context alone. */
const isPrivate = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) =>
  (a === 10 && (b === 0 || Math.max(b, c, d) > 15)) ||
  (a === 192 && b === 168) ||
  (a === 172 && b >= 16 && b < 32) ||
  (a === 169 && b === 254);

/**
 * Four small numbers are a version as often as an address. A word of either sort decides; without one, what only an
 * address would hold: a private network, a port, a mask, numbers versions do not reach.
 */
function isAddress(scan: Scan, start: number, end: number, parts: readonly number[]): boolean {
  const word = skipSigns(scan, start);
  // `€ 4.111.111.111`
  if (isMoney(scan.slice(start - 2, start)) || isMoney(scan.slice(end, end + 2))) return false;
  // `Chrome/120.0.0.0`, but not `http://10.0.0.5`.
  const product = scan.at(start - 1) === '/' && isWordChar(scan.at(start - 2));
  if (product || endsWithAny(scan, word, VERSION_WORDS)) return false;
  if (endsWithAny(scan, word, ADDRESS_WORDS) || isPrivate(parts) || scan.slice(start - 2, start) === '//')
    return true;
  if ((scan.at(end) === ':' || scan.at(end) === '/') && isDigit(scan.at(end + 1))) return true;
  return parts.some((part) => part >= 100) || parts.filter((part) => part >= 32).length > 1;
}

const isOctet = ({ digits }: DigitGroup) =>
  digits.length <= 3 && Number(digits) <= 255 && (digits === '0' || !digits.startsWith('0'));

function findV4(scan: Scan): Range[] {
  return toChains(toDigitGroups(scan), (gap) => gap === '.').flatMap((chain) => {
    const [first, , , last] = chain;
    if (chain.length !== 4 || !first || !last || !chain.every(isOctet)) return [];
    const { start } = first;
    const { end } = last;
    const before = scan.at(start - 1);
    if (isWordChar(before) || before === '_' || (before === '.' && isWordChar(scan.at(start - 2)))) return [];
    if (isAsciiLetter(scan.at(end)) || scan.at(end) === '_') return [];
    // `5.4.0.1-rc2`
    if (scan.at(end) === '-' && isAsciiLetter(scan.at(end + 1))) return [];
    const parts = chain.map(({ digits }) => Number(digits));
    return !isNobody(parts) && isAddress(scan, start, end, parts) ? [{ start, end }] : [];
  });
}

/** The longest address there is, with an IPv4 tail. */
const LONGEST = 45;

/** RFC 4291, section 2.2. `10:30:45` and the address of a network card are none, `std::cout` is none. */
function isV6(text: string): boolean {
  const halves = text.split('::');
  const groups = text.split(':').filter(Boolean);
  const tail = groups.at(-1)?.includes('.') ? 2 : 1;
  const size = groups.length - 1 + tail;
  const whole = groups.every(
    (group, index) => (index === groups.length - 1 && tail === 2) || /^[\da-f]{1,4}$/i.test(group),
  );
  if (!whole || halves.length > 2) return false;
  if (halves.length === 1) return size === 8 && !text.startsWith(':') && !text.endsWith(':');
  // Short forms need more than two hex words around `::` to be told from names in programs.
  const named = /^(?:[23]|f[cde])[\da-f]{2,3}$/i.test(groups[0] ?? '');
  return size < 8 && /\d/.test(text) && (groups.length > 2 || named || tail === 2);
}

const isV6Char = (char: string) => isHex(char) || char === ':' || char === '.';

function findV6(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (!isV6Char(scan.at(at))) continue;
    const start = at;
    while (isV6Char(scan.at(at))) at += 1;
    let end = at;
    while (
      end > start &&
      (scan.at(end - 1) === '.' || (scan.at(end - 1) === ':' && scan.at(end - 2) !== ':'))
    )
      end -= 1;
    const stuck =
      isWordChar(scan.at(start - 1)) ||
      scan.at(start - 1) === '_' ||
      isWordChar(scan.at(at)) ||
      scan.at(at) === '_';
    if (!stuck && end - start <= LONGEST && end - start > 3 && isV6(scan.slice(start, end)))
      found.push({ start, end });
  }
  return found;
}

/** Addresses of computers, IPv4 and IPv6; not of this very computer. */
export const findIps = (scan: Scan): Range[] => [...findV4(scan), ...findV6(scan)];
