export const EXITS_ID = 'exits';

/** Puts the ways out into sight, and the focus on the first. */
export function showExits(): void {
  const exits = document.getElementById(EXITS_ID);
  exits?.scrollIntoView({ block: 'center' });
  exits?.querySelector('button')?.focus({ preventScroll: true });
}
