import type { HelpDesk } from '@/lib/ticket/ticket-reader';

/** One help desk that is known by its addresses alone. */
interface Address {
  readonly id: string;
  readonly name: string;
  /** Empty where every team has its own host. */
  readonly hosts: readonly string[];
  /** Tested against the whole address. The group `id` names the ticket, `base` the path before the desk's own. */
  readonly pattern: RegExp;
}

/**
 * Where each desk shows one ticket. The addresses of Help Scout, Gorgias, Salesforce, Usedesk, Crisp, Pylon and Trengo,
 * and Front's `/open/`, were seen in public code that works with them; those of Zoho Desk, Freshservice, Kayako,
 * LiveAgent, Plain, Kanboard and Front's folders were not checked against anything.
 * Every id ends with its segment, so that no longer or other address is taken for a ticket.
 */
const ADDRESSES: readonly Address[] = [
  {
    id: 'help-scout',
    name: 'Help Scout',
    hosts: ['https://secure.helpscout.net/*'],
    // The second number, where there is one, is the one that agents see.
    pattern: /^https:\/\/secure\.helpscout\.net\/conversation\/(?<id>[1-9]\d{0,17})(?![^/?#])/,
  },
  {
    id: 'front',
    name: 'Front',
    hosts: ['https://app.frontapp.com/*'],
    // In a folder the conversation's number comes last; `/folders/5` and the like are lists.
    pattern:
      /^https:\/\/app\.frontapp\.com\/(?:open|inboxes\/(?:[^?#]*\/)?(?!folders|teams|views|tags|inboxes)[a-z-]+)\/(?<id>cnv_[a-z0-9]{1,20}|[1-9]\d{4,17})(?![^/?#])/,
  },
  {
    id: 'gorgias',
    name: 'Gorgias',
    hosts: ['https://*.gorgias.com/*'],
    // `/app/tickets/5` and `/app/views/5` are lists.
    pattern:
      /^https:\/\/[a-z0-9-]+\.gorgias\.com\/app\/(?:ticket|(?:views|tickets)\/\d{1,18})\/(?<id>[1-9]\d{0,17})(?![^/?#])/,
  },
  {
    id: 'zoho-desk',
    name: 'Zoho Desk',
    hosts: [
      'https://desk.zoho.com/*',
      'https://desk.zoho.eu/*',
      'https://desk.zoho.in/*',
      'https://desk.zoho.com.au/*',
      'https://desk.zoho.jp/*',
    ],
    pattern:
      /^https:\/\/desk\.zoho\.(?:com|eu|in|com\.au|jp)\/agent\/[^/?#]+\/(?:[^/?#]+\/)?tickets\/details\/(?<id>[1-9]\d{0,19})(?![^/?#])/,
  },
  {
    id: 'salesforce',
    name: 'Salesforce Service Cloud',
    hosts: ['https://*.lightning.force.com/*'],
    // Ids of cases begin with 500; other records have the same addresses.
    pattern:
      /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)?\.lightning\.force\.com\/lightning\/r\/(?:Case\/)?(?<id>500[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)\/view(?![^/?#])/,
  },
  {
    id: 'freshservice',
    name: 'Freshservice',
    hosts: ['https://*.freshservice.com/*'],
    // `/a/tickets/filters/…` are lists.
    pattern: /^https:\/\/[a-z0-9-]+\.freshservice\.com\/a\/tickets\/(?<id>[1-9]\d{0,14})(?![^/?#])/,
  },
  {
    id: 'usedesk',
    name: 'Usedesk',
    hosts: ['https://secure.usedesk.ru/*', 'https://secure.usedesk.com/*'],
    pattern: /^https:\/\/secure\.usedesk\.(?:ru|com)\/tickets\/(?<id>[1-9]\d{0,17})(?![^/?#])/,
  },
  {
    id: 'kayako',
    name: 'Kayako',
    hosts: ['https://*.kayako.com/*'],
    // `/agent/conversations/view/5` is a list.
    pattern: /^https:\/\/[a-z0-9-]+\.kayako\.com\/agent\/conversations\/(?<id>[1-9]\d{0,17})(?![^/?#])/,
  },
  {
    id: 'liveagent',
    name: 'LiveAgent',
    hosts: ['https://*.ladesk.com/*'],
    pattern:
      /^https:\/\/[a-z0-9-]+\.ladesk\.com\/agent\/(?:index\.php)?(?:\?[^#]*)?#Conversation;(?:[^;#]{1,80};){0,5}id=(?<id>[A-Za-z0-9]{1,40})(?![^;&])/,
  },
  {
    id: 'crisp',
    name: 'Crisp',
    hosts: ['https://app.crisp.chat/*'],
    pattern:
      /^https:\/\/app\.crisp\.chat\/website\/[0-9a-f-]{36}\/inbox\/(?<id>session_[0-9a-f-]{36})(?![^/?#])/,
  },
  {
    id: 'pylon',
    name: 'Pylon',
    hosts: ['https://app.usepylon.com/*'],
    pattern:
      /^https:\/\/app\.usepylon\.com\/issues[^?#]*\?(?:[^#]*&)?issueNumber=(?<id>[1-9]\d{0,14})(?![^&#])/,
  },
  {
    id: 'trengo',
    name: 'Trengo',
    hosts: ['https://app.trengo.com/*'],
    pattern: /^https:\/\/app\.trengo\.com\/tickets\/(?<id>[1-9]\d{0,17})(?![^/?#])/,
  },
  {
    id: 'plain',
    name: 'Plain',
    hosts: ['https://app.plain.com/*'],
    pattern: /^https:\/\/app\.plain\.com\/workspace\/[^/?#]+\/thread\/(?<id>th_[A-Z0-9]{10,40})(?![^/?#])/,
  },
  {
    id: 'kanboard',
    name: 'Kanboard',
    hosts: [],
    // With and without readable addresses. `/task/5/edit` and the like are forms.
    pattern:
      /^https?:\/\/[^/?#]+(?<base>(?:\/[^/?#]+)*?)\/(?:(?:project\/\d{1,15}\/)?task\/(?<id>[1-9]\d{0,14})\/?(?=[?#]|$)|(?:index\.php)?\?(?=[^#]*controller=TaskViewController(?:&|#|$))(?=[^#]*action=show(?:&|#|$))(?:[^#]*&)?task_id=(?<query>[1-9]\d{0,14})(?![^&#]))/,
  },
];

const toDesk = ({ id, name, hosts, pattern }: Address): HelpDesk => ({
  id,
  script: 'page',
  name,
  matches: [pattern],
  locate: (url) => {
    const found = pattern.exec(url.href)?.groups;
    const ticketId = found?.id ?? found?.query;
    return ticketId ? { ticketId, basePath: found?.base ?? '' } : null;
  },
  hosts,
  fromApi: [],
  writesNotes: false,
  findsSimilar: false,
  findsArticles: false,
});

/** Help desks that the generic reader reads, under their own name. */
export const byAddressDesks: readonly HelpDesk[] = ADDRESSES.map(toDesk);
