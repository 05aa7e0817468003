// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Score } from './read/score';

const SAVED = 'lib/ticket/readers/page/fixtures/saved';
const folder = mkdtempSync(path.join(tmpdir(), 'baton-read-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const read = (...given: string[]) =>
  spawnSync('node_modules/.bin/tsx', ['tests/tools/read.ts', ...given], { encoding: 'utf8' });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const desk = `<main><h1>Export stops [#48213]</h1>
  <article class="comment"><b class="author">Mira Okafor</b><time datetime="2026-11-02T09:00:00Z"></time><p>It stops at 42 %.</p></article>
  <article class="comment"><b class="author">Greta Lind</b><time datetime="2026-11-02T10:00:00Z"></time><p>Which report?</p></article></main>`;

describe('npm run read', () => {
  it('prints the ticket of a saved page with the keys it promises, and nothing else', () => {
    const { stdout, stderr, status } = read(
      '--url',
      'https://help.example/tickets/9',
      file('desk.html', desk),
    );
    expect([status, stderr]).toEqual([0, '']);
    const ticket = JSON.parse(stdout);
    expect(Object.keys(ticket).sort()).toEqual(
      'desk ticketId number url subject status priority requester organization assignee createdAt messages attachments unread'
        .split(' ')
        .sort(),
    );
    expect(ticket).toMatchObject({
      desk: 'page',
      number: '48213',
      subject: expect.stringContaining('Export stops'),
      requester: { name: 'Mira Okafor', email: '' },
      createdAt: Date.parse('2026-11-02T09:00:00Z'),
      messages: [
        { author: 'Mira Okafor', role: 'customer', visibility: 'public', text: 'It stops at 42 %.' },
        { author: 'Greta Lind', role: 'agent' },
      ],
    });
  });

  it('reads a page of a desk whose API a saved page cannot ask, and says so', () => {
    const { stdout, status } = read(
      '--url',
      'https://rt.example/Ticket/Display.html?id=9',
      file('rt.html', desk),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      desk: 'request-tracker',
      ticketId: '9',
      unread: expect.arrayContaining([
        { field: 'Request Tracker', reason: expect.stringContaining('Read from the page instead.') },
      ]),
    });
  });

  it('ends with 1 and the named error when there is no ticket', () => {
    const { stdout, stderr, status } = read('--url', 'https://help.example/', file('empty.html', '<p></p>'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^half-loaded: .+\.\n$/);
  });

  it.each([
    ['an empty file', ''],
    ['text', 'Only words, no page.'],
    ['a gzip', gzipSync(desk)],
  ])('ends with 1 and the named error for %s', (_, content) => {
    const { stdout, stderr, status } = read('--url', 'https://help.example/', file('other.html', content));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^changed-layout: .+ is not an HTML page\.\n$/);
  });

  it('ends with 1 and the named error for what is nested without end', () => {
    const deep = file('deep.html', '<div>'.repeat(20_000));
    const { stdout, stderr, status } = read('--url', 'https://help.example/', deep);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^too-large: .+ is nested too deep to be read here\.\n$/);
  });

  it.each([
    ['Не работает вход', Buffer.from('cde520f0e0e1eef2e0e5f220e2f5eee4', 'hex')],
    ['Größe fehlt', Buffer.from('Größe fehlt', 'latin1')],
  ])('guesses the encoding of %s where none is named', (subject, bytes) => {
    const page = Buffer.concat([
      Buffer.from('<main><h1>'),
      bytes,
      Buffer.from(
        '</h1><article class="comment"><b class="author">Mira</b><time datetime="2026-11-02T09:00:00Z"></time><p>Hello you.</p></article></main>',
      ),
    ]);
    const { stdout } = read('--url', 'https://help.example/tickets/9', file('unnamed.html', page));
    expect(JSON.parse(stdout).subject).toBe(subject);
  });

  it('scores the other pages where one has no record or cannot be read', () => {
    const pages = path.join(folder, 'pages');
    mkdirSync(pages);
    const record = JSON.stringify({
      url: 'https://help.example/tickets/9',
      subject: 'Export stops [#48213]',
    });
    for (const [name, content] of [
      ['a.html', desk],
      ['b.html', desk],
      ['b.expected.json', record],
      ['c.html', ''],
      ['c.expected.json', record],
    ] as const)
      writeFileSync(path.join(pages, name), content);
    const { stdout, stderr, status } = read('--score', pages, '--json');
    expect(status).toBe(0);
    expect(stderr).toMatch(/a\.expected\.json is missing/);
    const score: Score = JSON.parse(stdout);
    expect(score.pages.map(({ page, error }) => [page, error])).toEqual([
      ['a', 'no-record'],
      ['b', null],
      ['c', 'changed-layout'],
    ]);
    expect(score.total.subject?.of).toBe(2);
  });

  it.each([
    [[]],
    [['--url', 'https://help.example/']],
    [['--url', 'nonsense', 'page.html']],
    [['--url', 'https://help.example/', 'missing.html']],
    [['--score', 'nowhere']],
    [['--colour']],
  ])('ends with 2 and one sentence when called with %j', (given) => {
    const { stdout, stderr, status } = read(...given);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('the generic reader on saved pages', () => {
  let score: Score;
  beforeAll(() => {
    score = JSON.parse(read('--score', SAVED, '--json').stdout);
  }, 120_000);

  /** What was reached; a change may only raise it. */
  it.each([
    ['subject', 124],
    ['requester', 122],
    ['count', 122],
    ['number', 94],
    ['texts', 116],
    ['times', 110],
    ['visibility', 64],
  ] as const)('has the right %s on at least %i pages', (part, least) => {
    expect(score.pages.length).toBeGreaterThanOrEqual(125);
    expect(score.total[part]?.right).toBeGreaterThanOrEqual(least);
  });
});
