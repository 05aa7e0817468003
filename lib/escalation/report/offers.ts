import type { Sourced } from './fields';
import type { ReportFind } from './find';

/** Further finds of these fields are added to what stands there; of the others there is only one. */
const SEPARATORS: Readonly<Record<string, string>> = { error: '\n', environment: ', ' };
const MOST_OFFERED = 2;

/** False once the agent typed or selected something: then nothing is offered any more. */
const isFound = ({ value, source }: Sourced) =>
  value.trim() === '' || (source !== '' && !source.startsWith('selection'));

const holds = (current: Sourced, { value }: ReportFind) =>
  current.value.toLowerCase().includes(value.toLowerCase());

/** What the ticket may say about a field besides what stands there: offered, never written by itself. */
export function toOffers(current: Sourced, finds: readonly ReportFind[]): ReportFind[] {
  if (!isFound(current)) return [];
  return finds.filter((find) => !holds(current, find)).slice(0, MOST_OFFERED);
}

/** The value of a field once an offer is taken. */
export function takeOffer(id: string, current: Sourced, { value, source }: ReportFind): Sourced {
  const separator = SEPARATORS[id];
  if (current.value.trim() === '' || separator === undefined) return { value, source };
  const sources = new Set([current.source, source].filter(Boolean));
  return { value: current.value + separator + value, source: [...sources].join(', ') };
}

/** Why a prefilled value stands there; empty for what the agent typed or the ticket no longer says. */
export function reasonOf(current: Sourced, finds: readonly ReportFind[]): string {
  return (
    finds.find(({ value, source }) => value === current.value && source === current.source)?.reason ?? ''
  );
}
