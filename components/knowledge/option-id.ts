/** Id of a row, which the search box names as its active one. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;
