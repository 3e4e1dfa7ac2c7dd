/** Rule: a word is of one alphabet, its letters are plain, and – where it bears a Vietnamese mark – it is a syllable. */
import { isSyllable } from '../oldFonts/syllables.ts'
import type { Finding } from './finding.ts'

const WORD = /[\p{L}\p{M}]+/gu
const LATIN = /\p{Script=Latin}/u
const ELSEWHERE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
/** Drawn like Đ, like letters, or like two of them. */
const PRETENDS = /[ÐðƉɖ\u{FF21}-\u{FF3A}\u{FF41}-\u{FF5A}\u{1D400}-\u{1D7FF}\uFB00-\uFB06]/u
/** As it stands apart from its letter; đ has none. */
const MARKED = /[đ\u0300-\u0303\u0306\u0309\u031b\u0323]/u
/** Words of everyday that are written with our marks and are no syllables of ours. */
const BORROWED = new Set(['xoong', 'boong', 'goòng', 'moóc', 'phéc', 'séc', 'xéc', 'véc', 'pê', 'đê'])
/** Syllables both, and yet hardly ever what was meant. */
const MISTAKEN: Record<string, string> = {
  'chia sẽ': 'chia sẻ', 'sẳn sàng': 'sẵn sàng', 'xuất sắt': 'xuất sắc', 'suất sắc': 'xuất sắc', 'xúc tích': 'súc tích', 'bổ xung': 'bổ sung',
  'xử dụng': 'sử dụng', 'sử lý': 'xử lý', 'chưng bày': 'trưng bày', 'giành cho': 'dành cho', 'dành giải': 'giành giải', 'tham quang': 'tham quan',
  'nghành': 'ngành', 'lảnh đạo': 'lãnh đạo', 'kỹ niệm': 'kỷ niệm', 'kĩ niệm': 'kỉ niệm', 'kỷ năng': 'kỹ năng', 'hổ trợ': 'hỗ trợ', 'cổ vủ': 'cổ vũ',
  'vui vẽ': 'vui vẻ', 'mạnh mẻ': 'mạnh mẽ', 'nhắc nhỡ': 'nhắc nhở', 'cũng cố': 'củng cố', 'nổ lực': 'nỗ lực', 'chấp vá': 'chắp vá', 'đề suất': 'đề xuất',
  'trãi nghiệm': 'trải nghiệm', 'gương mẩu': 'gương mẫu', 'tuyên giương': 'tuyên dương', 'khen thưỡng': 'khen thưởng', 'giảng giạy': 'giảng dạy',
} // prettier-ignore
const MISTAKES = new RegExp(`(?<!\\p{L})(?:${Object.keys(MISTAKEN).join('|').replaceAll(' ', '\\s+')})(?!\\p{L})`, 'giu')

/** Capitals stand for names, of all peoples; digits for codes: neither is judged. */
const isMisspelt = (word: string): boolean =>
  word.length > 1 && word === word.toLowerCase() && MARKED.test(word.normalize('NFD')) && !isSyllable(word) && !BORROWED.has(word) && !PRETENDS.test(word)

export function letters(text: string): Finding[] {
  const findings: Finding[] = []
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    if (PRETENDS.test(word) || (LATIN.test(word) && ELSEWHERE.test(word))) findings.push({ loai: 'chuGiaDang', chu: word })
    else if (isMisspelt(word)) findings.push({ loai: 'chinhTa', chu: word })
  }
  for (const [chu] of text.matchAll(MISTAKES)) {
    const dung = MISTAKEN[chu.toLowerCase().replace(/\s+/gu, ' ')]
    if (dung !== undefined) findings.push({ loai: 'chinhTa', chu, dung })
  }
  return findings
}
