import { createRequire } from 'node:module';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';

/** Try-out and e2e builds run beside sites on this machine, so they alone may reach localhost unasked. */
const LOCAL_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];

/** The markdown writer's table of entities comes with a DOM for pages; the background worker has none. */
const ENTITIES = 'decode-named-character-reference';
const withoutDom = createRequire(import.meta.url).resolve(ENTITIES);

/** A later permission can disable the extension until it is accepted, so all of them stand here from the start. */
const PERMISSIONS = [
  'storage',
  'unlimitedStorage',
  'contextMenus',
  'activeTab',
  'alarms',
  'scripting',
  'notifications',
  'identity',
  'declarativeNetRequestWithHostAccess',
];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  vite: ({ mode }) => {
    // WXT takes the mode for NODE_ENV; the e2e build shall run the same React as the one that ships.
    if (mode === 'e2e') process.env.NODE_ENV = 'production';
    return {
      plugins: [tailwindcss()],
      build: { target: 'esnext' },
      resolve: { alias: { [ENTITIES]: withoutDom } },
    };
  },
  zip: { excludeSources: ['tests/.results/**', '.servers/**'] },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    short_name: 'Baton',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: browser === 'firefox' ? undefined : '116',
    permissions: browser === 'firefox' ? PERMISSIONS : ['sidePanel', ...PERMISSIONS],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(mode === 'e2e' ? { host_permissions: LOCAL_HOSTS } : {}),
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_commandOpenPanel__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' https: http:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'baton@baton.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
});
