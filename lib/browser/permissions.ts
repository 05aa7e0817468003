import { browser } from 'wxt/browser';

/** Match pattern for one origin; ports are not part of match patterns, so a pattern covers every port of the host. */
export function toOriginPattern(url: URL): string {
  return `${url.protocol}//${url.hostname}/*`;
}

export function hasOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Shows the browser's question. Must run inside the click, before any await. */
export function requestOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

export function removeOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins });
}

/** Calls back whenever a permission is granted or revoked; returns the way to stop. */
export function onPermissionsChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

/** Match patterns of every origin that was allowed so far. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** True when one of the match patterns lets Baton onto the page, as far as `scheme://host/*` goes. */
export function covers(granted: readonly string[], url: URL): boolean {
  return granted.some((pattern) => {
    const [, scheme, host = ''] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
    if (!scheme || (scheme !== '*' && `${scheme}:` !== url.protocol)) return pattern === '<all_urls>';
    const domain = host.replace(/^\*\./, '');
    const isBelow = host.startsWith('*.') && url.hostname.endsWith(`.${domain}`);
    return host === '*' || url.hostname === domain || isBelow;
  });
}
