/**
 * The small marks of a story typed as plain text, one a line: `## ` to `#### ` a heading, `- ` an item, `1. ` a numbered one,
 * `> ` a quotation, `---` a rule, `[ảnh 2]` a picture. Within a line `**đậm**`, `[chữ](https://…)` and bare addresses. No
 * italics, no escapes, nothing inside another: every line has one reading, found in one pass (docs/adr/0016).
 */
export type Line =
  | { kind: 'blank' }
  | { kind: 'rule' }
  | { kind: 'picture'; n: number }
  | { kind: 'heading'; level: number; words: string }
  | { kind: 'item'; ordered: false; words: string }
  | { kind: 'item'; ordered: true; value: number; words: string }
  | { kind: 'quote'; words: string }
  | { kind: 'words'; words: string }

const BULLET = /^[-•] (.+)$/u
const NUMBER = /^(\d{1,4})[.)] (.+)$/u
const HEADING = /^(#{2,4}) (.+)$/u

/** What one line says; spaces at its ends and tabs inside say nothing. */
export function lineOf(raw: string): Line {
  const line = raw.replace(/[\t\u000b\f]+/g, ' ').trim()
  if (line === '') return { kind: 'blank' }
  if (/^-{3,}$/.test(line)) return { kind: 'rule' }
  const picture = /^\[ảnh (\d{1,3})\]$/iu.exec(line)
  if (picture) return { kind: 'picture', n: Number(picture[1]) }
  const heading = HEADING.exec(line)
  if (heading) return { kind: 'heading', level: heading[1]!.length, words: heading[2]!.trim() }
  const bullet = BULLET.exec(line)
  if (bullet) return { kind: 'item', ordered: false, words: bullet[1]!.trim() }
  const number = NUMBER.exec(line)
  if (number && Number(number[1]) > 0) return { kind: 'item', ordered: true, value: Number(number[1]), words: number[2]!.trim() }
  if (line.startsWith('>')) return { kind: 'quote', words: line.slice(1).trim() }
  return { kind: 'words', words: line }
}

export type Piece = { kind: 'words' | 'bold'; words: string } | { kind: 'link'; words: string; url: string }

/** A bare address ends before the sign that ends its sentence. */
const INLINE =
  /\*\*(?<bold>[^*\n]+)\*\*|\[(?<shown>[^[\]\n]{1,500})\]\((?<url>(?:https?:\/\/|mailto:|tel:)[^\s()<>]{1,2000})\)|(?<bare>https?:\/\/[^\s<>()[\]*"“”]{0,2000}[^\s<>()[\]*"“”.,;:!?…'’])/gu

export function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of words.matchAll(INLINE)) {
    if (found.index > from) pieces.push({ kind: 'words', words: words.slice(from, found.index) })
    const { bold, shown, url, bare } = found.groups!
    if (bold !== undefined) pieces.push({ kind: 'bold', words: bold })
    else pieces.push({ kind: 'link', words: shown ?? bare!, url: url ?? bare! })
    from = found.index + found[0].length
  }
  if (from < words.length) pieces.push({ kind: 'words', words: words.slice(from) })
  return pieces
}
