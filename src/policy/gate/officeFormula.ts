/** Rule: what a formula of Excel, or a field of Word, would fetch or start is refused; where it leads is told. */

/** Names of what fetches or starts; an address a formula puts together is one nobody read. */
const REACHING =
  /(?<![\p{L}\p{N}_])(?:WEBSERVICE|FILTERXML|RTD|CALL|REGISTER(?:\.ID)?|DDE(?:INIT|EXEC)?|SQL\.REQUEST|IMAGE|STOCKHISTORY|EXEC|EVALUATE|INITIATE)(?![\p{L}\p{N}_!])|\|/iu
const HYPERLINK = /(?<![\p{L}\p{N}_])HYPERLINK(?![\p{L}\p{N}_!])/giu

/** Names of columns and sheets, where a quotation mark means nothing: behind `[` a `'` takes the sign after it for itself. */
function behindBracket(formula: string, from: number): number {
  let depth = 0
  for (let at = from; at < formula.length; at += 1) {
    if (formula[at] === "'") at += 1
    else if (formula[at] === '[') depth += 1
    else if (formula[at] === ']' && (depth -= 1) === 0) return at
  }
  return from
}

/** Without texts and the names of sheets and columns: what is left is what is done, each sign where it stood. */
export function bareFormula(formula: string): string {
  let bare = ''
  for (let at = 0; at < formula.length; at += 1) {
    const sign = formula[at]!
    if (sign === '[') {
      // What is never closed hides nothing.
      const end = behindBracket(formula, at)
      bare += ' '.repeat(end - at + 1)
      at = end
    } else if (sign === '"' || sign === "'") {
      let end = formula.indexOf(sign, at + 1)
      while (end >= 0 && formula[end + 1] === sign) end = formula.indexOf(sign, end + 2)
      end = end < 0 ? at : end
      bare += ' '.repeat(end - at + 1)
      at = end
    } else bare += sign
  }
  return bare
}

export const isReachingFormula = (formula: string): boolean => REACHING.test(bareFormula(formula))

/** Addresses written out in a formula; null where one is put together. */
export function linksOfFormula(formula: string): string[] | null {
  const links: string[] = []
  for (const { index } of bareFormula(formula).matchAll(HYPERLINK)) {
    const [, url] = /^HYPERLINK\s*\(\s*"([^"]*)"\s*[,)]/i.exec(formula.slice(index)) ?? []
    if (url === undefined) return null
    if (!url.startsWith('#')) links.push(url)
  }
  return links
}

/** Switches of HYPERLINK that take the word after them. */
const WITH_WORD = /^\\[lot]$/i

/** The address a field leads to, where it leads out of the file: its first word that belongs to no switch. */
export function linkOfField(code: string): string | null {
  const words = (code.match(/"(?:\\.|[^"\\])*"?|[^\s"]+/g) ?? []).map((word) => word.replace(/^"|"$/g, ''))
  if (words[0]?.toUpperCase() !== 'HYPERLINK') return null
  for (let n = 1; n < words.length; n += 1) {
    if (WITH_WORD.test(words[n]!)) n += 1
    else if (!/^\\\w$/.test(words[n]!)) return words[n]!
  }
  return null
}

/** In the words of these a field may stand: what it becomes is no address and starts nothing. */
export const mayHoldField = (code: string): boolean => /^\s*(?:=|(?:IF|COMPARE|SET|QUOTE|EQ|SEQ|REF)\b)/i.test(code)
