/** What readers may see of each collection, who edits it and where it stands: written out once more, by hand. */
import { describe, expect, it } from 'vitest'
import { RESERVED_SLUGS } from '../../src/policy/gate/reservedSlugs.ts'
import { LOAI_DON_VI } from '../../src/policy/gate/gates/names.ts'
import { caiDat, chuDe, donVi, GATES, tinBai, trang, tuLieu, vanBan, type FieldRule, type Gate } from '../../src/policy/gate/gates/index.ts'
import { issue, STATUS, statusOf, type IssueCode } from '../../src/policy/issues.ts'
import { IMAGE_TYPES } from '../../src/policy/gate/pictureLimits.ts'

/** `name kind`, with `!` where it is needed, `*` where there may be several, what it is limited to, and what is inside. */
function line(rule: FieldRule): string {
  const many = 'many' in rule && rule.many ? '*' : ''
  const limit = 'max' in rule ? ` ${rule.max}` : 'to' in rule ? ` ${rule.to}` : 'values' in rule ? ` ${rule.values.join('|')}` : ''
  const inside = 'fields' in rule ? ` (${rule.fields.map(line).join(', ')})` : ''
  const only = 'only' in rule && rule.only ? ` ${rule.only}` : ''
  const when = rule.when ? ` when ${rule.when.field} ${rule.when.is}` : ''
  return `${rule.name} ${rule.kind}${many}${rule.required ? '!' : ''}${limit}${only}${inside}${when}`
}

const FIELDS: [string, Gate, string[]][] = [
  [
    'tin-bai',
    tinBai,
    [
      'loai oneOf! tin|bai|thongBao|nguoiTotViecTot|dinhChinh',
      'tieuDe text! 200',
      'tomTat text 600',
      'noiDung richText!',
      'donVi live! don-vi',
      'chuDe live*! chu-de',
      'anhBia media anh',
      'tuLieu media*',
      'butDanh text 100',
      'nguonTin text 300',
      'coNoiDungAi flag',
      'suKien group (batDau date, ketThuc date, diaDiem text 200)',
      'dinhChinhCho live tin-bai',
    ],
  ],
  ['tu-lieu', tuLieu, ['altText text 300', 'chuThich text 500', 'tacGiaAnh text 100', 'giayPhep text 200', 'donVi live don-vi', 'tep file!']],
  ['chu-de', chuDe, ['ten text! 200', 'namHoc text 20', 'canCu text 500']],
  ['don-vi', donVi, ['ten text! 200', `loai oneOf! ${LOAI_DON_VI.join('|')}`, 'cha live don-vi', 'hieuLucTu day', 'hieuLucDen day']],
  [
    'cai-dat',
    caiDat,
    [
      'tenTruong text! 150',
      'cap oneOf THPT|TH-THCS|tieuHoc|so',
      'khauHieu text 200',
      'coQuanChuQuan text! 200',
      'diaChi text! 300',
      'dienThoai text! 50',
      'email text! 100',
      'nguoiChiuTrachNhiem text! 150',
      'nguoiPhatNgon text 200',
      'bieuTrung media anh',
      'mauChinh colour',
      'mauLienKet colour',
      'menu rows 8 (nhan text! 40, duongDan address!)',
      'kenhChinhThuc rows 12 (ten text! 100, diaChi address!, phuTrach text 150)',
    ],
  ],
  [
    'trang',
    trang,
    [
      'tieuDe text! 200',
      'muc oneOf! gioiThieu|coCau|lienHe|congKhai|khac',
      'namHoc schoolYear! when muc congKhai',
      'mucCongKhai oneOf! thongTinChung|taiChinh|doiNgu|coSoVatChat|kiemDinh|keHoach|ketQua|baoCaoThuongNien when muc congKhai',
      'noiDung richText!',
      'tepDinhKem media*',
      'thuTu number',
    ],
  ],
  [
    'van-ban',
    vanBan,
    [
      'loai oneOf! quyetDinh|keHoach|congVan|thongBao|baoCao|huongDan|quyChe|nghiQuyet|khac',
      'soKyHieu text! 100',
      'trichYeu text! 500',
      'coQuanBanHanh text! 200',
      'ngayBanHanh day!',
      'nguoiKy text 150',
      'hieuLuc oneOf! conHieuLuc|hetHieuLuc|chuaCoHieuLuc',
      'ngayHieuLuc day',
      'tep media! tep',
      'chuDe live* chu-de',
    ],
  ],
]

describe('the public projection', () => {
  it.each(FIELDS)('of %s', (slug, gate, fields) => {
    expect(gate.slug).toBe(slug)
    expect(gate.fields.map(line)).toEqual(fields)
  })
  it('no gate stands beside these', () => expect(GATES).toEqual([caiDat, donVi, chuDe, tuLieu, tinBai, trang, vanBan]))
})

