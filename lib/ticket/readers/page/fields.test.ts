import { describe, expect, it } from 'vitest';
import { toPage } from '@/tests/contracts/reader-contract';
import { findNumber, toNumber } from './address';
import { isEvent } from './event-words';
import desk from './fixtures/plain-desk.json';
import { isSaidInternal } from './internal-words';
import { fieldOf, isOnlyLabels } from './label-words';
import { anyPage } from './page';
import { matcherOf } from './people';
import { toSubject, withoutReply } from './subject-words';

const ask = (html: string, url = 'https://desk.test/t') =>
  anyPage.read(toPage({ ...desk, url, html, answers: {} }));
const read = async (html: string, url?: string) => {
  const result = await ask(html, url);
  if (!result?.ok) throw new Error(result?.error.detail ?? 'null');
  return result.value;
};
const post = (name: string, time: string, text: string) =>
  `<div class="n"><div class="h"><b>${name}</b> <span>2026-01-02 ${time}</span></div><div class="text"><p>${text}</p></div></div>`;
const thread =
  post('Ann Lee', '10:00', 'The printer stays silent.') + post('Tom Hart', '11:00', 'Which model?');

describe('who is the requester', () => {
  it.each([
    ['Lee, Ann', 'Ann Lee'],
    ['佐藤 花子', '佐藤花子 様'],
    ['Jörg Ahlers', 'Herr Jorg Ahlers'],
    ['Ann Lee', 'Ann Lee (Customer)'],
    ['Ann Lee', 'ann.lee@shop.test'],
    ['Ann Lee', 'Ann L.'],
  ])('%s is %s', (name, other) => {
    expect(matcherOf({ name, email: '' }, [])({ name: other, email: '' })).toBe(true);
  });

  it.each([
    ['Ann Lee', 'Tom Lee'],
    ['Ann Lee', 'Ann Moss'],
    ['Ann Lee', 'Support'],
    ['', ''],
  ])('%s is not %s', (name, other) => {
    expect(matcherOf({ name, email: '' }, [])({ name: other, email: '' })).toBe(false);
  });

  it('takes no short name where somebody bears the whole one', () => {
    const isAnn = matcherOf({ name: 'Ann Lee', email: '' }, [{ name: 'Ann Lee', email: '' }]);
    expect(isAnn({ name: 'Ann', email: '' })).toBe(false);
  });

  it('keeps the customer a customer when the label writes the name the other way round', async () => {
    const ticket = await read(`<p><span>Requester</span><span>Lee, Ann</span></p>${thread}`);
    expect(ticket.requester.name).toBe('Lee, Ann');
    expect(ticket.messages.map(({ role }) => role)).toEqual(['customer', 'agent']);
  });
});

describe('the number', () => {
  it.each([
    ['Caso 912 · No se guarda', 'https://d.test/x', '912'],
    ['Chamado 1203 - Atende', 'https://d.test/x', '1203'],
    ['Richiesta n. 640', 'https://d.test/x', '640'],
    ['Vorgang 2026-004512', 'https://d.test/x', '2026-004512'],
    ['T-310 Map tiles', 'https://d.test/desk/T-310', 'T-310'],
    ['INC0010023 Mail', 'https://d.test/nav?number=INC0010023', 'INC0010023'],
    ['Login', 'https://d.test/casos/912', '912'],
    ['Login', 'https://d.test/index.php?action=view&ticket=501', '501'],
    ['T-310 Map tiles', 'https://d.test/', ''],
    ['Request 2026 plan', 'https://d.test/', ''],
    ['Ticket 12.03.2026', 'https://d.test/', ''],
    ['Issue with utf-8', 'https://d.test/', ''],
    ['Login', 'https://d.test/users/512', ''],
  ])('of %s at %s', (title, url, number) => {
    expect(findNumber([title], new URL(url))).toBe(number);
  });

  it('is one of the address when the page shows it', () => {
    const url = new URL('https://d.test/k/55012');
    expect(findNumber(['Chat'], url, ['Nr. 55012'])).toBe('55012');
    expect(findNumber(['Chat'], url, ['Nr. 155012', '55012.5'])).toBe('');
    expect(findNumber(['News'], new URL('https://d.test/a/2026'), ['In 2026'])).toBe('');
  });

  it.each([
    ['# 77', '77'],
    ['№ 2026-0045', '2026-0045'],
    ['Ann', ''],
    ['12.03.2026', ''],
  ])('labelled %s is %s', (labelled, number) => expect(toNumber(labelled)).toBe(number));
});

