import { attribute } from '@/lib/ticket/dom';
import { attributeOf, childrenOf, select } from '@/lib/ticket/page-parts';

/** Where things stand on a conversation's page (resources/views/conversations/view.blade.php and its partials). */
export const LAYOUT = '#conv-layout';
export const NUMBER = '.conv-numnav strong';
export const SUBJECT = '#conv-subj-value';
export const STATUS = '#conv-status .conv-info-val > span';
export const ASSIGNEE = '#conv-assignee .conv-info-val > span';
/** Who it is assigned to, by id: -1 for nobody. */
export const ASSIGNEE_ID = '#conv-assignee .conv-user li.active a[data-user_id]';
export const TAGS = '.conv-tags .fs-tag-name';
export const CUSTOMER = '#conv-layout-customer .customer-snippet';
export const CUSTOMER_NAME = 'a.customer-name';
export const CUSTOMER_EMAIL = '.customer-email .contact-main';
/** Company, job title, place and address, without a word on which is which. */
export const CUSTOMER_FACTS = '.customer-extra .customer-section > div';

export const shownId = (page: Document): string => attributeOf(page, 'body', 'data-conversation_id');
export const ownId = (page: Document): string => attributeOf(page, 'body', 'data-auth_user_id');

export interface Thread {
  readonly id: string;
  readonly kind: 'customer' | 'message' | 'note';
  readonly element: Element;
}

/** The threads from the top down, newest first: a mail that imitates one inside its body is none. Drafts are left out. */
export function findThreads(page: Document): Thread[] {
  return childrenOf(select(page, '#conv-layout-main'), '.thread[data-thread_id]').flatMap((element) => {
    const kind = /(?:^|\s)thread-type-(customer|message|note)(?:\s|$)/.exec(attribute(element, 'class'))?.[1];
    return kind ? { id: attribute(element, 'data-thread_id'), kind: kind as Thread['kind'], element } : [];
  });
}

export const bodyOf = ({ element }: Thread): string => select(element, '.thread-content')?.innerHTML ?? '';
