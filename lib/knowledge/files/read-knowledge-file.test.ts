// @vitest-environment node
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnowledgeRecord, KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord } from '@/lib/knowledge/knowledge-source';
import { readKnowledgeFile } from './read-knowledge-file';

async function read(name: string, ...parts: BlobPart[]) {
  const put: KnowledgeRecord[] = [];
  const broken: BrokenRecord[] = [];
  const sizes: number[] = [];
  for await (const batch of readKnowledgeFile({ name, blob: new Blob(parts) })) {
    put.push(...batch.put);
    broken.push(...batch.broken);
    sizes.push(batch.put.length + batch.broken.length);
  }
  for (const record of put) {
    expect(KnowledgeRecordSchema.safeParse(record).error?.issues).toBeUndefined();
  }
  expect(new Set(put.map(({ id }) => id)).size).toBe(put.length);
  return { put, broken, sizes };
}
const titles = (records: readonly KnowledgeRecord[]) => records.map(({ title }) => title);
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
};
const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

const BUGS = `Issue key,Summary,Status,Component/s,Component/s,Affects Version/s,Workaround,Errors,Created
APP-1,"Export, ""big"" one,
stops",In Review,Export,Reports,1.2; 1.3,Use a filter,E-1042|TypeError: x is undefined,2026-01-05
APP-2,Login loops,Rejected,Login,,,,,05.01.2026 14:30
`;

describe('CSV', () => {
  it('takes a tracker’s table as known bugs', async () => {
    const { put, broken } = await read('bugs.csv', BUGS);
    expect(broken).toEqual([]);
    expect(put).toMatchObject([
      {
        ...{ kind: 'known-bug', id: 'APP-1', key: 'APP-1', title: 'Export, "big" one, stops' },
        ...{ status: 'in-progress', statusText: 'In Review', parts: ['Export', 'Reports'] },
        ...{ versions: ['1.2', '1.3'], signatures: ['E-1042', 'TypeError: x is undefined'] },
        ...{ workaround: 'Use a filter', createdAt: Date.UTC(2026, 0, 5), updatedAt: null },
      },
      { id: 'APP-2', status: 'closed', createdAt: Date.UTC(2026, 0, 5, 14, 30) },
    ]);
  });

  it.each([
    ['semicolons', 'title;text\nA;B, c\n'],
    ['tabs', 'title\ttext\nA\tB, c\n'],
    ['Excel’s own line', 'sep=;\r\ntitle;text\r\nA;B, c\r\n'],
    ['Windows line ends', 'title,text\r\n"A","B, c"\r\n'],
    ['old Mac line ends', 'title,text\rA,"B, c"\r'],
    ['no line end at the end', 'title,text\nA,"B, c"'],
    ['a byte order mark', '\uFEFFtitle,text\nA,"B, c"\n'],
    ['blank lines and short rows', '\ntitle,text,url\n\n,,\nA,"B, c"\n\n'],
  ])('with %s', async (_name, text) => {
    const { put, broken } = await read('x.csv', text);
    expect(broken).toEqual([]);
    expect(put).toMatchObject([{ kind: 'article', id: 'A', title: 'A', text: 'B, c' }]);
  });

  it('comes in batches, over many pieces of the file, and counts what it does not list', async () => {
    const row = (n: number) => `${n},"Title ${n}, ""quoted""\r\nsecond line ${'ö'.repeat(n % 50)}",Open\r\n`;
    const rows = Array.from({ length: 3_000 }, (_, index) => row(index));
    const { put, broken, sizes } = await read(
      'x.csv',
      `id,title,status\r\n${rows.join('')}`,
      rows.join(''),
      'a,,\r\n',
    );
    expect(put).toHaveLength(3_000);
    expect(put[49]?.title).toBe(`Title 49, "quoted" second line ${'ö'.repeat(49)}`);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(301);
    expect(broken).toHaveLength(1_001);
    expect(broken[0]).toEqual({ id: 'x.csv:6002', reason: expect.stringMatching(/same id/) });
    expect(broken.at(-1)?.reason).toMatch(/^has 2001 more rows/);
  });

  it('names the line of a row that does not fit, and keeps the others', async () => {
    const { put, broken } = await read(
      'x.csv',
      'title,text\n"two\nlines",a\nA,b,c\n,no title\n"B "quoted" x",d\nC,e\nC,f\n',
    );
    expect(titles(put)).toEqual(['two lines', 'C', 'C']);
    expect(put.map(({ id }) => id)).toEqual(['two lines', 'C', 'C (2)']);
    expect(broken).toEqual([
      { id: 'x.csv:4', reason: 'has 3 values for 2 columns' },
      { id: 'x.csv:5', reason: 'has no title' },
      { id: 'x.csv:6', reason: 'has a quote inside a quoted value; write it twice' },
    ]);
  });

  it('goes on after a quote that is never closed', async () => {
    const { put, broken } = await read('x.csv', `title,text\nA,b\nC,"d\n${'E,f\n'.repeat(3)}G,h`);
    expect(titles(put)).toEqual(['A', 'E', 'E', 'E', 'G']);
    expect(broken).toMatchObject([{ id: 'x.csv:3' }]);
  });

  it('goes on after a row without end in the middle of a big file', async () => {
    const filler = `${'x'.repeat(99)},y\n`;
    const { put, broken } = await read(
      'x.csv',
      `title,text\nA,"open\n`,
      filler.repeat(8_000),
      `${'z'.repeat(3_000_000)}\nlast,row\n`,
    );
    expect(put).toHaveLength(8_001);
    expect(titles(put).at(-1)).toBe('last');
    expect(broken.map(({ id }) => id)).toEqual(['x.csv:2', 'x.csv:8003']);
  });

  it('ends when too many quotes are never closed', async () => {
    const { broken } = await read('x.csv', `title,text\n`, '"a\n'.repeat(300_001));
    expect(broken.at(-1)).toMatchObject({
      id: 'x.csv',
      reason: expect.stringMatching(/too many quotes.*is kept/),
    });
    expect(broken.length).toBeLessThan(1_003);
  });
});

