import {
  avatar,
  box,
  byId,
  element,
  fullName,
  refreshAges,
  setClock,
  span,
  timeElement,
} from './elements.js';
import { toSafeFragment, toTextFragment } from './safe-html.js';

/**
 * The desk's page: hash routes as in Zammad (`#ticket/zoom/ID`), a ticket once opened stays
 * mounted and hidden, new messages are polled for the visible one.
 */
const pollMs = 3000;
const listMs = 15000;
const zooms = new Map();
let csrfToken = document.querySelector('meta[name="csrf-token"]')?.content ?? '';
let openId = null;
const assets = { Ticket: {}, User: {}, Organization: {} };

async function api(path, init = {}) {
  const writing = init.method && init.method !== 'GET';
  const headers = writing ? { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken } : {};
  const response = await fetch(`/api/v1/${path}`, { ...init, headers });
  csrfToken = response.headers.get('CSRF-TOKEN') ?? csrfToken;
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (date) setClock(date);
  if (response.status === 401) showLogin();
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/* list */

async function loadList() {
  const query = byId('search').value.trim();
  const { ids, found } = query ? await searchList(query) : await allList();
  for (const group of ['Ticket', 'User', 'Organization']) Object.assign(assets[group], found[group]);
  const tickets = ids
    .map((id) => assets.Ticket[id])
    .filter((ticket) => ticket && (query || ticket.state_id !== 4))
    .sort((a, b) => b.updated_at.localeCompare(a.updated_at));
  byId('list-name').textContent = query ? 'Search result' : 'Open tickets';
  byId('list-count').textContent = String(tickets.length);
  byId('ticket-list').replaceChildren(...tickets.map(listRow));
  markOpen();
}

async function allList() {
  const answer = await api('tickets?full=true&per_page=100');
  return { ids: answer.record_ids, found: answer.assets };
}

async function searchList(query) {
  const answer = await api(`tickets/search?query=${encodeURIComponent(query)}&per_page=50`);
  return { ids: answer.tickets, found: answer.assets };
}

function listRow(ticket) {
  const organization = assets.Organization[ticket.organization_id]?.name;
  const person = element('bdi', {}, fullName(assets.User[ticket.customer_id]));
  const who = organization ? [person, ' · ', element('bdi', {}, organization)] : [person];
  const state = { 1: 'new', 2: 'open', 3: 'pending', 4: 'closed' }[ticket.state_id] ?? 'open';
  const title = element(
    'span',
    { className: 'row-title', attributes: { dir: 'auto' } },
    ticket.title || '(no subject)',
  );
  const row = element(
    'a',
    { className: 'row', attributes: { href: `#ticket/zoom/${ticket.id}` } },
    box(
      'row-top',
      span(`state state--${state}`),
      span('row-number', `#${ticket.number}`),
      timeElement(ticket.updated_at),
    ),
    title,
    span('row-who', ...who),
  );
  return element('li', { attributes: { 'data-id': String(ticket.id) } }, row);
}

function markOpen() {
  for (const row of byId('ticket-list').children) {
    row.classList.toggle('is-active', row.dataset.id === openId);
  }
}

/* one ticket */

function createZoom(id, answer) {
  const ticket = answer.assets.Ticket[id];
  const customer = answer.assets.User[ticket.customer_id];
  const organization = answer.assets.Organization[ticket.organization_id];
  const articles = box('ticket-article');
  const title = element(
    'div',
    { className: 'ticket-title-update js-objectTitle', attributes: { dir: 'auto' } },
    ticket.title,
  );
  const header = box(
    'ticketZoom-header',
    box('ticket-title', title),
    box(
      'ticket-subline task-subline',
      span('ticket-hook', 'Ticket#'),
      span('ticket-number', ticket.number),
      ' · created ',
      timeElement(ticket.created_at),
    ),
    box('tags', ...answer.tags.map((tag) => span('list-item', span('list-item-name', tag)))),
  );
  const scroller = box('scrollable', articles);
  const main = box('main', header, scroller, replyBox(id));
  const root = element(
    'section',
    {
      className: 'content ticketZoom',
      attributes: { id: `content_permanent_Ticket-${id}`, 'data-ticket-id': id },
    },
    main,
    sidebar(ticket, customer, organization, answer.assets.User[ticket.owner_id]),
  );
  return { root, articles, scroller, ticket, ids: new Set() };
}

function fact(label, value, title = label) {
  if (value === null || value === undefined || value === '') return '';
  const text = element('dd', { attributes: { title, dir: 'auto' } }, String(value));
  return box('fact', element('dt', {}, label), text);
}

function sidebar(ticket, customer, organization, owner) {
  const state = { 1: 'new', 2: 'open', 3: 'pending reminder', 4: 'closed' }[ticket.state_id];
  const priority = { 1: '1 low', 2: '2 normal', 3: '3 high' }[ticket.priority_id];
  const known = 'id name shared domain domain_assignment active vip note member_ids'.split(' ');
  const extras = Object.entries(organization ?? {}).filter(([key]) => !known.includes(key));
  const tab = (name, heading, ...facts) =>
    element(
      'section',
      { className: 'sidebar', attributes: { 'data-tab': name } },
      element('h2', {}, heading),
      element('dl', {}, ...facts),
    );
  return element(
    'aside',
    { className: 'tabsSidebar', attributes: { 'aria-label': 'About this ticket' } },
    tab(
      'ticket',
      'Ticket',
      fact('State', state),
      fact('Priority', priority),
      fact('Owner', fullName(owner)),
      fact('Group', 'Support'),
    ),
    tab(
      'customer',
      'Customer',
      fact('Name', fullName(customer)),
      fact('Email', customer?.email),
      fact('Phone', customer?.phone),
      fact('VIP', customer?.vip ? 'yes' : ''),
    ),
    organization
      ? tab(
          'organization',
          'Organization',
          fact('Name', organization.name),
          fact('Domain', organization.domain),
          ...extras.map(([key, value]) => fact(key.replaceAll('_', ' '), value, key)),
          fact('Note', organization.note),
        )
      : '',
  );
}

function articleElement(article) {
  const kind = article.sender.toLowerCase();
  const name = article.from.replace(/\s*<[^<>]*>$/, '') || article.from;
  const body = box('textBubble-content richtext-content');
  body.dir = 'auto';
  if (article.content_type === 'text/html') body.append(toSafeFragment(article.body));
  else body.append(toTextFragment(article.body));
  body.classList.toggle('is-plain', article.content_type !== 'text/html');
  if (!article.body.trim()) body.append(span('blocked', 'no text'));
  const meta = box(
    'article-meta',
    element('strong', { className: 'article-from', attributes: { dir: 'auto' } }, name),
    span('article-type', article.internal ? 'internal note' : article.type),
    timeElement(article.created_at),
  );
  const bubble = box(`textBubble${article.internal ? ' internal' : ''}`, meta, body, attachments(article));
  return element(
    'article',
    {
      className: `ticket-article-item ${kind} ${article.type}${article.internal ? ' is-internal' : ''}`,
      attributes: { 'data-id': String(article.id), id: `article-${article.id}` },
    },
    avatar(name, article.created_by_id),
    bubble,
  );
}

function attachments(article) {
  if (article.attachments.length === 0) return '';
  return box(
    'attachments',
    ...article.attachments.map((file) => {
      const href = `/api/v1/ticket_attachment/${article.ticket_id}/${article.id}/${file.id}`;
      const link = element('a', {
        className: 'attachment',
        attributes: { href: `${href}?disposition=attachment` },
      });
      if (/^image\/png$/.test(file.preferences['Content-Type'])) {
        const thumb = element('img', {
          className: 'thumb',
          attributes: { src: `${href}?view=preview`, alt: '' },
        });
        // The type is what the sender said it is; a file that is no picture keeps its name only.
        thumb.addEventListener('error', () => thumb.remove());
        link.append(thumb);
      }
      const name = element('bdi', { className: 'attachment-name' }, file.filename);
      const size =
        Number(file.size) > 1023 ? `${Math.round(Number(file.size) / 1024)} KB` : `${file.size} bytes`;
      link.append(span('attachment-text', name, span('attachment-size', size)));
      return link;
    }),
  );
}

function replyBox(id) {
  const attributes = {
    contenteditable: 'true',
    'data-name': 'body',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Reply',
    'data-placeholder': 'Write a reply …',
  };
  const body = element('div', { className: 'articleNewEdit-body', attributes });
  const internal = element('input', { attributes: { type: 'checkbox', name: 'internal' } });
  const status = element('span', { className: 'reply-status', attributes: { role: 'status' } });
  const send = element(
    'button',
    { className: 'btn btn--primary js-submit', attributes: { type: 'submit' } },
    'Send',
  );
  internal.addEventListener('change', () => form.classList.toggle('is-internal', internal.checked));
  const form = element(
    'form',
    { className: 'article-add' },
    body,
    box(
      'article-add-bar',
      element('label', { className: 'internal-switch' }, internal, ' Internal note'),
      status,
      send,
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!body.textContent.trim()) return;
    send.disabled = true;
    status.textContent = '';
    const article = {
      ticket_id: Number(id),
      // `textContent` would lose the line breaks of what was put there.
      body: body.innerText,
      content_type: 'text/plain',
      sender: 'Agent',
      type: internal.checked ? 'note' : 'email',
      internal: internal.checked,
    };
    try {
      await api('ticket_articles', { method: 'POST', body: JSON.stringify(article) });
      body.replaceChildren();
      await loadArticles(id);
    } catch {
      status.textContent = 'Not sent. The text is kept, try again.';
    }
    send.disabled = false;
  });
  return form;
}

