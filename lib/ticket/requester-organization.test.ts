import { expect, it } from 'vitest';
import { toOrganization } from './organization';
import { isPublicMail, organizationOf } from './requester-organization';

const requester = { id: '8', name: 'Ada', email: 'ada@Orchard.test' };

it('is the desk’s own record where there is one', () => {
  expect(toOrganization({ id: '4', name: 'Orchard Ltd' })).toEqual({
    id: '4',
    name: 'Orchard Ltd',
    source: 'desk',
    url: null,
  });
  expect(toOrganization(null)).toBeNull();
  expect(toOrganization({ id: '', name: 'x' })).toBeNull();
});

it('is told from the requester otherwise: the mail domain, else the person', () => {
  expect(organizationOf(requester)).toMatchObject({ id: 'orchard.test', source: 'email' });
  expect(organizationOf({ ...requester, email: 'ada@gmail.com' })).toMatchObject({
    id: 'ada@gmail.com',
    name: 'Ada',
    source: 'requester',
  });
  expect(organizationOf({ id: '', name: '', email: '' })).toBeNull();
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
