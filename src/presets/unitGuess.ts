/** What kind a unit is by its name, as lists of units write them; the first that fits, of the kinds a level has. */
import { settled, withoutAccents } from '../policy/text/searchFold.ts'
import { TEN_LOAI_DON_VI, type LoaiDonVi } from './unitKinds.ts'

const BY_NAME: readonly [LoaiDonVi, RegExp][] = [
  ['lanhDao', /^(ban giam hieu|ban giam doc|lanh dao)/],
  ['toTruyenThong', /^to truyen thong/],
  ['toCongDoan', /^to cong doan/],
  ['congDoan', /^cong doan/],
  ['doanTn', /^doan (thanh nien|tn|truong)/],
  ['doi', /(tong phu trach|lien doi|^doi )/],
  ['chiDoan', /^chi doan/],
  ['phongXa', /^(phong gd|phong giao duc|ubnd)/],
  ['phongThuocSo', /^(phong|thanh tra)/],
  ['vanPhong', /^(to )?(van phong|hanh chinh|vp\b)/],
  ['khoi', /^khoi/],
  ['lop', /^(lop )?\d{1,2}\s?[a-z]/],
  ['chiDoan', /^(lop )?1[0-2]\s?[a-z]/],
  ['toChuyenMon', /^(to|nhom)\b/],
  ['trucThuoc', /^(truong|trung tam)/],
  ['truong', /^truong/],
  ['so', /^so /],
  ['doanThe', /^(cac )?doan the|^hoi /],
]

const plain = (text: string): string => withoutAccents(settled(text)).trim()

/** A kind by its name or code; null where none of these is called so. */
export function kindNamed(word: string, kinds: readonly LoaiDonVi[]): LoaiDonVi | null {
  const asked = plain(word)
  const names = (kind: LoaiDonVi): string[] => [plain(TEN_LOAI_DON_VI[kind].vi), ...plain(TEN_LOAI_DON_VI[kind].vi).split(/,\s*/)]
  return kinds.find((kind) => kind.toLowerCase() === asked.replaceAll(' ', '') || names(kind).includes(asked)) ?? null
}

export const guessKind = (ten: string, kinds: readonly LoaiDonVi[]): LoaiDonVi =>
  BY_NAME.find(([kind, words]) => kinds.includes(kind) && words.test(plain(ten)))?.[0] ?? 'khac'
