/**
 * Structure of core-framework Resources/views/ticket.html.twig, the same from 1.0.0 to 1.1.7. Labels are translated,
 * so none of them is looked at.
 */
export const SELECTORS = {
  /** Any page of UVdesk. */
  own: '[class^="uv-"], [class*=" uv-"]',
  /** `Ticket #12`. */
  number: '.uv-main-info-block .uv-aside-title h6',
  subject: '.uv-ticket-head-rt h1',
  customer: '.uv-aside-customer-info span',
  created: '.uv-ticket-strip .timeago[data-timestamp]',
  assignee: '.agent-info .name',
  /** Agent, priority, status, type, group, team, country, in this order. */
  field: '.uv-aside-ticket-actions .uv-aside-select',
  fieldLabel: '.uv-aside-select-label',
  fieldValue: '.uv-aside-select-value',
  tag: '.tag-list-block .tag-list .uv-btn-tag',
  author: '.uv-ticket-main.create a.uv-ticket-member-name',
  firstMessage: '.uv-ticket-main.create .message',
  firstFile: '.uv-ticket-main.create a.uv-ticket-uploads-brick[href]',
  /** Its link ends in the customer's id. */
  otherTickets: '#more-tickets-btn',
} as const;
