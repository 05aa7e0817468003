import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from './default-playbook';
import { parsePlaybook, toPlaybook } from './parse-playbook';
import type { Playbook } from './playbook';

const changed = (change: (playbook: Playbook) => unknown): string => {
  const playbook = structuredClone(defaultPlaybook);
  change(playbook);
  return JSON.stringify(playbook);
};
const withFields = (fields: object) => JSON.stringify({ ...defaultPlaybook, ...fields });
const first = <T>(list: readonly T[]): T => {
  if (list[0] === undefined) throw new Error('The default has none.');
  return list[0];
};

const question = {
  id: 'browser',
  ask: 'Other browser?',
  reply: { en: 'Please try another browser, {customer}.' },
  answers: [
    { label: 'Yes', saidBy: ['other browser'], clientSide: true },
    { label: 'No', saidBy: [], clientSide: false },
  ],
};
const set = { id: 'login', title: 'Cannot sign in', symptoms: ['sign in'], questions: [question] };
const part = { id: 'reports', name: 'Reports', administrator: '' };
const pattern = (text: string) => ({
  masks: { kinds: [], patterns: [{ id: 'id', label: 'Id', pattern: text }] },
});

describe('parsePlaybook', () => {
  it('reads back what was exported, with whom to call', () => {
    const contacts = [
      { name: 'Night desk', role: 'Operations', when: 'Everything is down', phone: '+1 555 0100' },
    ];
    const text = withFields({ contacts });
    expect(parsePlaybook(text)).toMatchObject({ ok: true, value: { contacts } });
    expect(toPlaybook(text).contacts).toHaveLength(1);
  });

  it('fills in sections that came after the first playbooks', () => {
    const { questionSets, thresholds, templates, policy, masks, messages, ...older } = defaultPlaybook;
    const later = { questionSets, thresholds, templates, policy, masks, messages };
    expect(parsePlaybook(JSON.stringify(older), defaultPlaybook)).toMatchObject({ ok: true, value: later });
  });

  it('takes a question that stands in two sets', () => {
    expect(parsePlaybook(withFields({ questionSets: [set, { ...set, id: 'other' }] })).ok).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{"version": 1', /^It is not JSON/],
    ['a list', '[]', /^version: must be 1/],
    ['10 MB', `"${'x'.repeat(10_000_000)}"`, /larger than 1 MB/],
    ['0.9 million letters of 2 bytes', `"${'я'.repeat(900_000)}"`, /larger than 1 MB/],
    ['nesting without end', '['.repeat(450_000) + ']'.repeat(450_000), /^(version: |It is not JSON)/],
    ['no version', withFields({ version: undefined }), /^version: must be 1/],
    ['a later version', withFields({ version: 7 }), /^version: .* version 7, .* Update Baton/],
    [
      'a missing level',
      changed((it) => it.severities.shift()),
      /^severities: must hold each of the levels 1, 2, 3, 4 once/,
    ],
    [
      'a level instead of another',
      changed((it) => {
        first(it.severities).level = 2;
      }),
      /^severities\[1\]\.level: has the same value as one before: 2/,
    ],
    ['a missing scale', withFields({ massness: [] }), /^massness: must hold each of isolated,/],
    ['no calendar', withFields({ calendar: null }), /^calendar: must be a group of fields/],
    [
      'a section of another type',
      withFields({ checklist: {}, parts: 3 }),
      /^checklist: must be a list\. 1 more problem after it\.$/,
    ],
    [
      'a script for a link',
      withFields({ contacts: [{ name: 'A', role: 'B', when: 'C', url: 'javascript:alert(1)' }] }),
      /^contacts\[0\]\.url: must be an address/,
    ],
    [
      'an empty field of a field',
      withFields({ parts: [{ ...part, name: '' }] }),
      /^parts\[0\]\.name: is empty/,
    ],
    ['a field left out', withFields({ parts: [{ id: 'a' }] }), /^parts\[0\]\.name: is missing/],
    [
      'the same check twice',
      changed((it) => it.checklist.push(first(it.checklist))),
      /^checklist\[\d+\]\.id: has the same/,
    ],
    [
      'the same set twice',
      withFields({ questionSets: [set, { ...set, questions: [{ ...question, id: 'other' }] }] }),
      /^questionSets\[1\]\.id: has the same/,
    ],
    [
      'the same question twice in a set',
      withFields({ questionSets: [{ ...set, questions: [question, question] }] }),
      /^questionSets\[0\]\.questions\[1\]\.id: has the same value as one before: browser/,
    ],
    [
      'a placeholder nobody fills',
      withFields({
        questionSets: [{ ...set, questions: [{ ...question, reply: { en: 'Hi {password}' } }] }],
      }),
      /^questionSets\[0\]\.questions\[0\]\.reply\.en: may hold in braces only: customer,/,
    ],
    [
      'two templates of a kind',
      changed((it) => it.templates.push(first(it.templates))),
      /^templates\[\d+\]\.kind: has the same/,
    ],
    [
      'no template for bugs',
      changed((it) => {
        it.templates = [{ ...first(it.templates), kind: 'critical' }];
      }),
      /^templates: must hold one of the kind bug/,
    ],
    [
      'a choice of nothing',
      changed((it) => Object.assign(first(first(it.templates).fields), { input: 'choice', choices: [] })),
      /^templates\[0\]\.fields\[0\]\.choices: must have at least 2/,
    ],
    [
      'a field that no template has',
      withFields({ parts: [{ ...part, requires: ['no-such-field'] }] }),
      /^parts\[0\]\.requires\[0\]: no template has a field no-such-field/,
    ],
    ['the same part twice', withFields({ parts: [part, part] }), /^parts\[1\]\.id: has the same/],
    [
      'thresholds upside down',
      changed((it) => Object.assign(it.thresholds, { several: 6, everyone: 5 })),
      /^thresholds\.everyone: must be more than several, which is 6/,
    ],
    [
      'one person as an organization',
      changed((it) => Object.assign(it.thresholds, { organization: 1 })),
      /^thresholds\.organization: must be at least 2/,
    ],
    [
      'half a person',
      changed((it) => Object.assign(it.thresholds, { organization: 2.5 })),
      /^thresholds\.organization: must be a whole number/,
    ],
    [
      'a day that ends before it starts',
      changed((it) => Object.assign(it.calendar, { start: '18:00', end: '09:00' })),
      /^calendar\.end: must be later than the start, which is 18:00/,
    ],
    [
      'a time zone that is none',
      changed((it) => Object.assign(it.calendar, { timeZone: 'Europe/Atlantis' })),
      /^calendar\.timeZone: must be a time zone/,
    ],
    [
      'a day that is none',
      changed((it) => Object.assign(it.calendar, { holidays: ['2026-02-30'] })),
      /^calendar\.holidays\[0\]: must be a date/,
    ],
    [
      'an expression for a mask',
      withFields(pattern('(a+)+$')),
      /^masks\.patterns\[0\]\.pattern: must be made/,
    ],
    [
      'a bomb of brackets',
      withFields(pattern('[#-#]{9999}')),
      /^masks\.patterns\[0\]\.pattern: must be made/,
    ],
    ['a mask of fixed words', withFields(pattern('secret')), /must hold at least one of # @ \?/],
    [
      'a phrase with a comma',
      changed((it) => it.thresholds.platformWords.unshift('down, all')),
      /^thresholds\.platformWords\[0\]: must be one phrase/,
    ],
    [
      'a policy of no level',
      withFields({ policy: [{ severity: 5, who: 'A', what: 'B' }] }),
      /^policy\[0\]\.severity: must be one of: 1, 2, 3, 4/,
    ],
  ])('refuses %s and names the field', (_name, text, words) => {
    const parsed = parsePlaybook(text);
    expect(parsed.ok ? '' : parsed.error).toMatch(words);
    expect(toPlaybook(text, defaultPlaybook)).toBe(defaultPlaybook);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses the name %s at any depth, and no prototype is changed',
    (name) => {
      const deep = withFields({ parts: [{ ...part, links: [{ label: 'x', url: 'https://a.example' }] }] });
      for (const text of [
        deep.replace('{"version"', `{"${name}":{"polluted":true},"version"`),
        deep.replace('{"label":"x"', `{"${name}":{"polluted":true},"label":"x"`),
      ]) {
        expect(parsePlaybook(text)).toEqual({
          ok: false,
          error: `${name}: no field of a playbook may have this name.`,
        });
      }
      expect('polluted' in {}).toBe(false);
    },
  );
});
