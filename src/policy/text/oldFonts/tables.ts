/** The letters of the fonts of the 1990s, as data: what a byte or a pair of them is drawn as. */
const paired = (old: string, ours: string): [string, string][] => {
  const letters = ours.split(' ')
  return old.split(' ').map((sign, i) => [sign, letters[i]!])
}

/** TCVN3 (ABC): one sign a letter; capitals with a tone are made by fonts whose name ends in H. */
export const TCVN3 = new Map([
  ...paired('µ ¸ ¶ · ¹ ¨ » ¾ ¼ ½ Æ © Ç Ê È É Ë ®', 'à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ'),
  ...paired('Ì Ð Î Ï Ñ ª Ò Õ Ó Ô Ö × Ý Ø Ü Þ', 'è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị'),
  ...paired('ß ã á â ä « å è æ ç é ¬ ê í ë ì î', 'ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ'),
  ...paired('ï ó ñ ò ô \u00ad õ ø ö ÷ ù ú ý û ü þ', 'ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ'),
  ...paired('¡ ¢ £ ¤ ¥ ¦ §', 'Ă Â Ê Ô Ơ Ư Đ'),
])

const TONE = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const HAT = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' }
const BREVE = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' }

function vniPairs(): [string, string][] {
  const pairs: [string, string][] = []
  const put = (base: string, marks: Record<string, string>, over: string): void => {
    for (const [mark, tone] of Object.entries(marks)) pairs.push([base + mark, (over + tone).normalize('NFC')])
  }
  for (const vowel of ['a', 'e', 'o', 'u', 'y']) put(vowel, TONE, vowel)
  for (const vowel of ['a', 'e', 'o']) put(vowel, HAT, `${vowel}\u0302`)
  put('a', BREVE, 'ă')
  put('ô', TONE, 'ơ')
  put('ö', TONE, 'ư')
  return [...pairs, ...paired('ô ö ñ ì í æ ó ò î', 'ơ ư đ ì í ỉ ĩ ị ỵ')]
}

/** VNI-Windows: a letter and a sign behind it. A capital stands before a sign of either size. */
export const VNI = new Map(
  vniPairs().flatMap(([old, ours]): [string, string][] => {
    const [base = '', mark = ''] = old
    const capital = base.toUpperCase()
    return [[old, ours], [capital + mark, ours.toUpperCase()], ...(mark ? [[capital + mark.toUpperCase(), ours.toUpperCase()] as [string, string]] : [])]
  }),
)

export const VIQR_MARKS: Record<string, string> = { '^': '\u0302', '(': '\u0306', '+': '\u031b', '*': '\u031b' }
export const VIQR_TONES: Record<string, string> = { '`': '\u0300', "'": '\u0301', '?': '\u0309', '~': '\u0303', '.': '\u0323' }
