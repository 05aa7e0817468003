import { attribute, selectAll } from '@/lib/ticket/dom';
import { findDate } from './dates';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf } from './elements';
import type { Stamp } from './stamps';

/** What labels are called. The first that matches wins, so "created by" is a person before it is a time. */
const FIELDS = {
  subject:
    'subject|summary|betreff|titel|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|konu|тема|件名|الموضوع',
  number: '((ticket|case|request|issue) ?)?(id|no|number|nummer)|case|numéro|número|номер|番号|رقم.*',
  requester:
    '(request|report|creat|open|submitt|author|rais|log)ed by|request[eo]rs?|report(er|ed)|submitter|creator|customer|client|(contact|customer|requester)( name)?|raised for|caller|user|kunde|melder|ersteller|(erstellt|gemeldet) von|demandeur|solicitante|cliente|(créée?|cread[oa]|criad[oa]) p(ar|or)|richiedente|aanvrager|zgłaszający|talep eden|инициатор|申請者|заявитель|автор|клиент|依頼者|報告者|顧客|お客様|مقدم الطلب|العميل',
  email: 'e-?mail.*|courriel|correo.*|почта|メール.*|البريد.*',
  status:
    '(ticket |case )?(status|state)|statut|estado|état|stato|stan|durum|статус|состояние|ステータス|状態|الحالة',
  priority: 'prio(rit(y|ät|é|à|eit)|ri(dad|dade|teit|tet)|rytet)?|öncelik|приоритет|優先度|الأولوية',
  assignee:
    'assignees?|(case )?owner|assigned( to)?|owned by|agent|zugewiesen.*|besitzer|bearbeiter|(assigné|attribué) à|asignado a|atribuído a|assegnato a|toegewezen aan|przypisan[yae] do|responsável|responsable|zuständig|назначено|исполнитель|ответственный|担当者?|المسؤول',
  created:
    '(date )?(created?|opened|submitted|reported)( at| on| date)?|date|(erstellt|eröffnet|datum).*|(créée?|ouverte?) le|date d.*|(creado|criado|aberto|abierto|creat[oa]|aangemaakt|utworzon|fecha|data|создан|дата|作成|受付|登録|تاريخ).*',
  description: '(bug |issue )?description|beschreibung|descripción|descrição|описание|説明|内容|الوصف',
};

export type Field = keyof typeof FIELDS;

const PATTERNS = Object.entries(FIELDS).map(
  ([field, words]) => [field as Field, new RegExp(`^(${words})$`)] as const,
);

const fieldOf = (label: string): Field | undefined => {
  const plain = label
    .toLowerCase()
    .replace(/[*:：?]|\(.*\)/g, '')
    .trim();
  return plain.length > 30 ? undefined : PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0];
};

export interface Labelled {
  readonly element: Element;
  readonly value: string;
}

/** What a field shows: what is chosen or typed in it, else its words, of a short one the first. */
function shownIn(element: Element, isShort: boolean): string {
  const [field] = [element, ...selectAll(element, 'select,input')].filter(
    (it) => /^(SELECT|INPUT)$/.test(it.nodeName) && !/d|x|b/.test(attribute(it, 'type')),
  );
  const chosen = field && (selectAll(field, 'option[selected]')[0]?.textContent || attribute(field, 'value'));
  const words = [element, ...partsOf(element, 50)].filter(isVisible).map(ownText);
  return chosen?.trim() || (isShort && words.find((text) => /[\p{L}\d]/u.test(text))) || lineOf(element);
}

/** What stands in a label, next to it or above that; under a heading of a column, the cell. */
function besides(label: Element): Element | null {
  const inner = label.firstElementChild;
  if (inner && /[\p{L}\d]/u.test(lineOf(inner))) return inner;
  for (let up: Element | null = label, step = 0; up && step < 3; step += 1) {
    const next: Element | null = up.nextElementSibling;
    const row: Element | null = up.parentElement;
    if (up.nodeName === 'TH' && row && !selectAll(row, 'td')[0]) {
      const below = row.nextElementSibling ?? row.parentElement?.nextElementSibling?.firstElementChild;
      return below?.children[Array.from(row.children).indexOf(up)] ?? null;
    }
    if (next && shownIn(next, false)) return next;
    if (row && lineOf(row).length > lineOf(label).length + 2) return null;
    up = row;
  }
  return null;
}

/** Pairs of a known label and its value, wherever they stand: lists, tables, forms, `Label: value` in one line. */
export function findLabelled(root: Element, posts: readonly Element[]): Map<Field, Labelled> {
  const found = new Map<Field, Labelled>();
  const add = (field: Field | undefined, element: Element, value: string) => {
    if (
      !field ||
      found.has(field) ||
      !/[\p{L}\d]/u.test(value) ||
      (value.length > 160 && field !== 'description')
    )
      return;
    if ((field !== 'status' && fieldOf(value)) || posts.some((post) => holds(post, element))) return;
    if (!closest(element, AROUND) && isVisible(element)) found.set(field, { element, value });
  };
  for (const element of partsOf(root, 100_000)) {
    const own = ownText(element);
    const field = own.length < 40 && element.nodeName !== 'OPTION' ? fieldOf(own) : undefined;
    if (field) {
      const next = besides(element);
      const behind =
        element.nextSibling?.nodeType === 3 && element.nextSibling.nodeValue?.replace(/^[\s:：]+|\s+$/g, '');
      add(
        field,
        next ?? element,
        behind || (next ? shownIn(next, /status|priority|assignee/.test(field)) : ''),
      );
    }
    add('number', element, /^(?:\p{L}{1,12} ?)?#\s?(\d{1,20})$/u.exec(own)?.[1] ?? '');
    for (const line of [attribute(element, 'title'), attribute(element, 'aria-label'), own]) {
      const [, label = '', value = ''] = /^([^:：]{2,25})[:：]\s*(\S.{0,99})$/.exec(line) ?? [];
      add(fieldOf(label), element, value);
    }
  }
  return found;
}

/** The time a field shows: the one made for machines where there is one. */
export function momentOf(
  field: Labelled | undefined,
  stamps: readonly Stamp[],
  dayFirst: boolean,
): number | null {
  if (!field) return null;
  return (
    stamps.find(({ element }) => holds(field.element, element))?.at ??
    findDate(field.value, dayFirst)?.at ??
    null
  );
}
