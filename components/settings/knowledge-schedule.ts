/** How often a source may be synced: minutes, and the words for them. */
export const SCHEDULES = [
  { value: '15', label: 'every 15 minutes' },
  { value: '60', label: 'every hour' },
  { value: '360', label: 'every 6 hours' },
  { value: '1440', label: 'once a day' },
  { value: '0', label: 'only when asked' },
] as const;

export function nameSchedule(everyMinutes: number): string {
  const known = SCHEDULES.find(({ value }) => value === String(everyMinutes));
  return known?.label ?? `every ${everyMinutes} min`;
}
