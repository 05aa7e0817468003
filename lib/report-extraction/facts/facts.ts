import type { Range } from '@/lib/report-extraction/find';
import { findAddresses } from './addresses';
import { findEnvironment } from './environment';
import { findErrors } from './errors';
import { findSince } from './since';
import { findVersions } from './versions';

export interface Facts {
  readonly errorCodes: readonly Range[];
  readonly errorTexts: readonly Range[];
  readonly addresses: readonly Range[];
  readonly versions: readonly Range[];
  readonly browsers: readonly Range[];
  readonly systems: readonly Range[];
  readonly since: readonly Range[];
}

/** What one text says for certain, whatever the sentences around it mean. */
export function findFacts(text: string): Facts {
  const addresses = findAddresses(text);
  const { browsers, systems } = findEnvironment(text, addresses);
  const versions = findVersions(text, [...addresses, ...browsers, ...systems]);
  const { codes, messages } = findErrors(text, addresses);
  return {
    errorCodes: codes,
    errorTexts: messages,
    addresses,
    versions,
    browsers,
    systems,
    since: findSince(text),
  };
}
