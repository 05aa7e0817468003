import { afterEach, expect, it, vi } from 'vitest';
import { aTicket } from '@/tests/factories';
import { fillFreshReply, fillReply, replyAddress } from './fill-reply';

const reply = { text: 'Hello', append: false };
afterEach(() => vi.useRealTimers());

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

it('has the words where the page has none', async () => {
  const error = { kind: 'not-found', detail: '' };
  expect(await fill({ ok: false, error })).toEqual({
    ok: false,
    error: { kind: 'not-found', detail: 'Another ticket is open by now. Go back to it, then try again.' },
  });
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

it('names the page with the reply box, where it is not the ticket’s own', () => {
  const ticket = { desk: 'request-tracker', deskKey: 'request-tracker https://desk.test/rt', ticketId: '7' };
  expect(replyAddress(ticket)).toBe('https://desk.test/rt/Ticket/Update.html?Action=Respond&id=7');
  expect(replyAddress(aTicket())).toBeNull();
});

it('waits on a fresh page until its editor is up, but not for ever', async () => {
  vi.useFakeTimers();
  const notUp = { ok: false, error: { kind: 'half-loaded', detail: 'Not up.' } };
  const inserted = { ok: true, receipt: { written: 'inserted', visibility: 'public' } };
  const ask = vi
    .fn()
    .mockResolvedValueOnce(notUp)
    .mockResolvedValueOnce(notUp)
    .mockResolvedValueOnce(inserted);
  const done = fillFreshReply(aTicket(), reply, ask);
  await vi.runAllTimersAsync();
  expect(await done).toMatchObject({ ok: true });
  expect(ask).toHaveBeenCalledTimes(3);

  const never = fillFreshReply(aTicket(), reply, async () => notUp);
  await vi.runAllTimersAsync();
  expect(await never).toEqual(notUp);
});
