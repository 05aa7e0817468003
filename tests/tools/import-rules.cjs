/** The import rules of lib/README.md for dependency-cruiser. `tests/tools/import-rules.test.ts` breaks each of them. */

const OURS = '^(lib|components|entrypoints|tests)/';
const TEST = ['^tests/', '\\.test\\.tsx?$', '/fixtures/'];
/** Kind, folder of its adapters, folder of its contract. */
const ADAPTERS = [
  ['reader', 'lib/ticket/readers', 'lib/ticket'],
  ['tracker', 'lib/trackers', 'lib/trackers'],
  ['chat', 'lib/chat', 'lib/chat'],
  ['source', 'lib/knowledge/sources', 'lib/knowledge'],
];
/** Where a contract keeps what its adapters share. */
const SHARED_ROOMS = '((listing|markdown|text)/)?';
const ADAPTER = '^lib/(ticket/readers|trackers|chat|knowledge/sources)/([^/]+)/';
const REGISTRY = '^lib/(ticket/readers|trackers|chat|knowledge/sources)/(index|generic)\\.ts$';

const STD = '^lib/std/';
const BROWSER = '^lib/browser/';
const STORE = '^lib/.+/store\\.ts$';
const SETTINGS = '^lib/settings/settings\\.ts$';
/** Wires every message to what answers it in the background, so it may know all of lib. */
const HANDLERS = '^lib/messages/register-handlers\\.ts$';
const PROTOCOL = '^lib/messages/protocol\\.ts$';
const SCHEMAS =
  '^lib/(ticket/ticket|trackers/(new-issue|field-meta|delivery-error)|knowledge/(article|known-bug|feature-card))\\.ts$';
/** Contracts, schemas and pure functions: every file of these rooms but registries, stores and what runs in the background. */
const DOMAIN =
  '^lib/(ticket|knowledge(/(listing|markdown|text))?|playbook|escalation(/(issue|lint|report))?|trackers|chat|insights|evidence|selection|report-extraction|language|identification|classification|masking|customer-message)/(?!index|store|sync|read-ticket)[^/]+\\.ts$';
/** What the outbox keeps about a delivery is a record that screens show. */
const DELIVERY = '^lib/outbox/(delivery|retry-policy)\\.ts$';
/** Tells by learned weights what a text is about. */
const TEXT_MODEL = '^lib/text-model/';
/** Facts of a text without the rest of the extraction. */
const FACTS = '^lib/report-extraction/facts/facts\\.ts$';
const FOR_SCREENS = [
  '^lib/ticket/read-ticket\\.ts$', // which ticket an address names
  STD,
  BROWSER,
  STORE,
  SETTINGS,
  DOMAIN,
  DELIVERY,
  '^lib/messages/(send|protocol)\\.ts$',
  '^lib/knowledge/search/',
];

/** Files under `from` may import nothing of ours but `allowed`; `$1`, `$2` stand for the groups of `from`. */
function mayImport(name, from, allowed, options = {}) {
  const { fromNot = [], comment = '' } = options;
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: [...TEST, ...fromNot] },
    to: { path: OURS, pathNot: allowed },
  };
}

function never(name, from, to, fromNot = TEST) {
  return { name, severity: 'error', from: { path: from, pathNot: fromNot }, to };
}

