/**
 * Rule: what a level of institution calls itself, its parts and its people stands here alone. Sentences name a word by its key,
 * `{vanPhong}`, and `{VanPhong}` where it begins one.
 */
import type { Cap } from './cap.ts'

export type TuNgu = {
  /** The institution as it speaks of itself. */
  coQuan: string
  /** The same in one short word. */
  truong: string
  vanPhong: string
  /** Who receives pupils' stories. */
  doan: string
  dungDau: string
  phoDungDau: string
  nguoiHoc: string
  nhaGiao: string
  /** Who heads it together, and how its structure is called. */
  lanhDao: string
}

const SECONDARY: TuNgu = {
  coQuan: 'nhà trường',
  truong: 'trường',
  vanPhong: 'Tổ Văn phòng',
  doan: 'Đoàn Thanh niên',
  dungDau: 'Hiệu trưởng',
  phoDungDau: 'Phó hiệu trưởng',
  nguoiHoc: 'học sinh',
  nhaGiao: 'giáo viên',
  lanhDao: 'ban giám hiệu',
}

const VI: Record<Cap, TuNgu> = {
  THPT: SECONDARY,
  'TH-THCS': { ...SECONDARY, vanPhong: 'Tổ truyền thông', doan: 'Tổng phụ trách Đội' },
  tieuHoc: { ...SECONDARY, vanPhong: 'Văn phòng', doan: 'Tổng phụ trách Đội' },
  so: {
    coQuan: 'Sở',
    truong: 'Sở',
    vanPhong: 'Văn phòng Sở',
    doan: 'đầu mối của đơn vị',
    dungDau: 'Giám đốc',
    phoDungDau: 'Phó Giám đốc',
    nguoiHoc: 'học sinh',
    nhaGiao: 'công chức, viên chức',
    lanhDao: 'lãnh đạo Sở',
  },
}

/** Before anybody said which level it is. */
const VI_CHUNG: TuNgu = {
  coQuan: 'đơn vị',
  truong: 'đơn vị',
  vanPhong: 'văn phòng',
  doan: 'đầu mối',
  dungDau: 'Người đứng đầu',
  phoDungDau: 'Cấp phó',
  nguoiHoc: 'học sinh',
  nhaGiao: 'giáo viên',
  lanhDao: 'lãnh đạo',
}

const SCHOOL_EN: TuNgu = {
  coQuan: 'the school',
  truong: 'the school',
  vanPhong: 'the office',
  doan: 'the youth union',
  dungDau: 'Principal',
  phoDungDau: 'Vice principal',
  nguoiHoc: 'pupils',
  nhaGiao: 'teachers',
  lanhDao: 'the leadership',
}
const EN: Record<Cap, TuNgu> = {
  THPT: SCHOOL_EN,
  'TH-THCS': { ...SCHOOL_EN, vanPhong: 'the communication group', doan: 'the Young Pioneers' },
  tieuHoc: { ...SCHOOL_EN, doan: 'the Young Pioneers' },
  so: {
    ...SCHOOL_EN,
    coQuan: 'the department',
    truong: 'the department',
    doan: 'the focal point',
    dungDau: 'Director',
    phoDungDau: 'Deputy director',
    nhaGiao: 'staff',
  },
}
const EN_CHUNG: TuNgu = { ...SCHOOL_EN, coQuan: 'the institution', truong: 'the institution', doan: 'the focal point', dungDau: 'Head', phoDungDau: 'Deputy' }

/** `cap` null: nobody has said yet. */
export const tuNguOf = (cap: Cap | null, ngonNgu: 'vi' | 'en' = 'vi'): TuNgu =>
  ngonNgu === 'en' ? (cap === null ? EN_CHUNG : EN[cap]) : cap === null ? VI_CHUNG : VI[cap]

const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase('vi') + word.slice(1)

/** Fills `{key}` and `{Key}`; a key nobody knows stays as it stands. */
export const withWords = (sentence: string, tuNgu: TuNgu): string =>
  sentence.replace(/\{(\p{L}+)\}/gu, (whole, key: string) => {
    const known = (tuNgu as Record<string, string>)[key.slice(0, 1).toLowerCase() + key.slice(1)]
    if (known === undefined) return whole
    return /^\p{Lu}/u.test(key) ? capital(known) : known
  })
