/** Where it is told that one of many could not be done; the others go on. `what`: which. */
export type Failed = (what: string) => (error: unknown) => void
