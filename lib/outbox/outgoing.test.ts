// @vitest-environment node
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { type Escalation, REPORT_FIELDS, type Report } from '@/lib/escalation/escalation';
import { toIssue } from '@/lib/escalation/issue/to-issue';
import { priorityOf } from '@/lib/escalation/priority';
import { NO_VALUE } from '@/lib/escalation/report/fields';
import { spellings } from '@/lib/masking/mask';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { KINDS, type Playbook } from '@/lib/playbook/playbook';
import { toMarkdown } from '@/lib/std/markdown';
import { toClipboardText, toMarkdownFile } from '@/lib/trackers';
import { aReadyEscalation } from '@/tests/factories';
import { noteText } from './note-text';
import { composeCompletion, composeOutgoing, type OutgoingInput } from './outgoing';

const ready = await aReadyEscalation();
const playbook: Playbook = {
  ...defaultPlaybook,
  masks: {
    ...defaultPlaybook.masks,
    patterns: [{ id: 'staff', label: 'staff number', pattern: 'ACME-##-@@##' }],
  },
};

const input = (escalation: Escalation, fileNames: readonly string[] = []): OutgoingInput => ({
  escalation,
  playbook,
  severity: 3,
  takenUpBy: '2026-11-27',
  fileNames,
  withNote: true,
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((it) => it.join(''));
const token = (length: number) =>
  fc
    .array(fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'), {
      minLength: length,
      maxLength: length,
    })
    .map((it) => it.join(''));

/** The check digit that makes a number pass Luhn. */
function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** The check digits that make a German account number an IBAN. */
function withMod97(account: string): string {
  const rest = [...`${account}131400`].reduce((value, digit) => (value * 10 + Number(digit)) % 97, 0);
  return `DE${String(98 - rest).padStart(2, '0')}${account}`;
}

const grouped = (value: string, separator: string) => value.match(/.{1,4}/g)?.join(separator) ?? value;
const name = fc.constantFrom('greta.holm', 'o_brien', 'anna+work', 'müller', 'j.p.van-dam');

/** Text as it is written, and the part of it that must not leave. */
type Planted = readonly [written: string, secret: string];
const same = (secret: string): Planted => [secret, secret];

const planted: fc.Arbitrary<Planted> = fc.oneof(
  fc
    .tuple(name, fc.constantFrom('halden', 'mail.nordhain', 'büro'), fc.constantFrom('test', 'example'))
    .map(([local, host, top]) => same(`${local}@${host}.${top}`)),
  fc
    .tuple(fc.constantFrom('+49 30 ', '+44 20-', '0049 171 ', '(030) ', '+1 555 '), digits(7))
    .map(([area, it]) => same(area + it)),
  fc
    .tuple(digits(14), fc.constantFrom('', ' ', '-', '  '))
    .map(([body, separator]) => same(grouped(withLuhn(`4${body}`), separator))),
  fc
    .tuple(digits(18), fc.constantFrom('', ' '))
    .map(([account, separator]) => same(grouped(withMod97(account), separator))),
  token(36).map((it) => same(`ghp_${it}7`)),
  token(24).map((it): Planted => [`api_key=${it}7`, `${it}7`]),
  token(20).map((it): Planted => [`Authorization: Bearer ${it}7`, `${it}7`]),
  token(20).map((it) => same(`eyJhbGciOiJIUzI1NiJ9.eyJ${it}.${it}`)),
  token(40).map((it) => same(`-----BEGIN PRIVATE KEY-----\n${it}\n${it}\n-----END PRIVATE KEY-----`)),
  token(10).map((it): Planted => [`Password: ${it}7`, `${it}7`]),
  token(10).map((it): Planted => [`https://app:${it}@db.example/x`, `app:${it}`]),
  token(18).map((it): Planted => [`https://h.example/in?token=${it}7&x=1`, `${it}7`]),
  fc
    .array(fc.integer({ min: 128, max: 254 }), { minLength: 4, maxLength: 4 })
    .map((parts) => same(parts.join('.'))),
  fc.tuple(digits(2), digits(2)).map(([a, b]) => same(`ACME-${a}-xy${b}`)),
);

const words = fc.constantFrom(
  'Stops at 42 %, banner E-4102.',
  'Seit Montag geht der Export nicht mehr',
  'версия 5.4.1, order 4500123456',
  '1. Open Reports\n2. Choose Export',
  '@greta see #48213 & [x](y) *b*',
  'emoji 👩‍👩‍👧 مرحبا',
);

/** Words before and behind, never joined to the secret. */
const text = fc.tuple(words, planted, words).map(([before, [written, secret], after]) => ({
  secret,
  written,
  text: `${before} :: ${written} ; ${after}`,
}));

const sourced = (value: string) => ({ value, source: 'message 1' });

/** A draft with a secret in every text anybody can type or a page can bring. */
function plant(texts: readonly { text: string }[], kind: Escalation['kind']): Escalation {
  let next = 0;
  const take = () => texts[next++ % texts.length]?.text ?? '';
  const fields = [...REPORT_FIELDS, 'title'] as const;
  const report = Object.fromEntries(fields.map((field) => [field, sourced(take())])) as Report;
  const template = playbook.templates.find((it) => it.kind === kind);
  const counted = [1, 2].map((id) => ({
    key: `k${id}`,
    number: `4821${id}`,
    url: `https://desk.example/${id}`,
    subject: take(),
    organizationId: take(),
    organization: take(),
    requester: take(),
    same: true,
    at: 1,
  }));
  return {
    ...ready,
    kind,
    ticket: { ...ready.ticket, subject: take(), requester: take(), organization: take() },
    checks: Object.fromEntries(
      playbook.checklist.map(({ id, required }) => [
        id,
        { status: required ? 'done' : 'waived', note: take(), at: 1 },
      ]),
    ),
    loweredBecause: take(),
    report,
    details: Object.fromEntries((template?.fields ?? []).map(({ id }) => [id, sourced(take())])),
    verdicts: [
      { recordKey: 'r', key: 'APP-1', title: take(), url: 'https://t.example/1', at: 1 },
    ] as Escalation['verdicts'],
    cards: [{ recordKey: 'c', title: take(), collect: take() }],
    questionSetId: playbook.questionSets[0]?.id ?? '',
    answers: Object.fromEntries(
      (playbook.questionSets[0]?.questions ?? []).map(({ id }) => [
        id,
        { ask: 'Browser or app?', answer: take(), quote: take(), at: 1 },
      ]),
    ),
    counted,
    earlySignal: { note: take(), at: 1 },
    recordings: ['https://video.example/1?token=abcdefghij1234567890'],
    owner: take(),
  };
}

const leavesOf = (node: Nodes): string[] => [
  ...('value' in node ? [node.value] : []),
  ...('url' in node ? [node.url] : []),
  ...('children' in node ? node.children.flatMap(leavesOf) : []),
];

/** Line ends and runs of blanks are folded on the way out, so they are folded before the comparison. */
const fold = (value: string) => value.replace(/\s+/g, ' ');

describe('what leaves', () => {
  it('holds no planted secret, in no field, file name, note, copy or comment', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 12, maxLength: 40 }),
        fc.constantFrom(...KINDS),
        (texts, kind) => {
          const escalation = plant(texts, kind);
          const before = structuredClone(escalation);
          const names = texts.slice(0, 3).map((it) => `scan ${it.written.replaceAll('\n', ' ')}.png`);
          const { issue, note, fileNames, masks } = composeOutgoing(input(escalation, names));
          const out = [
            issue.title,
            ...leavesOf(issue.body),
            leavesOf(issue.body).join(' '),
            toMarkdown(issue.body),
            JSON.stringify(issue),
            toClipboardText(issue, 'key'),
            toMarkdownFile(issue, 'key').name,
            note ?? '',
            ...fileNames,
          ].map(fold);
          for (const { secret } of texts) {
            for (const it of out) expect(it).not.toContain(fold(secret));
          }
          expect(JSON.stringify(issue)).not.toContain('abcdefghij1234567890');
          expect(escalation).toEqual(before);
          expect(masks.every((mask) => mask.masked && mask.count > 0)).toBe(true);
          expect(new Set(masks.map(({ label }) => label)).size).toBe(masks.length);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);

  it('holds none in the comment that completes a critical report, under the labels of its issue', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 12, maxLength: 20 }), (texts) => {
        const { report, details, ...rest } = plant(texts, 'critical');
        const escalation: Escalation = {
          ...rest,
          report: { ...report, steps: NO_VALUE, actual: NO_VALUE, error: NO_VALUE },
          completion: { steps: report.steps, actual: report.actual, error: report.error },
          severity: 4,
        };
        const told = composeOutgoing({ ...input(escalation), severity: 4 });
        const { text: comment, masks } = composeCompletion(escalation, playbook);
        for (const { secret } of texts) expect(fold(comment)).not.toContain(fold(secret));
        expect(masks.length).toBeGreaterThan(0);
        expect(comment).toContain('Masked by Baton: ');
        for (const mask of masks) {
          const inIssue = told.masks.find(({ id }) => id === mask.id);
          if (inIssue) expect(mask.label).toBe(inIssue.label);
          else expect(told.masks.map(({ label }) => label)).not.toContain(mask.label);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);

  it('lets exactly those through that the agent took back', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 12, maxLength: 20 }), fc.nat(), (texts, pick) => {
        const escalation = plant(texts, 'bug');
        const all = composeOutgoing(input(escalation));
        const mask = all.masks[pick % all.masks.length];
        if (!mask) throw new Error('nothing was masked');
        const one = composeOutgoing(input({ ...escalation, unmasked: [mask.id] }));
        const out = (it: typeof all) => fold([it.issue.title, ...leavesOf(it.issue.body), it.note].join(' '));
        expect(one.masks.filter((it) => !it.masked).map(({ id }) => id)).toEqual([mask.id]);
        for (const label of spellings(mask.label)) expect(out(one)).not.toContain(label);
        for (const it of one.masks.filter(({ masked }) => masked)) {
          expect(spellings(it.label).some((label) => out(one).includes(label))).toBe(true);
          // A short value may stand inside the one that was taken back.
          if (!fold(mask.original).includes(fold(it.original)))
            expect(out(one)).not.toContain(fold(it.original));
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 120_000);

  it('is the draft to the letter where there is nothing to mask', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 12, maxLength: 20 }),
        fc.constantFrom(...KINDS),
        (texts, kind) => {
          const escalation = {
            ...plant(
              texts.map((it) => ({ text: it })),
              kind,
            ),
            recordings: ['https://video.example/1?at=12'],
          };
          const { issue, note, fileNames, masks } = composeOutgoing(input(escalation, ['export-error.png']));
          const priority = priorityOf(3, escalation.massness, playbook);
          const { takenUpBy } = input(escalation);
          expect(issue).toEqual(
            toIssue({
              escalation,
              playbook,
              severity: 3,
              priority,
              takenUpBy,
              fileNames: ['export-error.png'],
            }),
          );
          expect(note).toBe(noteText(escalation, 3, takenUpBy));
          expect(fileNames).toEqual(['export-error.png']);
          expect(masks).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  }, 120_000);

  it('says in issue and note who answers for it and when the customer hears next, masked as the rest', () => {
    const draft = { ...ready, owner: 'ida@desk.test', nextUpdateOn: '2026-11-25' };
    const dates = { id: 'date', label: 'date', pattern: '####-##-##' };
    const rules = { ...playbook, masks: { ...playbook.masks, patterns: [dates] } };
    const { issue, note, masks } = composeOutgoing({ ...input(draft), playbook: rules });
    const body = toMarkdown(issue.body);
    expect(body).toContain('**Support owner** \\[e-mail 1]\n');
    expect(body).toContain('**Next word to the customer** 2026-11-25\n');
    expect(note).toContain('\nSupport owner: [e-mail 1]\nNext word to the customer: Wed 25 Nov\n');
    expect(masks.map(({ label, count }) => [label, count])).toEqual([['[e-mail 1]', 2]]);
  });

  it('counts at its end what was masked, and leaves the line out when nothing is', () => {
    const sentence = 'Write to a@x.test or b@x.test, card 4111 1111 1111 1111, again A@x.test';
    const draft = { ...ready, report: { ...ready.report, actual: sourced(sentence) } };
    const { issue, masks } = composeOutgoing(input(draft));
    const line = (it: typeof issue) =>
      toMarkdown({ type: 'root', children: it.body.children.slice(-1) }).trim();
    expect(line(issue)).toBe('Masked by Baton: 2 e-mail addresses, 1 card number.');
    expect(masks.map(({ label, count }) => [label, count])).toEqual([
      ['[e-mail 1]', 2],
      ['[e-mail 2]', 1],
      ['[card 1]', 1],
    ]);
    const unmasked = masks.map(({ id }) => id);
    const open = composeOutgoing(input({ ...draft, unmasked })).issue;
    expect(JSON.stringify(open)).not.toContain('Masked by Baton');
    expect(toMarkdown(open.body)).toContain('4111 1111 1111 1111');
  });

  it('numbers labels as they are read, and past what a customer wrote', () => {
    const draft: Escalation = {
      ...ready,
      loweredBecause: 'asked z@x.test',
      report: {
        ...ready.report,
        title: sourced('Fails for y@x.test'),
        actual: sourced('See [e-mail 2], not x@x.test'),
      },
    };
    const { issue } = composeOutgoing(input(draft));
    expect(issue.title).toBe('Fails for [e-mail 1]');
    const text = leavesOf(issue.body).join('');
    expect(text).toContain('asked [e-mail 3]');
    expect(text).toContain('See [e-mail 2], not [e-mail 4]');
  });

  it('keeps addresses working and takes what lets somebody in out of them', () => {
    const url = 'https://10.0.0.5/ticket/4111111111111111?token=abcdef123456&id=7';
    const draft = { ...ready, ticket: { ...ready.ticket, url, number: '4111111111111111' } };
    const { issue } = composeOutgoing(input(draft));
    expect(issue.facts.ticketUrl).toBe('https://10.0.0.5/ticket/4111111111111111?token=masked-1-token&id=7');
    expect(issue.facts.ticketNumber).toBe('4111111111111111');
  });

  it('masks a password that another field only repeats', () => {
    const draft = {
      ...ready,
      report: {
        ...ready.report,
        steps: sourced('Enter Fjordbruk-2026! twice'),
        quote: sourced('password: Fjordbruk-2026!'),
      },
    };
    expect(JSON.stringify(composeOutgoing(input(draft)).issue)).not.toContain('Fjordbruk');
  });

  it('keeps the ending of a masked file name', () => {
    const names = [
      'greta@halden.test.png',
      'greta@halden.test',
      'card_4111_1111_1111_1111.pdf',
      'report 5.4.1.csv',
    ];
    expect(composeOutgoing(input(ready, names)).fileNames).toEqual([
      '[e-mail 1].png',
      '[e-mail 1]',
      'card_[card 1].pdf',
      'report 5.4.1.csv',
    ]);
  });
});
