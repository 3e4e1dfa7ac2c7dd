/** A code as people compare it on paper: in groups of four. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
