/** An emergency in force, as every page of the site tells it. `luc`: when it was put out. */
export type Emergency = { tieuDe: string; duongDan: string; luc: string }

/** The newest; more would push the page itself out of sight. */
export const MOST_SHOWN = 3