describe('the subject', () => {
  it.each([
    ['Melding 774: Scanner kapot', '774', 'Scanner kapot'],
    ['T-310 Map tiles', 'T-310', 'Map tiles'],
    ['Cannot print (#501)', '501', 'Cannot print'],
    ['Betreff: Login', '', 'Login'],
    ['404 on login', '', '404 on login'],
  ])('of %s', (raw, number, subject) => expect(toSubject(raw, number)).toBe(subject));

  it.each(['Re: Fwd: Sync', 'AW: WG: Sync', 'Antw: Sync', 'RE[2]: Sync', '回复：Sync', 'Re：Sync', 'Sync'])(
    'is not called %s',
    (raw) => expect(withoutReply(raw)).toBe('Sync'),
  );

  it('is the heading above the conversation, not the name of the site', async () => {
    const ticket = await read(
      `<title>Help Point — Demande n° 5540</title><header><a href="/">Help Point</a><nav>x</nav></header><main><h1>No colleague can be added</h1>${thread}</main>`,
    );
    expect(ticket).toMatchObject({ subject: 'No colleague can be added', number: '5540' });
  });
});

describe('labels', () => {
  it.each([
    ['Firma', 'organization'],
    ['Société :', 'organization'],
    ['Организация', 'organization'],
    ['会社名', 'organization'],
    ['Behandelaar', 'assignee'],
    ['Situação', 'status'],
    ['Severity', 'priority'],
    ['Προτεραιότητα', 'priority'],
    ['Status message of the day', undefined],
  ])('%s names %s', (label, field) => expect(fieldOf(label)).toBe(field));

  it.each([
    '<table><tr><td><b>Assigned to:</b></td><td>Tom Hart</td><td><b>Company:</b></td><td>Moss Ltd</td></tr></table>',
    '<p><b>Handled by</b><br>Tom Hart</p><p><b>Firma</b><br>Moss Ltd</p>',
    '<p>Status: Open<br>Behandelaar: Tom Hart<br>Bedrijf: Moss Ltd</p>',
    '<p>Agent: <b>Tom Hart</b> · Company: <a href="/c/1">Moss Ltd</a></p>',
    '<label for="a">Owner</label><label for="c">Company</label><input id="a" value="Tom Hart"><input id="c" value="Moss Ltd">',
    '<label>Owner<input value="Tom Hart"></label><label>Company<input value="Moss Ltd"></label>',
  ])('are read from %s', async (html) => {
    const ticket = await read(html + thread);
    expect(ticket).toMatchObject({
      assignee: 'Tom Hart',
      organization: { name: 'Moss Ltd', source: 'desk' },
    });
  });

  it.each(['ann@shop.test', 'https://shop.test', '2026-01-02', '-', 'None', '42'])(
    'give no organization from %s',
    async (value) => expect((await read(`<p>Company: ${value}</p>${thread}`)).organization).toBeNull(),
  );

  it('alone are no message', () => {
    expect(isOnlyLabels('Assigned to: Created:')).toBe(true);
    expect(isOnlyLabels('Status: it fails')).toBe(false);
  });
});

describe('who may see a post', () => {
  it.each([
    'Only visible to your team',
    'Nicht für den Kunden sichtbar',
    'Visible uniquement par les agents',
    'Solo visible para agentes',
    'Visível apenas para a equipe',
    'Nota interna',
    'Niet zichtbaar voor de klant',
    'Notatka wewnętrzna',
    'Видно только сотрудникам',
    'Pouze pro tým',
    'Ei näy asiakkaalle',
    'Müşteri göremez',
    'ملاحظة داخلية',
    'הערה פנימית',
    '社内メモ',
    '内部备注',
    '내부 메모',
    'Εσωτερική σημείωση',
  ])('%s', (said) => expect(isSaidInternal(said)).toBe(true));

  it.each([
    'Ann Lee Customer',
    'via Internet',
    'Reply Forward',
    'Visible to everyone',
    'Tom Hart Agent just now',
  ])('not %s', (said) => expect(isSaidInternal(said)).toBe(false));
});

it.each([
  ['changed the status to Pending', true],
  ['Stato cambiato da Nuovo a In attesa', true],
  ['Статус изменён на Закрыт', true],
  ['ステータスを対応中に変更しました', true],
  ['I changed the status to Pending', false],
  ['The status changed and nothing works since.', false],
])('%s is a line of the desk: %s', (text, isOne) => expect(isEvent(text)).toBe(isOne));

describe('a login page', () => {
  it.each([
    '<title>Sign in</title><form><input name="u"><input type="password"></form>',
    '<h1>Anmelden</h1><form><input type="email"><button>Weiter</button></form>',
  ])('is no ticket: %s', async (html) => {
    expect(await ask(html)).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
  });

  it('is told from a conversation with a field for a password', async () => {
    expect((await read(`<form><input type="password"></form>${thread}`)).messages).toHaveLength(2);
  });
});

it('takes a note that names the customer for a colleague’s', async () => {
  const note = post('Tom Hart</b> <em>Not visible to the customer</em><b>', '11:30', 'Known bug.');
  const ticket = await read(thread + note);
  expect(ticket.messages.at(-1)).toMatchObject({ role: 'agent', visibility: 'internal' });
});