const forbidden = [
  mayImport('std-imports-nothing', '^lib/std/', [STD]),
  mayImport('http-and-browser-import-std', '^lib/(http|browser)/', ['^lib/$1/', STD]),
  ...ADAPTERS.map(([kind, adapters, contract]) =>
    mayImport(`a-${kind}-knows-only-its-contract`, `^${adapters}/([^/]+)/`, [
      `^${adapters}/$1/`,
      `^${contract}/${SHARED_ROOMS}(?!index|store|sync|read-ticket)[^/]+\\.ts$`,
      STD,
      '^lib/http/',
      // A page of an unknown product is read by the words people put on it.
      ...(kind === 'reader' ? ['^lib/language/'] : []),
      SCHEMAS,
    ]),
  ),
  mayImport(
    'the-domain-is-pure',
    '^lib/(escalation|playbook|insights|identification|classification|customer-message)/',
    ['^lib/$1/(?!store)', STD, DOMAIN, FACTS, TEXT_MODEL],
    { fromNot: ['/store\\.ts$'] },
  ),
  mayImport('extraction-knows-text-alone', '^lib/report-extraction/', [
    '^lib/report-extraction/',
    '^lib/language/',
    STD,
  ]),
  mayImport('language-knows-text-alone', '^lib/language/', ['^lib/language/', STD]),
  mayImport('a-text-model-knows-words-alone', TEXT_MODEL, [TEXT_MODEL, '^lib/language/', STD]),
  mayImport('masking-knows-text-and-its-patterns', '^lib/masking/', [
    '^lib/masking/',
    '^lib/playbook/playbook\\.ts$',
    STD,
  ]),
  mayImport('a-domain-store-keeps-records', '^lib/(escalation|playbook|insights)/store\\.ts$', [
    '^lib/$1/',
    STD,
    DOMAIN,
    DELIVERY,
    STORE,
    '^lib/db/',
  ]),
  never('only-stores-import-the-database', '^(lib|components)/', { path: '^lib/db/', pathNot: STORE }, [
    ...TEST,
    '^lib/db/',
    STORE,
  ]),
  {
    ...mayImport('the-database-knows-record-types', '^lib/db/', ['^lib/db/', STD]),
    to: { path: OURS, pathNot: ['^lib/db/', STD], dependencyTypesNot: ['type-only'] },
  },
  never('the-protocol-imports-types', PROTOCOL, { dependencyTypesNot: ['type-only'] }),
  mayImport('messages-know-the-protocol', '^lib/messages/', ['^lib/messages/', STD], {
    fromNot: [PROTOCOL, HANDLERS],
  }),
  mayImport('settings-know-the-domain', '^lib/settings/', ['^lib/settings/', STD, BROWSER, DOMAIN]),
  mayImport('background-work', '^lib/(outbox|follow-up)/', [
    '^lib/$1/',
    STD,
    BROWSER,
    DOMAIN,
    DELIVERY,
    STORE,
    REGISTRY,
    '^lib/http/back-off\\.ts$',
    '^lib/settings/',
    '^lib/db/', // stores only: see only-stores-import-the-database
    PROTOCOL,
    '^lib/outbox/connection\\.ts$',
  ]),
  mayImport('playbook-loading', '^lib/playbook-loading/', [
    '^lib/playbook-loading/',
    STD,
    BROWSER,
    DOMAIN,
    '^lib/http/',
    SETTINGS,
    PROTOCOL,
  ]),
  mayImport('knowledge-sync', '^lib/knowledge/sync/', [
    '^lib/knowledge/',
    STD,
    BROWSER,
    STORE,
    REGISTRY,
    '^lib/settings/',
    '^lib/http/',
    PROTOCOL,
  ]),
  never(
    'adapters-are-reached-through-their-registry',
    '^(lib|components)/',
    { path: ADAPTER, pathNot: '^lib/knowledge/sources/index' },
    [...TEST, ADAPTER, REGISTRY],
  ),
  // What runs in a ticket page is counted in bytes: zod validates where the answer arrives.
  never('a-page-script-carries-no-schema-of-ours', '^(lib/ticket/readers/[^/]+/|entrypoints/read-)', {
    path: '(^lib/ticket/(ticket|read-ticket|desks)\\.ts$|^lib/ticket/readers/index\\.ts$|(^|node_modules/)zod(/|$))',
    dependencyTypesNot: ['type-only'],
  }),
  never(
    'valibot-is-for-page-scripts',
    '^(lib|components|entrypoints)/',
    { path: '(^|node_modules/)valibot(/|$)' },
    [...TEST, '^lib/ticket/(readers/|(desk-fetch|answer-fields)\\.ts$)'],
  ),
  never('lib-knows-no-screen', '^lib/', { path: '^components/' }),
  never('no-react-in-lib', '^lib/', {
    path: '(^|node_modules/)(react|react-dom|react-aria[^/]*|dexie-react-hooks|lucide-react|zustand)(/|$)',
  }),
  mayImport('ui-knows-no-domain', '^components/ui/', ['^components/ui/', STD]),
  mayImport('a-screen-knows-no-other-screen', '^components/(?!app/|ui/|settings/)([^/]+)/', [
    '^components/$1/',
    '^components/ui/',
    ...FOR_SCREENS,
  ]),
  mayImport('settings-also-read-registries', '^components/settings/', [
    '^components/(settings|ui)/',
    '^lib/knowledge/files/',
    REGISTRY,
    ...FOR_SCREENS,
  ]),
  mayImport('the-shell-composes-screens', '^components/app/', ['^components/', ...FOR_SCREENS]),
  never('nobody-imports-entrypoints', '^(lib|components)/', { path: '^entrypoints/' }),
  never('entrypoints-import-no-other-entrypoint', '^entrypoints/([^/]+)/', {
    path: '^entrypoints/',
    pathNot: '^entrypoints/$1/',
  }),
  never('no-test-code-in-the-product', '^(lib|components|entrypoints)/', { path: ['^tests/', '/fixtures/'] }),
  // An import that cannot be followed would slip through every rule above.
  {
    name: 'every-import-is-found',
    severity: 'error',
    from: {},
    to: { path: '^[@.]/', couldNotResolve: true },
  },
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: `${__dirname}/import-alias.cjs` },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
