const MAX_SLUG = 300;
/** Parameters that follow the reader about, and those that open doors: neither belongs into an id or a stored address. */
const TRACKING = /^(utm_.*|fbclid|gclid|msclkid|mc_[ce]id|_ga|ref|referrer)$/i;
const SECRET = /token|passw|secret|session|signature|credential|^(sid|auth|api_?key|code|jwt)$/i;

/** The address without credentials, secrets and scroll position; a fragment stays when it is a route (`#/ticket/5`). */
export function toPageUrl(url: URL): URL {
  const clean = new URL(url.href);
  clean.username = '';
  clean.password = '';
  for (const name of [...clean.searchParams.keys()]) {
    if (TRACKING.test(name) || SECRET.test(name)) clean.searchParams.delete(name);
  }
  if (!/^#!?[^=]*\//.test(clean.hash) || SECRET.test(clean.hash)) clean.hash = '';
  return clean;
}

/** Readable and stable: the same page gives the same id in every browser. Too long ones keep both ends. */
export function toPageId(url: URL): string {
  const clean = toPageUrl(url);
  clean.searchParams.sort();
  const slug = `${clean.host}${clean.pathname}${clean.search}${clean.hash}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug.length <= MAX_SLUG ? slug : `${slug.slice(0, MAX_SLUG / 2)}~${slug.slice(-(MAX_SLUG / 2 - 1))}`;
}

/** Looks like a ticket key but names a standard or a product. */
const NO_KEY = /^(UTF|ISO|SHA|MD|RFC|HTTP|TLS|CVE|COVID|IPV|USB|EN)-/;
const KEY = '[A-Z][A-Z0-9]{1,9}-\\d{1,7}';
const CALLED =
  '(?:ticket|case|request|issue|bug|task|incident|conversation|thread|question|anfrage|demande|заявка)';
const PATTERNS = [
  /^()(\d{5,20}) /,
  /(^|[\s[(])[#№] ?(\d{1,20})(?!\w)/,
  new RegExp(`(\\b)${CALLED}[ :#/-]{1,3}(\\d{1,20})(?!\\w)`, 'i'),
];
const IN_PATH = new RegExp(`(${CALLED}s?/(?:[a-z]+/)?(?=\\w+(?:/|$))|^/T(?=\\d+$))(\\d{1,12}|${KEY})`, 'i');

/** `#123`, `ABC-123` or `Ticket 123`, when one of the given texts holds a clear one. Earlier texts win. */
export function findNumber(texts: readonly string[], url: URL): string {
  for (const text of texts) {
    const line = text.slice(0, 500);
    const key = new RegExp(`(?:^|[\\s[(#])(${KEY})(?![\\w-])`).exec(line)?.[1];
    if (key && !NO_KEY.test(key)) return key;
    for (const pattern of PATTERNS) {
      const number = pattern.exec(line)?.[2];
      if (number) return number;
    }
  }
  const { pathname, hash, searchParams } = toPageUrl(url);
  const [, place = '', found] = IN_PATH.exec(pathname + hash) ?? [];
  const id = /^\d{1,12}$/.exec(searchParams.get('id') ?? '')?.[0] ?? '';
  return found ? (place === '/T' ? `T${found}` : found) : id;
}
