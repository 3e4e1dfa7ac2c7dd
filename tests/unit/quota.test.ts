/** Quotas by subject, period and month; what may be changed of them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, periodsOf, stateOf, type ChiTieu, type Subject } from '../../src/policy/ledger/quota.ts'
import { quotaChangeIssues } from '../../src/policy/ledger/quotaChange.ts'
import { quotasIn } from '../../src/policy/ledger/quotaRows.ts'
import { memberSpans, unitSpans, type UnitEdition } from '../../src/policy/ledger/spans.ts'
import { seesFigure } from '../../src/policy/ledger/sees.ts'
import { creditFor } from '../../src/policy/ledger/credit.ts'
import { regulationText } from '../../src/policy/gate/regulationText.ts'
import { PRESETS } from '../../src/presets/index.ts'
import { regulationOf } from '../../src/presets/regulationOf.ts'
import { VAI_TRO, type Actor } from '../../src/policy/people/roles.ts'

const rule = (more: Partial<ChiTieu> = {}): ChiTieu => ({
  ...quotasIn([
    { ma: 'a', ten: 'Một tin một tháng', doiTuong: 'donVi', sanPham: 'tinBai', soLuong: 1, kyHan: 'thang', demTheo: 'gui', tuThang: '2026-09' },
  ])[0]!,
  ...more,
})
const unit = (more: Partial<Subject> = {}): Subject => ({ id: 5, ten: 'Tổ Toán', spans: null, ...more })
const month = (ma: string) => ({ ma, tu: ma, den: ma })

describe('periods', () => {
  it('of consecutive months are months, calendar years and school years', () => {
    const months = ['2026-11', '2026-12', '2027-01', '2027-08', '2027-09']
    expect(periodsOf('thang', months).map(({ ma }) => ma)).toEqual(months)
    expect(periodsOf('nam', months)).toEqual([
      { ma: '2026', tu: '2026-01', den: '2026-12' },
      { ma: '2027', tu: '2027-01', den: '2027-12' },
    ])
    expect(periodsOf('namHoc', months).map(({ ma, tu, den }) => [ma, tu, den])).toEqual([
      ['2026-2027', '2026-09', '2027-08'],
      ['2027-2028', '2027-09', '2028-08'],
    ])
  })
})

const edition = (more: Partial<UnitEdition> = {}): UnitEdition => ({ loai: 'khoi', dang: '2026-09-05', het: null, hieuLucTu: null, hieuLucDen: null, ...more })
const anyKind = (): boolean => true

describe('what is due', () => {
  it.each<[string, UnitEdition[], boolean]>([
    ['a unit closed on the last day of the month', [edition({ hieuLucDen: '2026-12-31' })], true],
    ['a unit closed the day before', [edition({ hieuLucDen: '2026-12-30' })], false],
    ['a unit that begins on the last day', [edition({ hieuLucTu: '2026-12-31' })], true],
    ['a unit that begins later', [edition({ hieuLucTu: '2027-01-01' })], false],
    ['a unit that was approved later, whatever it says of earlier days', [edition({ dang: '2027-01-03', hieuLucTu: '2026-09-01' })], false],
    ['a unit said to be closed when the month was over', [edition({ het: '2027-01-05' }), edition({ dang: '2027-01-05', hieuLucDen: '2026-11-30' })], true],
    ['a unit taken down on the last day', [edition({ het: '2026-12-31' })], false],
    ['a unit renamed on the last day', [edition({ het: '2026-12-31' }), edition({ dang: '2026-12-31' })], true],
  ])('%s', (_what, editions, due) => expect(isDue(rule(), unit({ spans: unitSpans(editions, anyKind) }), month('2026-12'))).toBe(due))

  it('follows the kind a unit had then', () => {
    const editions = [edition({ het: '2027-01-05' }), edition({ dang: '2027-01-05', loai: 'vanPhong' })]
    const as = (loai: string, ma: string) => isDue(rule(), unit({ spans: unitSpans(editions, (one) => one === loai) }), month(ma))
    expect([as('khoi', '2026-12'), as('vanPhong', '2026-12'), as('khoi', '2027-01'), as('vanPhong', '2027-01')]).toEqual([true, false, false, true])
  })

  it('of a month that is over is the same whatever is approved of a unit after it', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => new Date(Date.UTC(2026, 8, 1) + n * 86_400_000).toISOString().slice(0, 10))
    const some = fc.option(day, { nil: null })
    const said = fc.record({ dang: day, hieuLucTu: some, hieuLucDen: some, loai: fc.constantFrom('khoi', 'vanPhong') })
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), said, (before, next) => {
        const inOrder = before.toSorted((a, b) => a.dang.localeCompare(b.dang))
        const last = inOrder.at(-1)!.dang
        fc.pre(last < next.dang)
        const history = (all: typeof before): UnitEdition[] => all.map((one, i) => ({ ...one, het: all[i + 1]?.dang ?? null }))
        const over = next.dang.slice(0, 7)
        const kind = (loai: string): boolean => loai === 'khoi'
        for (const ma of ['2026-09', '2026-12', '2027-03'].filter((one) => one < over))
          expect(isDue(rule(), unit({ spans: unitSpans(history([...inOrder, next]), kind) }), month(ma))).toBe(
            isDue(rule(), unit({ spans: unitSpans(history(inOrder), kind) }), month(ma)),
          )
      }),
    )
  })

  it('of whoever left and came back is due while he was there', () => {
    const spans = memberSpans([
      { tu: '2026-09-01', het: '2026-11-30' },
      { tu: '2027-01-10', het: null },
    ])
    expect(['2026-10', '2026-11', '2026-12', '2027-01'].map((ma) => isDue(rule(), unit({ spans }), month(ma)))).toEqual([true, false, false, true])
  })

  it('is told by its number and by whether the month is over', () => {
    expect(['2026-10', '2026-11', '2026-12'].map((ma) => stateOf(rule(), unit(), month(ma), 0, '2026-11'))).toEqual(['thieu', 'con', 'con'])
    expect(stateOf(rule({ soLuong: 2 }), unit(), month('2026-10'), 1, '2026-11')).toBe('thieu')
    expect(stateOf(rule(), unit(), month('2026-10'), 1, '2026-11')).toBe('dat')
    expect(stateOf(rule({ tuThang: '2026-11' }), unit(), month('2026-10'), 0, '2026-11')).toBe('khong')
    expect(stateOf(rule({ denThang: '2026-10' }), unit(), month('2026-11'), 0, '2026-11')).toBe('khong')
    expect(stateOf(rule({ kyHan: 'nam', tuThang: '2026-12' }), unit(), { ma: '2026', tu: '2026-01', den: '2026-12' }, 0, '2026-11')).toBe('con')
  })

  it('of a month that is over is the same whatever comes to the rules after it', () => {
    const someMonth = fc.integer({ min: 0, max: 30 }).map((n) => `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
    fc.assert(
      fc.property(someMonth, someMonth, fc.integer({ min: 1, max: 5 }), fc.option(someMonth, { nil: null }), (past, now, soLuong, denThang) => {
        fc.pre(past < now)
        const before = rule({ tuThang: '2026-01' })
        const after = { ...before, soLuong, denThang }
        if (quotaChangeIssues([before], [after], now).length > 0) return
        expect(stateOf(after, unit(), month(past), 0, now)).toBe(stateOf(before, unit(), month(past), 0, now))
      }),
    )
  })
})

describe('rows of the regulation', () => {
  const codesOf = (before: ChiTieu[], after: ChiTieu[]): string[] => quotaChangeIssues(before, after, '2026-11').map(({ code, field }) => `${code} ${field}`)
  it.each([
    ['a quota of none', [], [rule({ tuThang: '2026-11', soLuong: 0 })], ['QUOTA_NUMBER chiTieu.0.soLuong']],
    ['a quota of a million', [], [rule({ tuThang: '2026-11', soLuong: 1_000_000 })], ['QUOTA_NUMBER chiTieu.0.soLuong']],
    ['half an item', [], [rule({ tuThang: '2026-11', soLuong: 1.5 })], ['QUOTA_NUMBER chiTieu.0.soLuong']],
    ['a new one of a month that is over', [], [rule()], ['QUOTA_KEPT chiTieu.0.tuThang']],
    ['one of this month that is put back', [rule({ tuThang: '2026-11' })], [rule()], ['QUOTA_KEPT chiTieu.0.tuThang']],
    ['one in force that is changed', [rule()], [rule({ soLuong: 3 })], ['QUOTA_KEPT chiTieu.0.soLuong']],
    ['one in force that is taken out', [rule()], [], ['QUOTA_KEPT chiTieu']],
    ['one in force that ends in a month that was counted long ago', [rule()], [rule({ denThang: '2026-09' })], ['QUOTA_KEPT chiTieu.0.denThang']],
    ['one in force that ended last month', [rule()], [rule({ denThang: '2026-10' })], []],
    ['another name', [rule()], [rule({ ten: 'Tên khác' })], []],
    ['one that begins this month, changed', [rule({ tuThang: '2026-11' })], [rule({ tuThang: '2026-11', soLuong: 3 })], []],
    ['two of one code', [], [rule({ tuThang: '2026-11' }), rule({ tuThang: '2026-11' })], ['INVALID_VALUE chiTieu.1.ma']],
    ['a month that is none', [], [rule({ tuThang: '2026-13' })], ['INVALID_VALUE chiTieu.0.tuThang']],
    ['a channel that is not named', [], [rule({ tuThang: '2026-11', demTheo: 'kenh' })], ['MISSING_FIELD chiTieu.0.toi']],
  ] as [string, ChiTieu[], ChiTieu[], string[]][])('%s', (_what, before, after, wanted) => expect(codesOf(before, after)).toEqual(wanted))

  it('of every preset may be taken, and are part of what is signed', () => {
    for (const preset of PRESETS) {
      const mau = regulationOf(preset)
      const rows = quotasIn(mau.chiTieu.map((row) => ({ ...row, tuThang: '2026-11' })))
      expect([preset.ma, quotaChangeIssues([], rows, '2026-11')]).toEqual([preset.ma, []])
      expect(regulationText({ ...mau }).includes('"chiTieu"')).toBe(preset.chiTieu.length > 0)
    }
  })
})

describe('who reads a figure', () => {
  const who = (vaiTro: Actor['vaiTro']): Actor => ({ id: 7, hoTen: 'A', chucVu: '', vaiTro }) as Actor
  it('leaders and the office read all of them, others what is theirs', () => {
    const none = { units: [], members: [], classes: [] }
    for (const role of VAI_TRO) {
      const all = ['nguoiDuyet', 'nguoiPhatNgon', 'bienTapVien'].includes(role)
      expect([role, seesFigure(who([role]), 'donVi', 5, none)]).toEqual([role, all])
      expect([role, seesFigure(who([role]), 'truong', 0, none)]).toEqual([role, all])
      expect([role, seesFigure(who([role]), 'caNhan', 8, none)]).toEqual([role, all])
      expect([role, seesFigure(who([role]), 'caNhan', 7, none)]).toEqual([role, true])
      expect([role, seesFigure(who([role]), 'lop', 9, none)]).toEqual([role, all || role === 'dauMoi'])
    }
    const head = { units: [5], members: [8], classes: [9] }
    expect(seesFigure(who(['congTacVien']), 'donVi', 5, head)).toBe(true)
    expect(seesFigure(who(['congTacVien']), 'donVi', 6, head)).toBe(false)
    expect(seesFigure(who(['congTacVien']), 'caNhan', 8, head)).toBe(true)
    expect(seesFigure(who(['congTacVien']), 'lop', 9, head)).toBe(true)
  })
})

it.each([
  [
    { donVi: 5, loai: 'toChuyenMon', tacGia: 7, dongTacGia: [9, 7, 8], lopGui: null },
    { donVi: 5, loai: 'toChuyenMon', nguoi: [7, 8, 9], lop: null },
  ],
  [
    { donVi: 6, loai: 'chiDoan', tacGia: 7, dongTacGia: [], lopGui: null },
    { donVi: 6, loai: 'chiDoan', nguoi: [7], lop: 6 },
  ],
  [
    { donVi: 5, loai: 'doanTn', tacGia: null, dongTacGia: [], lopGui: 6 },
    { donVi: 5, loai: 'doanTn', nguoi: [], lop: 6 },
  ],
])('%j is credited as %j', (told, credit) => expect(creditFor(told)).toEqual(credit))
