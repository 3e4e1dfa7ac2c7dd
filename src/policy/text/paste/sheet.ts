const MARK = /^[ \t]*(?:\(?\d{1,3}[.)]|[a-zđ][.)]|[ivx]{1,5}[.)]|[-–+*o])\t/u
/** Rows of a sheet as text: the same number of tabs on every line, two lines or more. Bullets with a tab are no sheet. */
export function inCells(lines: readonly string[]): string[][] | null {
  const rows = [...lines]
  while (rows.at(-1)?.trim() === '') rows.pop()
  if (rows.length < 2) return null
  const tabs = rows[0]!.split('\t').length
  if (tabs < 2 || rows.some((line) => line.split('\t').length !== tabs || /^[ \t]*[•●○▪■◦‣✓✔\u00b7\uf020-\uf0ff]/u.test(line))) return null
  // A column of nothing but marks is a list that Word wrote out.
  if (rows.every((line) => MARK.test(line))) return null
  return rows.map((line) => line.split('\t'))
}
