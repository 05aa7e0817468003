/**
 * Customer HTML, rebuilt from a short list of elements without their attributes. It is parsed by
 * DOMParser (nothing loads, nothing runs there) and never assigned to innerHTML.
 */
const kept = new Set(
  'a abbr b blockquote br code dd div dl dt em h1 h2 h3 h4 hr i li ol p pre s small span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const dropped = new Set(
  'script style template iframe object embed link meta form input button select textarea svg math noscript title head audio video canvas'.split(
    ' ',
  ),
);

/** @param {string} html */
export function toSafeFragment(html) {
  const fragment = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  copyChildren(parsed.body, fragment, 0);
  return fragment;
}

function copyChildren(from, to, depth) {
  // A thousand nested quotes are no reason to overflow the stack.
  if (depth > 80) {
    to.append(from.textContent ?? '');
    return;
  }
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const name = node.localName;
    if (dropped.has(name)) continue;
    if (name === 'img') {
      to.append(toSafeImage(node));
      continue;
    }
    if (!kept.has(name)) {
      copyChildren(node, to, depth + 1);
      continue;
    }
    const copy = document.createElement(name);
    if (name === 'a') setSafeAddress(copy, node.getAttribute('href') ?? '');
    if (name === 'div' && node.classList.contains('gmail_signature')) copy.className = 'signature';
    copyChildren(node, copy, depth + 1);
    to.append(copy);
  }
}

/** Only pictures that came with the message; a remote one would tell the sender that it was read. */
function toSafeImage(node) {
  const url = toUrl(node.getAttribute('src') ?? '');
  if (url?.origin === location.origin && url.pathname.startsWith('/api/v1/ticket_attachment/')) {
    const image = document.createElement('img');
    image.src = url.href;
    image.alt = node.getAttribute('alt') ?? '';
    return image;
  }
  const hint = document.createElement('span');
  hint.className = 'blocked';
  hint.textContent = 'picture not loaded';
  return hint;
}

function setSafeAddress(link, address) {
  const url = toUrl(address);
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return;
  link.href = url.href;
  link.title = url.href;
  link.rel = 'noopener noreferrer nofollow';
  link.target = '_blank';
}

function toUrl(address) {
  try {
    return new URL(address, location.href);
  } catch {
    return null;
  }
}

/** Plain text with clickable addresses; line breaks are kept by the style sheet. */
export function toTextFragment(text) {
  const fragment = document.createDocumentFragment();
  text.split(/(https?:\/\/[^\s<>"')]*[^\s<>"').,;:!?])/).forEach((part, index) => {
    if (index % 2 === 0) {
      fragment.append(part);
      return;
    }
    const link = document.createElement('a');
    setSafeAddress(link, part);
    link.textContent = part;
    fragment.append(link);
  });
  return fragment;
}
