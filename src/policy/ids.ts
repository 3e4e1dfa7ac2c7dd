/** Ids as they come from forms and documents: a number, or the document it belongs to. */
export const idOf = (value: unknown): number => Number(value !== null && typeof value === 'object' ? (value as { id?: unknown }).id : value)

/** One id or several; whatever names nothing is left out. */
export const idsOf = (value: unknown): number[] =>
  [value]
    .flat()
    .filter((v) => v !== null)
    .map(idOf)
    .filter(Number.isInteger)
