// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Score } from './read/score';

const SAVED = 'lib/ticket/readers/page/fixtures/saved';
const folder = mkdtempSync(path.join(tmpdir(), 'baton-read-'));
const file = (name: string, content: string) => {
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
    [[]],
    [['--url', 'https://help.example/']],
    [['--url', 'nonsense', 'page.html']],
    [['--url', 'https://help.example/', 'missing.html']],
    [['--url', 'https://help.example/', 'package.json']],
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
    ['subject', 60],
    ['requester', 58],
    ['count', 58],
    ['number', 36],
    ['texts', 57],
    ['times', 58],
    ['visibility', 58],
  ] as const)('has the right %s on at least %i pages', (part, least) => {
    expect(score.pages.length).toBeGreaterThanOrEqual(60);
    expect(score.total[part]?.right).toBeGreaterThanOrEqual(least);
  });
});
