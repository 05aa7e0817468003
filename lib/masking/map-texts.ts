/** Every text of a record changed, lists and records inside included; the record itself stays as it is. */
export function mapTexts<T>(value: T, change: (text: string, key: string) => string, key = ''): T {
  const map = (inner: unknown, innerKey: string): unknown => {
    if (typeof inner === 'string') return change(inner, innerKey);
    if (Array.isArray(inner)) return inner.map((entry) => map(entry, innerKey));
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, entry]) => [name, map(entry, name)]));
  };
  return map(value, key) as T;
}
