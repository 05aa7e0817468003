import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { PERSONAL } from '@/tests/sites/tickets/personal';
import type { ArticleChange } from './article-change';
import { maskChange, publishedIn } from './mask-change';

const { masks: rules } = defaultPlaybook;
const { email, phone, card, iban, nationalId, password, token, jwt, inAddress, queryToken, ip } = PERSONAL;
const told = [
  `Write to ${email} or ${phone}. Card ${card}, account ${iban}, id ${nationalId}.`,
  `Password: ${password} and later ${password} again; ${token}; Bearer ${jwt}`,
  `https://${inAddress}/in from ${ip}, https://app.marlow.example/refunds?token=${queryToken}`,
].join('\n');

const CHANGES: readonly ArticleChange[] = [
  { kind: 'add', title: told, markdown: `## Issue\n\n${told}`, audience: 'public', labels: [told] },
  { kind: 'fix', recordId: 'a/1', title: told, markdown: told },
  {
    kind: 'flag',
    recordId: 'a/1',
    title: 'Old',
    url: '',
    flag: 'wrong',
    where: 'public-article',
    note: told,
  },
];

describe('a change to an article', () => {
  it.each(CHANGES)('leaves with nothing personal in it: $kind', (change) => {
    const { change: masked, masks } = maskChange(change, rules, []);
    const text = JSON.stringify(masked);
    for (const secret of Object.values(PERSONAL)) expect(text).not.toContain(secret);
    expect(masks.length).toBeGreaterThan(4);
  });

  it('keeps what names the article, and every word that is none of that', () => {
    const url = 'https://help.example/123456789012?mail=help@marlow.test';
    const change: ArticleChange = {
      ...CHANGES[2],
      kind: 'flag',
      url,
      note: 'Since 5.4.1 it says Deliver',
    } as ArticleChange;
    expect(maskChange(change, rules, [])).toEqual({ change, masks: [] });
  });

  it('lets through what the article tells already, and what the agent took back', () => {
    const before = 'Write to help@marlow.test.';
    const markdown = `${before} Greta did, from greta@halden.test.`;
    const change: ArticleChange = { kind: 'fix', recordId: 'a/1', title: 'Help', markdown };
    const published = publishedIn(before, rules);
    const masked = maskChange(change, rules, published);
    expect(masked.change).toMatchObject({
      markdown: `${before} Greta did, from [e-mail 2].`,
    });
    const all = masked.masks.map(({ id }) => id);
    expect(maskChange(change, rules, all).change).toEqual(change);
  });
});