describe('encodings', () => {
  const table = 'title;text\nGrößenänderung für Öl;läuft über\n';
  const russian = 'title;text\nОшибка при входе;Пользователь не может войти\n';
  const cyrillic = (text: string) =>
    Uint8Array.from(text, (sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });

  it.each([
    ['UTF-16 little endian', utf16(`\uFEFF${table}`)],
    ['UTF-16 big endian', utf16(`\uFEFF${table}`, true)],
    ['UTF-16 without a mark', utf16(table)],
  ])('%s is read', async (_name, bytes) => {
    const { put, broken } = await read('x.csv', bytes);
    expect([titles(put), broken]).toEqual([['Größenänderung für Öl'], []]);
  });

  it.each([
    ['windows-1252', Uint8Array.from(Buffer.from(table, 'latin1')), 'Größenänderung für Öl'],
    ['windows-1251', cyrillic(russian), 'Ошибка при входе'],
  ])('%s is guessed, and said', async (encoding, bytes, title) => {
    for (const parts of [[bytes], [Uint8Array.from(gzipSync(bytes))]]) {
      const { put, broken } = await read('x.csv', ...parts);
      expect(titles(put)).toEqual([title]);
      expect(broken).toMatchObject([{ reason: expect.stringContaining(`read as ${encoding}`) }]);
    }
  });

  it.each(['x.csv', 'x.jsonl'])('lines of another encoding in %s are left out, not mangled', async (name) => {
    const good =
      name === 'x.csv' ? ['title', 'Öl', 'für', 'gut'] : ['Öl', 'für'].map((title) => lines({ title }));
    const bad = name === 'x.csv' ? 'Fr\xfchst\xfcck' : '{"title":"Fr\xfchst\xfcck"}';
    const { put, broken } = await read(
      name,
      `${good.join('\n')}\n`,
      Uint8Array.from(Buffer.from(bad, 'latin1')),
    );
    expect(titles(put).slice(0, 2)).toEqual(['Öl', 'für']);
    expect(JSON.stringify(put)).not.toContain('hst');
    expect(broken.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/has lines that are no UTF-8/),
      expect.stringMatching(/is not UTF-8 as the rest/),
    ]);
  });

  it.each([
    ['an Excel file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0), /Excel/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), /PDF/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0), /no text file/],
    ['nothing', new Uint8Array(), /is empty/],
  ])('%s is refused in words', async (_name, bytes, words) => {
    const { put, broken } = await read('x.csv', bytes);
    expect([put, broken]).toEqual([[], [{ id: 'x.csv', reason: expect.stringMatching(words) }]]);
  });
});

