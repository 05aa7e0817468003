/** Of the React issue viewer first, then of the pages that the server renders (GitHub Enterprise Server). */
export const SELECTORS = {
  /** Any page of GitHub. */
  product: 'meta[property="og:site_name"][content="GitHub"], [data-target="react-app.embeddedData"]',
  data: 'script[type="application/json"][data-target="react-app.embeddedData"]',
  title: '[data-testid="issue-title"], .js-issue-title',
  /** `#12` beside the title. */
  number: 'h1:has([data-testid="issue-title"]) > span, .gh-header-number',
  /** Leads to the issue itself. */
  self: '[data-testid="issue-body-header-link"]',
  state: '[data-testid="header-state"], .gh-header-meta .State',
  opening: '[data-testid="issue-body"], .js-comment[id^="issue-"]',
  comments: '.react-issue-comment, .js-comment[id^="issuecomment-"]',
  permalink: 'a[href*="#issuecomment-"]',
  author:
    '[data-testid="issue-body-header-author"], [data-testid="avatar-link"], .timeline-comment-header .author',
  time: 'relative-time',
  badge: '[data-testid="comment-author-association"], .timeline-comment-header .Label',
  body: '.markdown-body, .js-comment-body',
  labels: '[data-testid="issue-labels"] a, .js-issue-labels .IssueLabel',
  assignees: '[data-testid="sidebar-assignees-section"] a[href^="/"], .js-issue-assignees .assignee',
  more: '[data-testid^="issue-timeline-load-more"], .ajax-pagination-form, .js-ajax-pagination',
} as const;
