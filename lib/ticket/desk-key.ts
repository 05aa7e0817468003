/** Desk key of a page: reader id, origin and base path (empty for desks at the root). */
export function toDeskKey(readerId: string, origin: string, basePath = ''): string {
  return `${readerId} ${origin}${basePath.replace(/\/+$/, '')}`;
}
