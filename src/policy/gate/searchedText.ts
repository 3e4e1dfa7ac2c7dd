/** Rule: what a document says is frozen with it, so far as people search: the first pages, without the blanks its layout needs. */
export const SEARCHED = {
  /** Letters kept of one file. */
  most: 12_000,
  /** Pages of a PDF that are read for them. */
  pages: 100,
} as const

/** Signs of layout, private letters of a font, and halves of a letter are no words. */
export const searchedText = (read: string): string =>
  read
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/([.…_·-])(?:\s?\1){3,}/g, ' ')
    .trim()
    .slice(0, SEARCHED.most)
    .replace(/[\ud800-\udbff]$/, '')
