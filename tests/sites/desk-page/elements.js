/** Building blocks of the page: elements are made from text, never from HTML. */
export const byId = (id) => document.getElementById(id);

export function element(name, options = {}, ...children) {
  const { className, attributes = {} } = options;
  const node = document.createElement(name);
  if (className) node.className = className;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export const box = (className, ...children) => element('div', { className }, ...children);
export const span = (className, ...children) => element('span', { className }, ...children);

/** The server's clock rules the ages, so that a test can set it. */
let clockAheadMs = 0;

export function setClock(serverTime) {
  clockAheadMs = serverTime - Date.now();
}

function formatAge(iso) {
  const minutes = Math.max(0, Math.round((Date.now() + clockAheadMs - Date.parse(iso)) / 60000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 60 * 36) return `${Math.round(minutes / 60)} h ago`;
  return `${Math.round(minutes / 1440)} days ago`;
}

export function timeElement(iso) {
  const attributes = { datetime: iso, title: new Date(iso).toLocaleString() };
  return element('time', { className: 'humanTimeFromNow', attributes }, formatAge(iso));
}

export function refreshAges() {
  for (const node of document.querySelectorAll('time.humanTimeFromNow')) {
    node.textContent = formatAge(node.dateTime);
  }
}

export const fullName = (person) => [person?.firstname, person?.lastname].filter(Boolean).join(' ') || '-';

export function avatar(name, id) {
  const letters = name.split(/\s+/).map((part) => [...part][0] ?? '');
  const initials = (letters[0] ?? '') + (letters.length > 1 ? letters.at(-1) : '');
  const attributes = { 'aria-hidden': 'true' };
  return element('span', { className: `avatar avatar--${id % 6}`, attributes }, initials.toUpperCase());
}
