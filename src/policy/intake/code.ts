/**
 * Codes that people copy from a poster, and receipts they copy from a screen: 32 signs without look-alikes, read back however
 * they were typed. A code of eight is forty bits, a receipt of ten fifty: with the limits on asking, not to be guessed.
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SAME: Record<string, string> = { O: '0', I: '1', L: '1' }

export const CODE_LENGTH = 8
export const RECEIPT_LENGTH = 10

/** One sign a byte; `bytes` come from a true source of chance. */
export const signsOf = (bytes: Uint8Array): string => [...bytes].map((byte) => SIGNS[byte % 32]!).join('')

/** As it is kept; null where it is no code of this length. */
export function readCode(typed: string, length: number): string | null {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–_.]+/g, '')
    .replace(/[OIL]/g, (sign) => SAME[sign]!)
  return signs.length === length && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null
}

export type CodeState = 'dung' | 'hetHan' | 'thoi'

/** `han`, `hetLuc`: ISO instants; `now` likewise. */
export function codeState({ han, hetLuc }: { han: string; hetLuc: string | null }, now: string): CodeState {
  if (hetLuc !== null) return 'thoi'
  return Date.parse(han) > Date.parse(now) ? 'dung' : 'hetHan'
}
