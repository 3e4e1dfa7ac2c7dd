/** Rule: an abbreviation is said in full; one nobody listed is spelled, and pointed out to whoever reads it aloud. */
const FULL: Record<string, string> = {
  THPT: 'trung học phổ thông',
  THCS: 'trung học cơ sở',
  PTDTNT: 'phổ thông dân tộc nội trú',
  PTDTBT: 'phổ thông dân tộc bán trú',
  UBND: 'Uỷ ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  MTTQ: 'Mặt trận Tổ quốc',
  'GD&ĐT': 'Giáo dục và Đào tạo',
  'GD-ĐT': 'Giáo dục và Đào tạo',
  GDĐT: 'Giáo dục và Đào tạo',
  BGH: 'ban giám hiệu',
  BCH: 'ban chấp hành',
  BTC: 'ban tổ chức',
  GV: 'giáo viên',
  GVCN: 'giáo viên chủ nhiệm',
  HS: 'học sinh',
  CBGV: 'cán bộ, giáo viên',
  CBGVNV: 'cán bộ, giáo viên, nhân viên',
  PHHS: 'phụ huynh học sinh',
  CMHS: 'cha mẹ học sinh',
  TNCS: 'Thanh niên Cộng sản',
  TNTP: 'Thiếu niên Tiền phong',
  HCM: 'Hồ Chí Minh',
  TPHCM: 'Thành phố Hồ Chí Minh',
  TN: 'thanh niên',
  LHTN: 'Liên hiệp Thanh niên',
  CLB: 'câu lạc bộ',
  SGK: 'sách giáo khoa',
  ATGT: 'an toàn giao thông',
  PCCC: 'phòng cháy chữa cháy',
  TDTT: 'thể dục thể thao',
  VHVN: 'văn hoá văn nghệ',
  STEM: 'xtem',
  NGƯT: 'Nhà giáo ưu tú',
  NGND: 'Nhà giáo nhân dân',
  VNĐ: 'đồng',
  CCCD: 'căn cước công dân',
  BHYT: 'bảo hiểm y tế',
  BHXH: 'bảo hiểm xã hội',
  KHKT: 'khoa học kĩ thuật',
  QĐ: 'quyết định',
  KH: 'kế hoạch',
  TT: 'thông tư',
  NĐ: 'nghị định',
  CP: 'Chính phủ',
}
/** With their point; longer ones first. */
const POINTED: readonly (readonly [RegExp, string])[] = [
  [/PGS\.\s?TS\.?/gu, 'Phó Giáo sư, Tiến sĩ'],
  [/GS\.\s?TS\.?/gu, 'Giáo sư, Tiến sĩ'],
  [/\bThS\.?(?=\s)/gu, 'Thạc sĩ'],
  [/\bTS\.(?=\s)/gu, 'Tiến sĩ'],
  [/\bBS\.(?=\s)/gu, 'Bác sĩ'],
  [/(?<![\p{L}])TP\.\s?/gu, 'thành phố '],
  [/(?<![\p{L}])Q\.\s?(?=\p{Lu}|\d)/gu, 'quận '],
  [/(?<![\p{L}])P\.\s?(?=\p{Lu}|\d)/gu, 'phường '],
  [/\bv\.\s?v\.?/giu, 'vân vân'],
  [/…|\.{3}/gu, '. '],
]
const LETTERS: Record<string, string> = { A: 'a', Ă: 'á', Â: 'ớ', B: 'bê', C: 'xê', D: 'dê', Đ: 'đê', E: 'e', Ê: 'ê', F: 'ép', G: 'giê', H: 'hát', I: 'i', J: 'gi', K: 'ca', L: 'lờ', M: 'mờ', N: 'nờ', O: 'o', Ô: 'ô', Ơ: 'ơ', P: 'pê', Q: 'quy', R: 'rờ', S: 'sờ', T: 'tê', U: 'u', Ư: 'ư', V: 'vê', W: 'vê kép', X: 'ích', Y: 'y', Z: 'dét' } // prettier-ignore

export const spelled = (text: string): string => [...text.normalize('NFC').toUpperCase()].map((sign) => LETTERS[sign] ?? '').filter(Boolean).join(' ') // prettier-ignore

const CAPITAL = String.raw`(?<![\p{L}\d])\p{Lu}[\p{Lu}&-]*\p{Lu}(?![\p{L}\d])`
const CAPITALS = new RegExp(CAPITAL, 'gu')
const RUNS = new RegExp(`${CAPITAL}(?:[\\s,]+${CAPITAL})*`, 'gu')

/** `unknown`: those that are spelled. Words in capitals for weight are words: one with a mark, those beside it, long ones. */
export function spokenAbbreviations(text: string): { text: string; unknown: string[] } {
  const unknown: string[] = []
  const pointed = POINTED.reduce((said, [sign, words]) => said.replace(sign, words), text)
  const said = pointed.replace(RUNS, (run) => {
    const shouted = isShouted(run)
    return run.replace(CAPITALS, (found) => {
      const full = FULL[found] ?? FULL[found.replaceAll('-', '')]
      if (full !== undefined) return full
      if (shouted || [...found].length > LONGEST) return found.toLocaleLowerCase('vi')
      unknown.push(found)
      return spelled(found)
    })
  })
  return { text: said, unknown: [...new Set(unknown)] }
}

const MARKED = /[ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]/u
/** Longer ones are words. */
const LONGEST = 7
const isShouted = (run: string): boolean => MARKED.test(run.normalize('NFC'))
