import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf } from './elements';

/** What labels are called. The first that matches wins, so "created by" is a person before it is a time. */
const FIELDS = {
  subject: /^(subject|summary|betreff|titel|objet|sujet|asunto|assunto|oggetto|onderwerp|тема|件名|الموضوع)$/,
  number: /^((ticket|case|request|issue)?.?(id|no|number|nummer)|case|numéro|número|номер|番号|رقم.*)$/,
  requester:
    /^(request[eo]rs?|reporter|submitter|creator|customer|client|contact|caller|user|reported|kunde|melder|ersteller|anforderer|demandeur|solicitante|cliente|richiedente|заявитель|автор|клиент|инициатор|依頼者|報告者|顧客|お客様|申請者|مقدم الطلب|العميل)$|^(request|report|creat|open|submitt|author|rais)ed by$|^(erstellt|gemeldet) von$|^(créé|creado|criado) p/,
  email: /^(e-?mail( address)?|e-mail-adresse|courriel|correo.*|почта|メール.*|البريد.*)$/,
  status: /^((ticket |case )?stat(us|e)|statut|état|estado|stato|статус|состояние|ステータス|状態|الحالة)$/,
  priority: /^(prio(rit(y|ät|é|à))?|priori(dad|dade|teit|tet)|приоритет|優先度|الأولوية)$/,
  assignee:
    /^(assignees?|(case )?owner|assigned( to)?|owned by|agent|responsible|zugewiesen.*|besitzer|bearbeiter|zuständig|(assigné|attribué) à|asignado a|responsável|assegnato a|исполнитель|ответственный|担当者?|المسؤول|المكلف)$/,
  created:
    /^(date )?(created?|opened|submitted|reported)( at| on| date)?$|^date$|^(erstellt|eröffnet|datum)|^(créée?|ouverte?) le|^date d|^(creado|criado|fecha|data|создан|дата)|^(作成|受付|登録)|^تاريخ/,
  description: /^((bug |issue )?description|beschreibung|descripción|descrição|описание|説明|内容|الوصف)$/,
} as const;

export type Field = keyof typeof FIELDS;

const fieldOf = (label: string): Field | undefined => {
  const plain = label
    .toLowerCase()
    .replace(/[*:：?]|\(.*\)/g, '')
    .trim();
  return plain.length > 30
    ? undefined
    : (Object.keys(FIELDS) as Field[]).find((field) => FIELDS[field].test(plain));
};

export interface Labelled {
  readonly element: Element;
  readonly value: string;
}

/** What a field shows: what is chosen or typed in it, else its text. */
function valueOf(element: Element): string {
  const field = /SELECT|INPUT/.test(element.nodeName)
    ? element
    : (selectAll(element, 'select,input:not([type])')[0] ?? selectAll(element, 'input[type=text]')[0]);
  const chosen = field && (selectAll(field, 'option[selected]')[0]?.textContent || attribute(field, 'value'));
  return chosen?.trim() || lineOf(element);
}

const PLAIN = /status|priority|assignee/;
/** The first words of a value, without the links that stand behind it. */
function firstText(element: Element): string {
  if (selectAll(element, 'select,input').length > 0 || /SELECT|INPUT/.test(element.nodeName))
    return valueOf(element);
  return (
    [element, ...partsOf(element, 50)]
      .filter(isVisible)
      .map(ownText)
      .find((text) => /[\p{L}\d]/u.test(text)) ?? ''
  );
}

/** What stands next to a label, on its level or above it; under a heading of a column, the cell. */
function besides(label: Element): Element | null {
  for (let up: Element | null = label, step = 0; up && step < 3; step += 1, up = up.parentElement) {
    const next: Element | null = up.nextElementSibling;
    const row = up.parentElement;
    if (up.nodeName === 'TH' && row && selectAll(row, 'td').length === 0) {
      const below = row.nextElementSibling ?? row.parentElement?.nextElementSibling?.firstElementChild;
      return below?.children[Array.from(row.children).indexOf(up)] ?? null;
    }
    if (next && (lineOf(next) || valueOf(next))) return next;
    if (row && lineOf(row).length > lineOf(label).length + 2) return null;
  }
  return null;
}

/** Pairs of a known label and its value, wherever they stand: lists, tables, forms, `Label: value` in one line. */
export function findLabelled(root: Element, posts: readonly Element[]): Map<Field, Labelled> {
  const found = new Map<Field, Labelled>();
  const add = (field: Field | undefined, element: Element, value: string) => {
    const max = field === 'description' ? 1e6 : 160;
    if (
      !field ||
      found.has(field) ||
      !value ||
      value.length > max ||
      /^[-—]$/.test(value) ||
      (field !== 'status' && fieldOf(value))
    )
      return;
    if (
      closest(element, `${AROUND.replace('aside,', '').replace('[role=complementary],', '')}`) ||
      !isVisible(element) ||
      posts.some((post) => holds(post, element))
    )
      return;
    found.set(field, { element, value });
  };
  for (const element of partsOf(root, 100_000)) {
    const own = ownText(element);
    const field = own.length < 40 && element.nodeName !== 'OPTION' ? fieldOf(own) : undefined;
    if (field) {
      const inner = element.firstElementChild;
      const next = inner && /[\p{L}\d]/u.test(lineOf(inner)) ? inner : besides(element);
      const behind =
        element.nextSibling?.nodeType === 3
          ? (element.nextSibling.nodeValue ?? '').replace(/^[\s:：]+/, '').trim()
          : '';
      add(
        field,
        next ?? element,
        behind ||
          (next
            ? field === 'description'
              ? nodeToText(next).text
              : PLAIN.test(field)
                ? firstText(next)
                : valueOf(next)
            : ''),
      );
      continue;
    }
    const [, number] = /^(?:\p{L}{1,12} ?)?#\s?(\d{1,20})$/u.exec(own) ?? [];
    if (number) add('number', element, number);
    for (const line of [attribute(element, 'title'), attribute(element, 'aria-label'), own]) {
      const [, label = '', value = ''] = /^([^:：]{2,25})[:：]\s*(\S.{0,100})$/.exec(line) ?? [];
      if (label) add(fieldOf(label), element, value);
    }
  }
  return found;
}
