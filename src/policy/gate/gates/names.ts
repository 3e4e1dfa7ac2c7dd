import { EDITORS, type Gate } from './gate.ts'

/** Kinds of unit of every level; which a level has, and what they are called, stands in `src/presets`. */
export const LOAI_DON_VI = [
  'truong',
  'toChuyenMon',
  'vanPhong',
  'congDoan',
  'doanTn',
  'chiDoan',
  'capTren',
  'khac',
  'so',
  'lanhDao',
  'khoi',
  'toTruyenThong',
  'toCongDoan',
  'doi',
  'lop',
  'doanThe',
  'phongThuocSo',
  'phongXa',
  'trucThuoc',
] as const

export const chuDe: Gate = {
  slug: 'chu-de',
  labels: { one: { vi: 'Chủ đề', en: 'Topic' }, many: { vi: 'Chủ đề', en: 'Topics' } },
  title: 'ten',
  fields: [
    { name: 'ten', kind: 'text', max: 200, required: true },
    { name: 'namHoc', kind: 'text', max: 20 },
    { name: 'canCu', kind: 'text', max: 500 },
  ],
  editors: EDITORS,
  readableByAccounts: true,
  page: '/chu-de/:slug',
  narrows: 'chuDe',
}

export const donVi: Gate = {
  slug: 'don-vi',
  labels: { one: { vi: 'Đơn vị', en: 'Unit' }, many: { vi: 'Đơn vị', en: 'Units' } },
  title: 'ten',
  fields: [
    { name: 'ten', kind: 'text', max: 200, required: true },
    { name: 'loai', kind: 'oneOf', values: LOAI_DON_VI, required: true },
    { name: 'cha', kind: 'live', to: 'don-vi' },
    { name: 'hieuLucTu', kind: 'day' },
    { name: 'hieuLucDen', kind: 'day' },
  ],
  editors: EDITORS,
  readableByAccounts: true,
  page: '/don-vi/:slug',
  narrows: 'donVi',
}
