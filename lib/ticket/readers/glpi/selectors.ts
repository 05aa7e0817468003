/**
 * Structure of GLPI 10 and 11 (templates/components/itilobject/: timeline/timeline.html.twig, main_description,
 * timeline_item_header, actors/field, fields_panel, linked_tickets, linked_itilobjects). Labels are translated, so none
 * of them is looked at.
 */
export const SELECTORS = {
  /** Any page of GLPI for people who are logged in. */
  own: 'meta[property="glpi:csrf_token"], #itil-object-container, .navigationheader, a[href*="/front/central.php"]',
  /** Children only: a message could hold the same classes. */
  item: '.itil-timeline > .timeline-item[data-itemtype][data-items-id]',
  header: '.timeline-header',
  privateMark: '.is-private',
  author: '.creator a[href*="user.form.php?id="]',
  time: '.creator span',
  content: '.read-only-content',
  richText: '.rich_text_container',
  title: '.card-title',
  file: 'a[href*="document.send.php?docid="]',
  actor: 'select[data-actor-type] option[data-itemtype]',
  chosen: 'option[selected]',
  opened: 'input[name="date"]',
  status: '.status-recall [title], .itilstatus[title]',
  entity: '#item-main a[href*="entity.form.php?id="]',
  linked: '[id^="linked_"] .list-group-item',
} as const;