async function loadArticles(id) {
  const zoom = zooms.get(id);
  if (zoom) addArticles(zoom, await api(`ticket_articles/by_ticket/${id}`));
}

function addArticles(zoom, articles) {
  const fresh = articles.filter((article) => !zoom.ids.has(article.id));
  if (fresh.length === 0) return;
  for (const article of fresh) zoom.ids.add(article.id);
  zoom.articles.append(...fresh.map(articleElement));
  zoom.scroller.scrollTop = zoom.scroller.scrollHeight;
}

/* routes */

async function openFromHash() {
  const [, id = null] = /^#ticket\/zoom\/(\d+)/.exec(location.hash) ?? [];
  openId = id;
  markOpen();
  if (id !== null && !zooms.has(id)) {
    try {
      const answer = await api(`tickets/${id}?all=true`);
      if (!zooms.has(id)) {
        const zoom = createZoom(id, answer);
        zooms.set(id, zoom);
        byId('content').append(zoom.root);
        addArticles(
          zoom,
          answer.ticket_article_ids.map((articleId) => answer.assets.TicketArticle[articleId]),
        );
      }
    } catch (error) {
      if (openId === id) showEmpty(`This ticket could not be opened (${error.message}).`);
      return;
    }
  }
  // The agent may have gone on to another ticket while this one was loading.
  if (openId === id) showOnly(id);
}

