/** Text of an old font in our letters: one pass, longest signs first. */
import { TCVN3, VIQR_MARKS, VIQR_TONES, VNI } from './tables.ts'

export type OldFont = 'TCVN3' | 'VNI' | 'VIQR'

const byLongest = (table: ReadonlyMap<string, string>): RegExp => {
  const signs = [...table.keys()].sort((a, b) => b.length - a.length)
  return new RegExp(signs.map((sign) => sign.replace(/[^\p{L}]/gu, '\\$&')).join('|'), 'g')
}
const ANY_TCVN3 = new RegExp(`[${[...TCVN3.keys()].join('')}]`, 'g')
const ANY_VNI = byLongest(VNI)
/** A vowel, its mark and its tone; a full stop is a tone only inside a word or after a mark. */
const ANY_VIQR = /([aeiouyAEIOUY])(?:([\^(+*])([`'?~.]?)|([`'~](?![`'])|[?.](?=[a-z])))|([dD])[dD](?=[aeiouyAEIOUY])/g

const viqr = (text: string): string =>
  text.replace(ANY_VIQR, (_all, vowel?: string, mark?: string, tone?: string, bare?: string, d?: string) =>
    d ? (d === 'd' ? 'đ' : 'Đ') : `${vowel}${VIQR_MARKS[mark ?? ''] ?? ''}${VIQR_TONES[tone || bare || ''] ?? ''}`.normalize('NFC'),
  )

export function inUnicode(text: string, font: OldFont): string {
  // The old signs are single characters; some systems hand them over taken apart.
  const whole = text.normalize('NFC')
  if (font === 'TCVN3') return whole.replace(ANY_TCVN3, (sign) => TCVN3.get(sign)!)
  return font === 'VNI' ? whole.replace(ANY_VNI, (signs) => VNI.get(signs)!) : viqr(whole)
}