describe('who and where', () => {
  const EDITORS = ['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon']
  const WRITERS = ['congTacVien', 'dauMoi', 'vanThu', ...EDITORS]
  const rest = ({ fields: _fields, slug: _slug, labels: _labels, ...others }: Gate): object => others
  it('stories are written by many, good deeds received by the youth union', () =>
    expect(rest(tinBai)).toEqual({
      title: 'tieuDe',
      kindField: 'loai',
      consents: { field: 'nhanVat', requiredForKinds: ['nguoiTotViecTot'] },
      editors: EDITORS,
      authors: WRITERS,
      receives: { role: 'dauMoi', kind: 'nguoiTotViecTot' },
      page: '/bai/:slug',
      linkTarget: true,
      search: 'byKind',
      credited: 'tinBai',
    }))
  it('pictures are written by many and have no page', () =>
    expect(rest(tuLieu)).toEqual({
      title: 'altText',
      consents: { field: 'nguoiXuatHien', requiredForKinds: [] },
      editors: EDITORS,
      authors: WRITERS,
      page: null,
      credited: 'tuLieu',
    }))
  it('names are edited by the office and known to every account', () => {
    expect(rest(chuDe)).toEqual({ title: 'ten', editors: EDITORS, readableByAccounts: true, page: '/chu-de/:slug', narrows: 'chuDe' })
    expect(rest(donVi)).toEqual({ title: 'ten', editors: EDITORS, readableByAccounts: true, page: '/don-vi/:slug', narrows: 'donVi' })
  })
  it('static pages are the office’s and stand right below the site', () =>
    expect(rest(trang)).toEqual({
      title: 'tieuDe',
      editors: EDITORS,
      reserved: RESERVED_SLUGS,
      page: '/:slug',
      linkTarget: true,
      search: { ten: 'Trang giới thiệu' },
    }))
  it('documents are the clerk’s too, known by their number', () =>
    expect(rest(vanBan)).toEqual({
      title: 'trichYeu',
      slugFrom: ['soKyHieu', 'trichYeu'],
      editors: ['vanThu', ...EDITORS],
      authors: ['vanThu', ...EDITORS],
      page: '/van-ban/:slug',
      linkTarget: true,
      search: { ten: 'Văn bản' },
    }))
  it('settings are one document', () => expect(rest(caiDat)).toEqual({ title: 'tenTruong', editors: EDITORS, single: true, page: '/' }))
  it('each is called by one word for one of it and one for several, in both languages', () =>
    expect(GATES.map(({ labels: { one, many } }) => [one.vi, one.en, many.vi, many.en].join(' | '))).toEqual([
      'Cài đặt trang | Site settings | Cài đặt trang | Site settings',
      'Đơn vị | Unit | Đơn vị | Units',
      'Chủ đề | Topic | Chủ đề | Topics',
      'Tư liệu | Picture or file | Tư liệu | Pictures and files',
      'Tin bài | Story | Tin bài | Stories',
      'Trang tĩnh | Page | Trang tĩnh | Pages',
      'Văn bản | Official document | Văn bản | Official documents',
    ]))
  it('pictures come in three formats', () => expect(IMAGE_TYPES).toEqual(['image/jpeg', 'image/png', 'image/webp']))
})

describe('a refusal', () => {
  it('carries no empty field or detail', () => {
    expect(Object.keys(issue('FORBIDDEN'))).toEqual(['code'])
    expect(issue('TOO_LONG', 'a', { max: 3 })).toEqual({ code: 'TOO_LONG', field: 'a', detail: { max: 3 } })
    expect(Object.keys(issue('TOO_LONG', undefined, { max: 3 }))).toEqual(['code', 'detail'])
  })
  it.each(Object.keys(STATUS) as IssueCode[])('%s alone answers with its own status', (code) => expect(statusOf([{ code }])).toBe(STATUS[code]))
  it('of several kinds answers in the order 401, 404, 403, 409, 422; of none it is a fault', () => {
    const order: IssueCode[] = [
      'UNAUTHENTICATED',
      'NOT_FOUND',
      'FORBIDDEN',
      'WRONG_STATE',
      'TOO_LARGE',
      'TOO_MANY',
      'INVALID_VALUE',
      'MISSING_FIELD',
      'UNAVAILABLE',
      'INTERNAL',
    ]
    const statuses = order.map((_code, i) =>
      statusOf(
        order
          .slice(i)
          .reverse()
          .map((code) => ({ code })),
      ),
    )
    expect(statuses).toEqual([401, 404, 403, 409, 413, 429, 400, 422, 503, 500])
    expect(statusOf([])).toBe(500)
  })
})
