// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { requestText, type TextRequest } from './request-text';

const url = new URL('https://docs.example/feed');
let seen: Headers;
const run = (
  body: BodyInit | null,
  type = 'text/xml',
  more: Partial<TextRequest> = {},
  init: ResponseInit = {},
) =>
  requestText(
    { url, ...more },
    {
      fetch: async (input, options) => {
        seen = new Request(input, options).headers;
        return new Response(body, { headers: { 'content-type': type, etag: '"1"' }, ...init });
      },
      signal: new AbortController().signal,
    },
  );
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('requestText', () => {
  it.each([
    ['UTF-8 unless told', new TextEncoder().encode('Grüße'), 'text/xml'],
    ['what the header says', latin1('Grüße'), 'text/plain; charset=ISO-8859-1'],
    ['what the XML says', latin1('<?xml version="1.0" encoding="windows-1252"?>Grüße'), 'text/xml'],
    ['what the page says', latin1('<meta charset=latin1>Grüße'), 'application/xml'],
    ['the byte order mark', Uint8Array.from([0xff, 0xfe, ...Buffer.from('Grüße', 'utf16le')]), 'text/xml'],
    ['gzip', gzipSync('Grüße'), 'application/gzip'],
  ])('reads %s', async (_name, body, type) => {
    expect(await run(body, type)).toMatchObject({
      value: { changed: true, text: expect.stringMatching(/Grüße$/) },
    });
  });

  it('asks whether it changed', async () => {
    const known = { etag: '"1"', lastModified: 'Fri, 20 Nov 2026 08:00:00 GMT' };
    expect(await run(null, '', known, { status: 304 })).toEqual({ ok: true, value: { changed: false } });
    expect(seen.get('if-none-match')).toBe('"1"');
    expect(seen.get('if-modified-since')).toBe(known.lastModified);
    expect(await run(null, '', {}, { status: 304 })).toMatchObject({ error: { kind: 'unexpected-answer' } });
  });

  it.each([
    ['a web page', '<p>Sign in', 'text/html', {}],
    ['a web page that calls itself text', ' <!DOCTYPE html><p>Sign in', 'text/plain', {}],
    ['no text', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'text/xml', {}],
    ['an encoding nobody knows', 'a', 'text/xml; charset=martian', {}],
    ['too much', 'x'.repeat(101), 'text/xml', { maxBytes: 100 }],
    ['a bomb', gzipSync('x'.repeat(1_000_000)), 'application/gzip', { maxBytes: 10_000 }],
    ['half a packed file', gzipSync('x'.repeat(1000)).subarray(0, 20), 'application/gzip', {}],
  ])('refuses %s in words', async (_name, body, type, more) => {
    expect(await run(body, type, more)).toMatchObject({
      error: { kind: 'unexpected-answer', message: expect.stringMatching(/docs\.example.*\.$/) },
    });
  });

  it('takes web pages where they are wanted, and shows no secret', async () => {
    expect(await run('<!doctype html><p>Hi', 'text/html', { page: true })).toMatchObject({ ok: true });
    const failed = await run(
      '{"message":"no hush"}',
      'application/json',
      { secrets: ['hush'] },
      { status: 403 },
    );
    expect(failed).toMatchObject({ error: { kind: 'forbidden', message: expect.stringContaining('•••') } });
  });
});
