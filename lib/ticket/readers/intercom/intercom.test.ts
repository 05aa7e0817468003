import { describe, expect, it } from 'vitest';
import { describeReader, jsonResponse, toPage } from '@/tests/contracts/reader-contract';
import chatExpected from './fixtures/intercom-chat.expected.json';
import chat from './fixtures/intercom-chat.json';
import legacyExpected from './fixtures/intercom-legacy-closed.expected.json';
import legacy from './fixtures/intercom-legacy-closed.json';
import { intercom } from './intercom';

interface Part {
  renderable_type: number;
  renderable_data: Record<string, unknown>;
}
interface Conversation extends Record<string, unknown> {
  renderable_parts: Part[];
}

describeReader({
  reader: intercom,
  cases: [
    { recorded: chat, expected: chatExpected },
    { recorded: legacy, expected: legacyExpected },
  ],
  foreign: [{ ...chat, url: chat.url.replace('app.intercom.com', 'app.intercom.com.test') }],
  usesApi: true,
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as unknown as Record<string, Conversation>;
    const [conversation] = Object.values(answers);
    if (!conversation) throw new Error('no conversation');
    conversation.title = subject;
    conversation.attributes = [{ name: fieldName, value: 'yes' }];
    Object.defineProperty(conversation, fieldName, { value: { polluted: 'yes' }, enumerable: true });
    for (const [index, part] of conversation.renderable_parts.entries())
      part.renderable_data.blocks = [{ type: 'html', content: index === 0 ? body : rest }];
    return { ...recorded, answers };
  },
});

describe('Intercom', () => {
  it.each([
    ['https://app.intercom.com/a/inbox/k3d/inbox/shared/all/conversation/17', '17'],
    ['https://app.eu.intercom.com/a/inbox/k3d/inbox/admin/99/conversation/17?view=List', '17'],
    ['https://app.au.intercom.com/a/inbox/_/inbox/conversation/17#part_id=3', '17'],
    ['https://app.intercom.com/a/apps/k3d/conversations/17', '17'],
    ['https://app.intercom.com/a/apps/k3d/inbox/inbox/all/conversations/17', '17'],
    ['https://app.intercom.com/a/apps/k3d/users/17', undefined],
    ['https://app.intercom.com/a/inbox/k3d/inbox/shared/all', undefined],
    ['https://app.intercom.com/a/inbox/k3d/inbox/conversation/17x', undefined],
    ['https://app.us.intercom.com/a/inbox/k3d/inbox/conversation/17', undefined],
    ['https://intercom.test/a/inbox/k3d/inbox/conversation/17', undefined],
  ])('locates %s', (url, id) => {
    expect(intercom.locate(new URL(url))?.ticketId).toBe(id);
    if (id) expect(intercom.matches.some((pattern) => pattern.test(url))).toBe(true);
  });

  it('waits until Intercom knows the workspace', async () => {
    const url = 'https://app.intercom.com/a/inbox/_/inbox/conversation/215471000000017';
    expect(await intercom.read(toPage({ ...chat, url }))).toMatchObject({
      ok: false,
      error: { kind: 'half-loaded' },
    });
  });

  const [answer] = Object.values(chat.answers);
  const readWith = (changes: object) =>
    intercom.read(toPage(chat, () => jsonResponse({ ...answer, ...changes })));
  const said = (renderable_type: number, more: object = {}) => ({
    id: String(renderable_type),
    renderable_type,
    renderable_data: { blocks: [{ type: 'paragraph', text: 'Words' }], ...more },
  });

  it('never takes a kind it does not know for public', async () => {
    const parts = [
      said(3),
      said(4),
      said(99, { user_summary: { name: 'Nina' } }),
      said(98, { admin_summary: {} }),
    ];
    const result = await readWith({ renderable_parts: parts });
    expect(
      result?.ok && result.value.messages.map(({ role, visibility }) => `${role} ${visibility}`),
    ).toEqual(['agent internal', 'system internal', 'customer internal', 'agent internal']);
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual(['visibility']);
  });

  it('survives fields of any shape', async () => {
    const result = await readWith({
      title: 7,
      state: null,
      user_summary: 'x',
      taggings: [1],
      attributes: { a: 1 },
      admin_assignee: null,
      renderable_parts: [
        { renderable_type: 1, renderable_data: { blocks: [null, 1, { items: [null, {}] }] } },
      ],
    });
    expect(result).toMatchObject({
      ok: true,
      value: { subject: '7', tags: [], assignee: '', organization: null, messages: [] },
    });
  });

  it('reads hundreds of messages in one request', async () => {
    let requests = 0;
    const parts = Array.from({ length: 2_100 }, () => said(1));
    const result = await intercom.read(
      toPage(chat, () => {
        requests += 1;
        return jsonResponse({ ...answer, renderable_parts: parts });
      }),
    );
    expect(requests).toBe(1);
    expect(result?.ok && result.value.messages).toHaveLength(2_000);
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual(['messages']);
  });
});
