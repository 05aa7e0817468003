/** Bounds keep a hostile page from filling the panel or the database: longer text is cut by the reader, with a note. */
export const LIMITS = { line: 1_000, text: 200_000, messages: 2_000, list: 500 } as const;
