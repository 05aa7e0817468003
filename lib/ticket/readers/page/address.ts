import { toLine } from '@/lib/ticket/bounds';

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
const NO_KEY = /^(UTF|ISO|SHA|MD|RFC|HTTP|TLS|SSL|COVID|WIN|MP|CVE|EN|DIN|IPV|USB|PS|Q)-/;

/** `#123`, `ABC-123` or `Ticket 123`, when one of the given texts holds a clear one. Earlier texts win. */
export function findNumber(texts: readonly string[], url: URL): string {
  for (const text of texts) {
    const line = text.slice(0, 500);
    const key = /(?:^|[\s[(#])([A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-])/.exec(line)?.[1];
    if (key && !NO_KEY.test(key)) return key;
    const number =
      /(?:^|[\s[(])(?:#|№) ?(\d{1,20})(?!\w)/.exec(line)?.[1] ??
      /\b(?:ticket|case|request|issue|bug|task|incident|conversation|anfrage|demande|solicitud|заявка)[ :#/-]{1,3}(\d{1,20})(?!\w)/i.exec(
        line,
      )?.[1];
    if (number) return number;
  }
  const path = toPageUrl(url);
  const first = /^\d{5,20}(?= )/.exec(texts[0] ?? '')?.[0] ?? /^\/(T\d+)$/.exec(url.pathname)?.[1];
  if (first) return first;
  const inPath =
    /\/(?:[a-z_-]*(?:ticket|case|request|issue|incident|conversation|thread|question)s?)\/(?:[a-z]+\/)?(\d{1,12}|[A-Z][A-Z0-9]{1,9}-\d{1,7})(?:\/|$)/i;
  const found = inPath.exec(path.pathname + path.hash)?.[1];
  return toLine(
    found ?? (/^\d{1,12}$/.test(path.searchParams.get('id') ?? '') ? path.searchParams.get('id') : ''),
  );
}
