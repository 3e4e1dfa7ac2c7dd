/** Letters of Symbol and Wingdings are pictures of something else: an arrow, a tick, a sign of mathematics. What is not known stays. */
const WINGDINGS: Record<string, string> = { J: '☺', K: '😐', L: '☹', à: '→', ß: '←', á: '↑', â: '↓', è: '➔', ü: '✓', û: '✗', þ: '☑', ý: '☒', o: '□', q: '❑', v: '❖', Ø: '➢', '§': '▪', n: '■', l: '●', '¨': '□' } // prettier-ignore
const SYMBOL: Record<string, string> = {
  Þ: '⇒', Û: '⇔', '®': '→', '¬': '←', '³': '≥', '£': '≤', '¹': '≠', '»': '≈', º: '≡', '´': '×', '¸': '÷', '±': '±', '¥': '∞', Ö: '√', Î: '∈', Ï: '∉', Ì: '⊂', È: '∪', Ç: '∩', Æ: '∅', '"': '∀', $: '∃', '·': '•', '°': '°',
  a: 'α', b: 'β', g: 'γ', d: 'δ', e: 'ε', l: 'λ', m: 'μ', p: 'π', q: 'θ', r: 'ρ', s: 'σ', t: 'τ', j: 'φ', w: 'ω', D: 'Δ', S: 'Σ', W: 'Ω', F: 'Φ',
} // prettier-ignore

const tableOf = (font: string): Record<string, string> | null => {
  const first = font.split(',')[0]!.replace(/["']/g, '').trim()
  return first === 'wingdings' ? WINGDINGS : first === 'symbol' ? SYMBOL : null
}

/** `font`: in small letters, as the paste names it. Office also writes these letters as U+F000 and the letter. */
export function symbolsOf(font: string, text: string): string {
  const table = tableOf(font)
  if (table === null) return text
  return [...text].map((sign) => {
    const code = sign.codePointAt(0)!
    const letter = code >= 0xf020 && code <= 0xf0ff ? String.fromCodePoint(code - 0xf000) : sign
    return Object.hasOwn(table, letter) ? table[letter]! : sign
  }).join('') // prettier-ignore
}
