import { expect, it } from 'vitest';
import { isPublicMail, toOrganization } from './organization';

const requester = { id: '8', name: 'Ada', email: 'ada@Orchard.test' };

it('takes the desk’s record first, then the mail domain, then the requester', () => {
  const desk = { id: '4', name: 'Orchard Ltd' };
  expect(toOrganization({ desk, requester })).toEqual({
    id: '4',
    name: 'Orchard Ltd',
    source: 'desk',
    url: null,
  });
  expect(toOrganization({ requester })).toMatchObject({ id: 'orchard.test', source: 'email' });
  expect(toOrganization({ requester: { ...requester, email: 'ada@gmail.com' } })).toMatchObject({
    id: 'ada@gmail.com',
    name: 'Ada',
    source: 'requester',
  });
  expect(toOrganization({ requester: { id: '', name: '', email: '' } })).toBeNull();
});

it.each(['gmail.com', 'yahoo.co.uk', 'gmx.de', 'mail.ru', 'qq.com', 'proton.me'])(
  '%s is public',
  (domain) => {
    expect(isPublicMail(domain)).toBe(true);
  },
);

it.each(['orchard.test', 'live.orchard.com', 'mail.orchard.com', 'notgmail.com'])('%s is not', (domain) => {
  expect(isPublicMail(domain)).toBe(false);
});
