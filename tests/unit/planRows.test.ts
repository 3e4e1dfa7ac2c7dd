/** What became of a row of the plan, and two people who change one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, openSlots, rowState } from '../../src/policy/plan/coverage.ts'
import { mergeRows } from '../../src/policy/plan/merge.ts'
import { inSchoolYear, keepsPlan, rowIssues, type NoiDungDong } from '../../src/policy/plan/row.ts'
import { planOfPreset, PRESETS_WITH_PLAN } from '../../src/presets/planOf.ts'
import { VAI_TRO, type Actor } from '../../src/policy/people/roles.ts'

const row = (more: Partial<NoiDungDong> = {}): NoiDungDong => ({ thang: [11], noiDung: 'Ngày 20/11', sanPham: [], phoiHop: '', boSung: '', chuDe: [], nguoi: [], donVi: [], nguoiChu: '', suKienTu: null, suKienDen: null, ...more }) // prettier-ignore
const plan = { namHoc: '2026-2027', lapNgay: '2026-10-05' }

describe('a row', () => {
  it.each([
    ['2026-10-20', [], 'sau'],
    ['2026-11-05', [], 'con'],
    ['2026-11-30', [], 'con'],
    ['2026-12-01', [], 'thieu'],
    ['2026-12-01', ['2026-11-21'], 'xong'],
  ] as [string, string[], string][])('of November, on %s with %j, is %s', (today, days, state) => expect(rowState(row(), plan, days, today)).toBe(state))
  it('of a month that was over before there was a plan is nobody’s fault', () =>
    expect([rowState(row({ thang: [9] }), plan, [], '2026-11-05'), rowState(row({ thang: [9, 10] }), plan, [], '2026-11-05')]).toEqual(['truoc', 'thieu']))
  it('of the whole year has until August', () =>
    expect([rowState(row({ thang: [] }), plan, [], '2027-08-31'), rowState(row({ thang: [] }), plan, [], '2027-09-01')]).toEqual(['con', 'thieu']))

  it('with an event is covered before, on and after its days', () => {
    const event = { suKienTu: '2026-11-19', suKienDen: '2026-11-20' }
    const at = (today: string, days: string[]) => coverageOf(event, days, today)
    expect(at('2026-11-10', [])).toEqual({ truoc: 'con', trong: 'con', sau: 'con' })
    expect(at('2026-11-20', ['2026-11-18'])).toEqual({ truoc: 'co', trong: 'con', sau: 'con' })
    expect(at('2026-11-21', ['2026-11-19'])).toEqual({ truoc: 'lo', trong: 'co', sau: 'con' })
    expect(at('2026-12-10', [])).toEqual({ truoc: 'lo', trong: 'lo', sau: 'lo' })
    expect(openSlots(at('2026-11-21', ['2026-11-19'])!)).toEqual(['sau'])
  })

  it('says what, in months of the calendar, on days of its school year', () => {
    const fields = (more: Partial<NoiDungDong>) => rowIssues(row(more), '2026-2027').map(({ field }) => field)
    expect(fields({})).toEqual([])
    expect(fields({ noiDung: ' ' })).toEqual(['noiDung'])
    expect(fields({ thang: [13] })).toEqual(['thang'])
    expect(fields({ suKienTu: '2026-02-30' })).toEqual(['suKienTu'])
    expect(fields({ suKienTu: '2026-08-31' })).toEqual(['suKienTu'])
    expect(fields({ suKienTu: '2026-11-20', suKienDen: '2026-11-19' })).toEqual(['suKienDen'])
    expect(fields({ suKienDen: '2026-11-19' })).toEqual(['suKienTu'])
    expect(fields({ noiDung: 'x'.repeat(501) })).toEqual(['noiDung'])
  })
  it('has its months in the order of a school year', () => expect(inSchoolYear([1, 9, 8, 12, 9])).toEqual([9, 12, 1, 8]))
  it('is kept by office and leaders', () => {
    const who = (role: (typeof VAI_TRO)[number]): boolean =>
      keepsPlan({ id: 1, hoTen: 'A', chucVu: '', vaiTro: [role], uyQuyen: [], donVi: [] } as unknown as Actor)
    expect(VAI_TRO.filter(who)).toEqual(['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon'])
  })
})

describe('two people at one row', () => {
  const some = fc.constantFrom('a', 'b', 'c')
  const three = fc.record({ noiDung: some, phoiHop: some, boSung: some })
  it('lose nothing that only one of them changed, and are told of what both did', () => {
    fc.assert(
      fc.property(three, three, three, (base, mine, theirs) => {
        const { row: merged, clash } = mergeRows(row(base), row(mine), row(theirs))
        for (const name of ['noiDung', 'phoiHop', 'boSung'] as const) {
          const [b, m, t] = [base[name], mine[name], theirs[name]]
          const both = m !== b && t !== b && m !== t
          expect(clash.includes(name)).toBe(both)
          if (!both) expect(merged[name]).toBe(m === b ? t : m)
        }
      }),
    )
  })
  it('are not told of lists in another order', () =>
    expect(mergeRows(row({ nguoi: [1, 4] }), row({ nguoi: [4, 1], boSung: 'x' }), row({ nguoi: [1, 4, 6] }))).toEqual({
      row: row({ nguoi: [1, 4, 6], boSung: 'x' }),
      clash: [],
    }))
  it('whose page does not say what stood there are told of every difference', () =>
    expect(mergeRows(null, row({ boSung: 'x' }), row()).clash).toEqual(['boSung']))
})

describe('plans to begin with', () => {
  it.each(PRESETS_WITH_PLAN.map(({ ma }) => ma))('%s has rows that stand', (ma) => {
    const rows = planOfPreset(ma)!
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.flatMap((one) => rowIssues(one, '2026-2027'))).toEqual([])
  })
  it('are none of a preset that nobody knows', () => expect(planOfPreset('x')).toBeNull())
})