function showOnly(id) {
  for (const [key, zoom] of zooms) {
    const isOpen = key === id;
    zoom.root.classList.toggle('active', isOpen);
    zoom.root.hidden = !isOpen;
  }
  const zoom = zooms.get(id);
  byId('empty').hidden = Boolean(zoom);
  if (!zoom) showEmpty('Choose a ticket at the left.');
  document.title = zoom ? `${zoom.ticket.number} - ${zoom.ticket.title}` : 'Marlow Support';
  if (zoom) zoom.scroller.scrollTop = zoom.scroller.scrollHeight;
}

function showEmpty(text) {
  for (const zoom of zooms.values()) zoom.root.hidden = true;
  byId('empty').hidden = false;
  byId('empty').textContent = text;
}

/* session */

function showLogin() {
  if (!byId('login').open) byId('login').showModal();
}

byId('login-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = new FormData(event.target);
  const body = JSON.stringify({ username: fields.get('username'), password: fields.get('password') });
  try {
    await api('signin', { method: 'POST', body });
    byId('login').close();
    await start();
  } catch {
    byId('login-error').textContent = 'That did not work. Check email and password.';
  }
});

async function start() {
  const me = await api('users/me');
  byId('me').textContent = fullName(me);
  await loadList();
  await openFromHash();
}

const quietly = (work) => work.catch(() => undefined);
let searchTimer = 0;
byId('search').addEventListener('input', () => {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => quietly(loadList()), 200);
});
addEventListener('hashchange', () => quietly(openFromHash()));
setInterval(() => {
  if (document.hidden || byId('login').open) return;
  refreshAges();
  if (openId !== null && zooms.has(openId)) quietly(loadArticles(openId));
}, pollMs);
setInterval(() => {
  if (!document.hidden && !byId('login').open) quietly(loadList());
}, listMs);
quietly(start());
