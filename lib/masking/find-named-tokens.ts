import { isSpace, isTokenChar, isWordChar, looksSecret } from './characters';
import type { Range } from './found';
import { toNames } from './look-back';
import { findNamed, type NamedValue } from './named-values';
import type { Scan } from './scan';

// biome-ignore format: a table
const TOKEN_NAMES = [
  'api_key', 'api-key', 'api key', 'apikey', 'api-schlüssel', 'api-token', 'api token', 'api_token', 'access_token', 'access-token',
  'access token', 'accesstoken', 'refresh_token', 'refresh-token', 'refresh token', 'refreshtoken', 'id_token', 'auth_token',
  'auth-token', 'authtoken', 'session_token', 'csrf_token', 'csrf-token', 'xsrf-token', 'private-token', 'private_token', 'client_secret',
  'client-secret', 'client secret', 'clientsecret', 'secret_key', 'secret-key', 'secret key', 'secretkey', 'private_key', 'access_key',
  'access-key', 'access key', 'accesskey', 'secret_access_key', 'account_key', 'accountkey', 'sharedaccesskey', 'shared_secret',
  'webhook_secret', 'sessionid', 'session_id', 'session-id', 'jsessionid', 'phpsessid', 'token', 'secret', 'license key', 'licence key',
];
/** Names that mean something else as well: a secret only as a long parameter of an address. */
const QUERY_NAMES = [
  'key',
  'code',
  'auth',
  'sig',
  'signature',
  'x-amz-signature',
  'x-goog-signature',
  'sid',
  'otp',
  'jwt',
  'ticket',
  'credential',
];
/** Mentioned in prose as often as given: `Unexpected token: E-4102`. */
const COMMON = ['token', 'secret'];
const AUTHORIZATION = ['authorization', 'proxy-authorization', 'x-authorization'];
const COOKIES = ['cookie', 'set-cookie'];
const NAMES = toNames([...TOKEN_NAMES, ...QUERY_NAMES, ...AUTHORIZATION, ...COOKIES]);
const QUOTES = '"\'';
const SCHEMES = ['bearer', 'basic', 'token', 'digest'];

function isToken({ name, text, by, quoted, inQuery, nextLine }: NamedValue): boolean {
  if (nextLine) return false;
  if (!TOKEN_NAMES.includes(name)) return inQuery && text.length >= 16 && looksSecret(text);
  if (!looksSecret(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (inQuery) return text.length >= 4;
  const least = COMMON.includes(name) && by !== '=' && !quoted ? 12 : 6;
  return text.length >= least && !text.includes('(') && !text.startsWith('$');
}

/** To the end of the line, or to one of the quotes the header may stand in. */
function lineEnd(scan: Scan, from: number, quotes: string): number {
  let end = from;
  while (scan.at(end) !== '' && !'\n\f'.includes(scan.at(end)) && !quotes.includes(scan.at(end))) end += 1;
  while (end > from && isSpace(scan.at(end - 1))) end -= 1;
  return end;
}

/** Not `Basic Find/Create`: words with a sign between them are no code. */
const isCoded = (value: string) => /\d|=|[a-z][A-Z]/.test(value);

/** `Bearer …`, `Basic …`: the scheme stays, what follows goes. */
function findSchemes(scan: Scan): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < scan.length; at += 1) {
    if (isWordChar(scan.at(at - 1)) || !'bBtT'.includes(scan.at(at) || '-')) continue;
    const scheme = ['bearer ', 'basic ', 'token '].find(
      (it) => scan.slice(at, at + it.length).toLowerCase() === it,
    );
    if (!scheme) continue;
    const start = at + scheme.length;
    let end = start;
    while (isTokenChar(scan.at(end)) && end - start < 8_192) end += 1;
    while (end > start && '.,'.includes(scan.at(end - 1))) end -= 1;
    const least = scheme === 'token ' ? 20 : scheme === 'basic ' ? 8 : 10;
    if (end - start >= least && isCoded(scan.slice(start, end))) found.push({ start, end });
    at = Math.max(at, end - 1);
  }
  return found;
}

/** `Authorization: <scheme> …`, with any scheme left standing; null where the header only is spoken of. */
function credentialsOf(scan: Scan, { start, end, text, quoted }: NamedValue): Range | null {
  const isScheme = (word: string) => SCHEMES.includes(word.toLowerCase());
  if (quoted) return isScheme(text.split(' ', 1)[0] ?? '') ? { start, end } : null;
  if (isScheme(text)) return { start: end + 1, end: lineEnd(scan, end, QUOTES) };
  return looksSecret(text) && text.length >= 8 ? { start, end } : null;
}

/** The whole line: cookies may hold quotes of their own. */
function cookiesOf(scan: Scan, { start, end, text, quoted }: NamedValue): Range | null {
  if (!text.includes('=')) return null;
  return { start, end: quoted ? end : lineEnd(scan, start, "'") };
}

function findHeaders(scan: Scan, headers: readonly NamedValue[]): Range[] {
  const found: Range[] = [];
  for (const header of headers) {
    // One line is read to its end once, however often it names a header.
    if (header.start < (found.at(-1)?.end ?? 0)) continue;
    const range = COOKIES.includes(header.name) ? cookiesOf(scan, header) : credentialsOf(scan, header);
    if (range && range.end > range.start) found.push(range);
  }
  return found;
}

/** Tokens told by what announces them: headers, schemes, `api_key=…`, parameters of addresses. */
export function findNamedTokens(scan: Scan): Range[] {
  const named = findNamed(scan, NAMES);
  const isHeader = ({ name }: NamedValue) => AUTHORIZATION.includes(name) || COOKIES.includes(name);
  return [
    ...findHeaders(scan, named.filter(isHeader)),
    ...findSchemes(scan),
    ...named.filter((it) => !isHeader(it) && isToken(it)),
  ];
}
