import { EDITORS, WRITERS, type FieldRule, type Gate } from './gate.ts'

/** What is frozen of a picture wherever it is used, beside its bytes and sizes. */
export const TU_LIEU_TEXTS: readonly FieldRule[] = [
  { name: 'altText', kind: 'text', max: 300 },
  { name: 'chuThich', kind: 'text', max: 500 },
  { name: 'tacGiaAnh', kind: 'text', max: 100 },
  { name: 'giayPhep', kind: 'text', max: 200 },
]

export const tuLieu: Gate = {
  slug: 'tu-lieu',
  labels: { one: { vi: 'Tư liệu', en: 'Picture or file' }, many: { vi: 'Tư liệu', en: 'Pictures and files' } },
  title: 'altText',
  fields: [...TU_LIEU_TEXTS, { name: 'donVi', kind: 'live', to: 'don-vi' }, { name: 'tep', kind: 'file', required: true }],
  consents: { field: 'nguoiXuatHien', requiredForKinds: [] },
  editors: EDITORS,
  authors: WRITERS,
  page: null,
  credited: 'tuLieu',
}
