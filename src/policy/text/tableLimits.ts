/** Rule: a table is read on a phone, row by row. More columns or rows are a file to attach. */
export const MOST_COLUMNS = 20
export const MOST_ROWS = 200
/** Of all tables of one text together. */
export const MOST_CELLS = 2 * MOST_COLUMNS * MOST_ROWS