describe('JSON', () => {
  const rows = [
    {
      title: 'A',
      status: { name: 'Done' },
      labels: [{ name: 'x' }],
      number: 7,
      html_url: 'https://t.example/7',
    },
    { question: 'B', answer: '<p>Press <b>OK</b></p><script>alert(1)</script>' },
  ];

  it.each([
    ['x.json', JSON.stringify(rows)],
    ['x.json', JSON.stringify({ records: rows, more: 1 })],
    ['x.jsonl', lines(...rows)],
    ['x.ndjson', `${lines(...rows)}\r\n`],
  ])('%s: a list, an object with records, or lines', async (name, text) => {
    const { put, broken } = await read(name, text);
    expect(broken).toEqual([]);
    expect(put).toMatchObject([
      { kind: 'known-bug', id: '7', key: '7', status: 'fixed', url: 'https://t.example/7' },
      { kind: 'article', id: 'B', text: 'Press OK', body: { format: 'html' } },
    ]);
  });

  it('takes a record of ours as it is, and a feature card by its questions', async () => {
    const card = {
      ...{
        title: 'Bulk export',
        'Turn off': 'Settings',
        'What needs to be collected?': 'HAR',
        'Known issues': '',
      },
      ...{ 'Debug logs': 'no', links: ['https://v.example/1', 'javascript:alert(1)'] },
    };
    const [taken] = (await read('cards.jsonl', lines(card))).put;
    expect(taken).toMatchObject({
      kind: 'feature-card',
      answers: { name: 'Bulk export', turnOff: 'Settings', collect: 'HAR', debugLogs: 'no', knownIssues: '' },
      links: [{ url: 'https://v.example/1' }],
    });
    expect((await read('x.jsonl', lines(taken))).put).toEqual([taken]);
  });

  it.each([
    ['x.json', '{', /no valid JSON/],
    ['x.json', '{"a":1}\n{"a":2}', /name it \.jsonl/],
    ['x.json', '7', /neither a list/],
    ['x.json', `["${'x'.repeat(20_000_000)}"]`, /larger than 20.0 MB/],
    ['x.xlsx', '', /Baton reads \.json/],
    ['x.csv.gz', gzipSync(Buffer.from(BUGS)).subarray(0, 60), /cut off or damaged/],
  ])('%s that is not right: %.20s', async (name, content, words) => {
    const { put, broken } = await read(
      name,
      typeof content === 'string' ? content : Uint8Array.from(content),
    );
    expect([put, broken]).toEqual([[], [{ id: name, reason: expect.stringMatching(words) }]]);
  });

  it('keeps the others beside broken lines', async () => {
    const hostile = [
      '{"__proto__":{"polluted":1},"title":"proto"}',
      '{"constructor":{"prototype":{"polluted":1}},"title":"constructor","toString":"x"}',
      ...['{', '[]', 'null', '"text"', '{"title":{"deep":1}}', '{"title":"\\u202E \\u200B"}'],
      `${'['.repeat(100_000)}`,
      `{"title":"${'x'.repeat(2_000_001)}"}`,
      '{"title":"last","created":"8640000000000001"}',
    ];
    const { put, broken } = await read('x.jsonl', hostile.join('\n'));
    expect(titles(put)).toEqual(['proto', 'constructor', 'last']);
    expect(broken.map(({ id }) => id)).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((line) => `x.jsonl:${line}`));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('gives what came before the file breaks', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      title: `Title ${index} ${Math.sin(index)}`,
    }));
    const packed = Uint8Array.from(gzipSync(lines(...rows)));
    const { put, broken } = await read('x.jsonl.gz', packed.subarray(0, packed.length / 2));
    expect(put.length).toBeGreaterThan(1_000);
    expect(broken.at(-1)).toMatchObject({
      id: 'x.jsonl.gz',
      reason: expect.stringMatching(/cut off.*is kept/),
    });
  });

  it('stops unpacking a gzip bomb', async () => {
    const { broken } = await read('x.json.gz', Uint8Array.from(gzipSync('x'.repeat(100_000_000))));
    expect(broken).toMatchObject([{ reason: expect.stringMatching(/larger than 20.0 MB when unpacked/) }]);
  });

  it('takes any JSON without falling, and gives only whole records', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('2026-01-05', '7', '<p>x</p>', 'Open'),
    );
    const name = fc.constantFrom(
      'title',
      'status',
      'kind',
      'created',
      'url',
      'links',
      'goal',
      'logs',
      'collect',
      'id',
    );
    const row = fc.dictionary(name, fc.oneof(word, fc.array(word), fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(row, fc.jsonValue())), async (list) => {
        const { put, broken } = await read('x.jsonl', lines(...list));
        expect(put.length + broken.length).toBe(list.length);
      }),
    );
  });
});

describe('Markdown', () => {
  it('is one record, with what is wrong with its front matter', async () => {
    const good = await read('reset.md', '---\ntitle: Reset\nlabels: [login]\n---\nPress *reset*.');
    expect(good.put).toMatchObject([{ kind: 'article', id: 'reset.md', title: 'Reset', labels: ['login'] }]);
    expect(good.broken).toEqual([]);
    const bad = await read('reset.md', '---\ntitle: [\n---\n# Reset\nPress.');
    expect(bad.put).toMatchObject([{ title: 'Reset' }]);
    expect(bad.broken).toMatchObject([
      { id: 'reset.md (front matter)', reason: expect.stringMatching(/YAML/) },
    ]);
  });

  it('is read out of gzip under its own name', async () => {
    const { put } = await read('a.md.gz', Uint8Array.from(gzipSync('# Packed')));
    expect(put).toMatchObject([{ id: 'a.md', title: 'Packed' }]);
  });
});
