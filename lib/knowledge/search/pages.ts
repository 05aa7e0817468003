const ADDRESS = /^https?:\/\/([^/?#]+)(\/[^?#]*)/i;
/** Numbers and keys name one thing on a page, not the page. */
const ID_PART = /^(?:\d+|[\da-f-]{16,})$/i;

/** The page an address leads to: host and path, with `*` for numbers and keys. Null for the start page and other runs. */
export function pageOf(run: string): string | null {
  const [, host = '', path = ''] = ADDRESS.exec(run) ?? [];
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return null;
  const page = parts.map((part) => (ID_PART.test(part) ? '*' : part.toLowerCase())).join('/');
  return `${host.toLowerCase()}/${page}`;
}
