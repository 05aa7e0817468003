const opened = new Map<string, number>();

/** When this panel first showed the ticket: where its clock starts until a draft is stored. */
export function openedAt(ticketKey: string): number {
  const known = opened.get(ticketKey);
  if (known !== undefined) return known;
  const now = Date.now();
  opened.set(ticketKey, now);
  return now;
}
