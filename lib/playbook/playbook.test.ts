import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from './default-playbook';
import { PlaybookSchema } from './playbook';

const withContact = (contact: object) =>
  PlaybookSchema.safeParse({
    ...defaultPlaybook,
    contacts: [{ name: 'Night desk', role: 'On-call engineer', when: 'Nobody can sign in', ...contact }],
  }).success;

describe('the playbook', () => {
  it('is valid as it ships, and as it was written before there were contacts', () => {
    expect(PlaybookSchema.safeParse(defaultPlaybook).data).toEqual(defaultPlaybook);
    const { contacts: _, ...older } = defaultPlaybook;
    expect(PlaybookSchema.safeParse(older).data).toEqual(defaultPlaybook);
  });

  it.each([
    [{}, true],
    [{ phone: '+49 (30) 5550-100', chat: 'https://chat.example/oncall', hours: 'day and night' }, true],
    [{ phone: 'javascript:alert(1)' }, false],
    [{ phone: '12;ext=1' }, false],
    [{ chat: 'javascript:alert(1)' }, false],
    [{ url: 'http://pager.example' }, false],
    [{ url: 'https://' }, false],
    [{ name: '' }, false],
  ])('contact %j is valid: %s', (contact, valid) => {
    expect(withContact(contact)).toBe(valid);
  });
});
