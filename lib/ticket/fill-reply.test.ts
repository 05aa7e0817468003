import { expect, it, vi } from 'vitest';
import { aTicket } from '@/tests/factories';
import { fillReply } from './fill-reply';

const reply = { text: 'Hello', append: false };
const fill = (answer: unknown) => fillReply(aTicket(), reply, async () => answer);

it('names desk and ticket, so that the page can tell whether they are still in front', async () => {
  const ask = vi.fn(async () => ({ ok: true, receipt: { written: 'inserted', visibility: 'public' } }));
  expect(await fillReply(aTicket(), reply, ask)).toEqual({
    ok: true,
    value: { written: 'inserted', visibility: 'public' },
  });
  expect(ask).toHaveBeenCalledWith('zammad', {
    type: 'reply',
    deskKey: 'zammad https://desk.test',
    reply: { ticketId: '7', ...reply },
  });
});

it('passes on why the page refused', async () => {
  const error = { kind: 'not-found', detail: 'Another ticket is open.' };
  expect(await fill({ ok: false, error })).toEqual({ ok: false, error });
});

it.each([undefined, 'yes', { ok: true }, { ok: true, receipt: { written: 'sent', visibility: null } }])(
  'believes no other answer: %o',
  async (answer) => {
    expect(await fill(answer)).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
  },
);

it('says when the page is gone', async () => {
  const gone = await fillReply(aTicket(), reply, () => Promise.reject(new Error('no tab')));
  expect(gone).toMatchObject({ ok: false, error: { kind: 'offline' } });
});
