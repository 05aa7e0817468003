import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from './default-playbook';
import { parsePlaybook, toPlaybook } from './parse-playbook';

const changed = (change: (playbook: Record<string, unknown>) => void): string => {
  const playbook = structuredClone(defaultPlaybook) as unknown as Record<string, unknown>;
  change(playbook);
  return JSON.stringify(playbook);
};

describe('parsePlaybook', () => {
  it('reads back what was exported, with whom to call', () => {
    const contacts = [
      { name: 'Night desk', role: 'Operations', when: 'Everything is down', phone: '+1 555 0100' },
    ];
    const text = changed((playbook) => Object.assign(playbook, { contacts }));
    expect(parsePlaybook(text)).toMatchObject({ ok: true, value: { contacts } });
    expect(toPlaybook(text).contacts).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{"version": 1', /^It is not JSON/],
    ['10 MB', `"${'x'.repeat(10_000_000)}"`, /larger than 1 MB/],
    ['another version', changed((it) => Object.assign(it, { version: 2 })), /^version: /],
    [
      'a missing level',
      changed((it) => Object.assign(it, { severities: defaultPlaybook.severities.slice(1) })),
      /level 1|severities/,
    ],
    [
      'a level twice',
      changed((it) =>
        Object.assign(it, { severities: [...defaultPlaybook.severities, defaultPlaybook.severities[0]] }),
      ),
      /^severities must hold level/,
    ],
    [
      'a missing scale',
      changed((it) => Object.assign(it, { massness: [] })),
      /^massness must hold isolated once/,
    ],
    ['no calendar', changed((it) => Object.assign(it, { calendar: null })), /^calendar: /],
    [
      'a script for a link',
      changed((it) =>
        Object.assign(it, { contacts: [{ name: 'A', role: 'B', when: 'C', url: 'javascript:alert(1)' }] }),
      ),
      /^contacts\[0\]\.url: /,
    ],
    [
      'a field of a field',
      changed((it) => Object.assign(it, { parts: [{ id: 'a', name: '', administrator: '' }] })),
      /^parts\[0\]\.name: /,
    ],
  ])('refuses %s and names the field', (_name, text, words) => {
    const parsed = parsePlaybook(text);
    expect(parsed.ok ? '' : parsed.error).toMatch(words);
    expect(toPlaybook(text)).toBe(defaultPlaybook);
  });

  it('takes nothing from a prototype', () => {
    const text = changed(() => undefined).replace('{"version"', '{"__proto__":{"polluted":true},"version"');
    const parsed = parsePlaybook(text);
    expect(parsed.ok && 'polluted' in parsed.value).toBe(false);
  });
});
