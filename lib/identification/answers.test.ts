import { describe, expect, it } from 'vitest';
import { applyPatch } from '@/lib/escalation/draft-patch';
import { newEscalation } from '@/lib/escalation/new-escalation';
import { LANGUAGES } from '@/lib/language/language';
import { defaultQuestionSets } from '@/lib/playbook/defaults/question-sets';
import { PlaybookSchema } from '@/lib/playbook/playbook';
import type { Message } from '@/lib/ticket/ticket';
import { aMessage, aTicket } from '@/tests/factories';
import { ticketScripts } from '@/tests/sites/tickets';
import { clientSideAnswers, toAnswersPatch } from './answers';
import { toCustomerReply } from './customer-reply';
import { findAnswers } from './find-answers';
import { identify } from './identify';

const setOf = (id: string) => defaultQuestionSets.find((set) => set.id === id) ?? defaultQuestionSets[0];
const signIn = setOf('sign-in');
const questions = signIn?.questions ?? [];
const thread = (...texts: string[]): Message[] => texts.map((text) => aMessage({ text }));
const said = (...texts: string[]) =>
  Object.fromEntries(
    [...findAnswers({ messages: thread(...texts) }, questions)].map(([id, it]) => [id, it.answer]),
  );

describe('the default question sets', () => {
  it('are valid, with every reply in every language and an answer of the customer’s side in each set but none', () => {
    expect(PlaybookSchema.shape.questionSets.safeParse(defaultQuestionSets).success).toBe(true);
    for (const { id, questions: asked } of defaultQuestionSets) {
      expect(new Set(asked.map((question) => question.id)).size, id).toBe(asked.length);
      expect(
        asked.some(({ answers }) => answers.some(({ clientSide }) => clientSide)),
        id,
      ).toBe(true);
      for (const { reply } of asked) {
        expect(
          LANGUAGES.filter((language) => !reply[language]?.includes('{customer}')),
          id,
        ).toEqual([]);
      }
    }
  });
});

describe('what the thread answers', () => {
  it('is found in the caps-lock dialogue, with the quote and its message', () => {
    const script = ticketScripts.find(({ number }) => number === '48231');
    const told = (script?.messages ?? []).map(({ by, text }) =>
      aMessage({ text: text ?? '', role: by === script?.requester ? 'customer' : 'agent' }),
    );
    const found = identify({ subject: script?.title ?? '', messages: told }, defaultQuestionSets, undefined);
    expect(found?.set.id).toBe('sign-in');
    expect(found?.said.get('other-device')).toMatchObject({
      questionId: 'other-device',
      answer: 'Works on another device',
      quote: 'On the phone it works now!!',
      message: 5,
    });
    expect(found?.said.get('browser-or-app')?.answer).toBe('In the app');
    expect(found?.said.has('caps-lock')).toBe(false);
  });

  it.each([
    ['Caps Lock was on, sorry', { 'caps-lock': 'It was Caps Lock or the layout' }],
    ['Die Feststelltaste war an!', { 'caps-lock': 'It was Caps Lock or the layout' }],
    ['Оказалось, был включён капс.', { 'caps-lock': 'It was Caps Lock or the layout' }],
    ['En navigation privée ça marche', { 'private-window': 'Works in a private window' }],
    ['En otro navegador funciona sin problema', { 'other-browser': 'Works in another browser' }],
    ['No celular funciona', { 'other-device': 'Works on another device' }],
    ['We are in the app and in the browser', { 'browser-or-app': 'In both' }],
  ])('%s', (text, expected) => {
    expect(said(text)).toMatchObject(expected);
  });

  it.each([
    'Nothing works on my phone.',
    'Auf dem Handy geht nichts.',
    'It never works in Firefox!',
    'Could it be that caps lock was on?',
    'Dans un autre navigateur ça marche pas.',
  ])('is no answer of the customer’s side: %s', (text) => {
    const answers = findAnswers({ messages: thread(text) }, questions);
    const escalation = {
      answers: Object.fromEntries([...answers].map(([id, it]) => [id, { ...it, at: 1 }])),
    };
    expect(signIn && clientSideAnswers(escalation, signIn)).toEqual([]);
  });

  it('is what was said last, and never what we said', () => {
    const messages = thread('I am in the browser', 'I am in the app now');
    expect(findAnswers({ messages }, questions).get('browser-or-app')).toMatchObject({
      answer: 'In the app',
      message: 2,
    });
    expect(
      findAnswers({ messages: [aMessage({ role: 'agent', text: 'caps lock was on' })] }, questions).size,
    ).toBe(0);
  });

  it('never overwrites the agent, and follows the thread where it spoke before', async () => {
    const draft = await newEscalation(aTicket(), 1);
    const first = findAnswers({ messages: thread('In the browser') }, questions);
    const kept = applyPatch(draft, toAnswersPatch(draft, first, 5), 5);
    expect(kept.answers?.['browser-or-app']).toMatchObject({
      answer: 'In a browser',
      quote: 'In the browser',
      at: 5,
    });
    expect(toAnswersPatch(kept, first, 9)).toEqual({});
    const later = findAnswers({ messages: thread('In the browser', 'no, in the app') }, questions);
    expect(toAnswersPatch(kept, later, 9)).toMatchObject({
      'answers.browser-or-app': { answer: 'In the app' },
    });
    const own = applyPatch(kept, { 'answers.browser-or-app': { answer: '', quote: '', at: 6 } }, 6);
    expect(toAnswersPatch(own, later, 9)).toEqual({});
  });
});

describe('a reply', () => {
  const capsLock = questions.find(({ id }) => id === 'caps-lock');
  const reply = (name: string, language: 'de' | 'es') =>
    capsLock && toCustomerReply(capsLock, aTicket({ requester: { id: '', name, email: '' } }), language);

  it('greets by name, in the language', () => {
    expect(reply('Emil Raabe', 'de')).toMatch(/^Guten Tag Emil Raabe, könnten Sie/);
    expect(reply('Ana Ruiz', 'es')).toMatch(/^Hola, Ana Ruiz\. ¿Podría/);
  });

  it('leaves no gap where there is no name', () => {
    expect(reply('', 'de')).toMatch(/^Guten Tag, könnten/);
    expect(reply('ana@ruiz.test', 'es')).toMatch(/^Hola\. ¿Podría/);
  });
});
