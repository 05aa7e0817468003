import { describe, expect, it } from 'vitest';
import { parsePageRequest } from './page-request';

const addressed = { to: 'baton-page', reader: 'zammad' } as const;
const note = {
  ticketId: '17',
  text: 'x',
  link: { title: 'A', url: 'https://t.test/1' },
  marker: 'baton:0123456789',
};
const noteRequest = { ...addressed, type: 'note', deskKey: 'zammad https://z.test', note };
const reply = { ticketId: '17', text: 'Hello', append: false };
const replyRequest = { ...addressed, type: 'reply', deskKey: 'zammad https://z.test', reply };
const file = { ...addressed, type: 'attachment', url: '/x', maxBytes: 5 };

describe('requests to a page script', () => {
  it.each([
    { ...addressed, type: 'read' },
    { ...addressed, type: 'selection' },
    file,
    noteRequest,
    replyRequest,
  ])('takes %o', (message) => expect(parsePageRequest(message)).toEqual(message));

  it('takes nothing along that was not asked for', () => {
    const more = {
      extra: 1,
      ...noteRequest,
      note: { ...note, public: true, link: { ...note.link, rel: 'x' } },
    };
    expect(parsePageRequest(more)).toEqual(noteRequest);
  });

  it.each([
    null,
    undefined,
    'read',
    5,
    [],
    {},
    { ...addressed, type: 'eval' },
    { ...addressed, type: ['read'] },
    { ...addressed },
    { to: 'page', reader: 'zammad', type: 'read' },
    { to: 'baton-page', type: 'read' },
    { to: 'baton-page', reader: 5, type: 'read' },
    { ...file, maxBytes: undefined },
    { ...file, maxBytes: -1 },
    { ...file, maxBytes: 1e12 },
    { ...file, maxBytes: Number.NaN },
    { ...file, url: 5 },
    { ...file, url: 'x'.repeat(5_000) },
    { ...noteRequest, deskKey: null },
    { ...noteRequest, note: null },
    { ...noteRequest, note: { ...note, marker: '' } },
    { ...noteRequest, note: { ...note, marker: 'short' } },
    { ...noteRequest, note: { ...note, text: 'x'.repeat(200_000) } },
    { ...noteRequest, note: { ...note, ticketId: 17 } },
    { ...noteRequest, note: { ...note, link: undefined } },
    { ...noteRequest, note: { ...note, link: { title: 'A', url: 5 } } },
    { ...replyRequest, reply: { ...reply, text: 5 } },
    { ...replyRequest, reply: null },
    { ...replyRequest, deskKey: undefined },
  ])('refuses %#', (message) => expect(parsePageRequest(message)).toBeNull());
});
