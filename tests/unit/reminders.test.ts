/** Days off by the lunar calendar and the law; whom a step of reminding reaches, and when. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remindersFor, stepDue, NHAC_THUONG, type No, type Whom } from '../../src/policy/reminders/steps.ts'
import { dayOffIssues, daysOffIn, remindersIn } from '../../src/policy/reminders/rows.ts'
import { isDayOff, workingDay } from '../../src/policy/time/daysOff.ts'
import { lunarDay } from '../../src/policy/time/lunar.ts'

describe('the lunar calendar at Hà Nội', () => {
  it.each([
    [1985, '1985-01-21'],
    [2007, '2007-02-17'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'],
    [2031, '2031-01-23'],
    [2053, '2053-02-18'],
  ])('Tết of %i', (year, day) => expect(lunarDay(year, 1, 1)).toBe(day))
  it.each([
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    [2028, '2028-04-04'],
    [2029, '2029-04-23'],
    [2030, '2030-04-12'],
  ])('the day of the Hùng kings in %i', (year, day) => expect(lunarDay(year, 3, 10)).toBe(day))
})

describe('the day of a reminder', () => {
  const more = [{ tu: '2027-02-03', den: '2027-02-14', ten: 'Nghỉ Tết' }]
  it.each([
    ['2026-11', 20, '2026-11-20'],
    ['2026-11', 22, '2026-11-21'], // a Sunday
    ['2027-01', 1, '2027-01-02'], // nothing before it in its month
    ['2027-02', 10, '2027-02-02'],
    ['2027-02', 31, '2027-02-27'],
    ['2027-05', 1, '2027-05-03'], // the 2nd is a Sunday
  ])('%s, day %i, is %s', (month, wanted, day) => expect(workingDay(month, wanted, more)).toBe(day))

  it('is never a Sunday or a day off, and in its month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2026, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, month, wanted) => {
        const ma = `${year}-${String(month).padStart(2, '0')}`
        const day = workingDay(ma, wanted, more)!
        expect([day.startsWith(ma), isDayOff(day, more)]).toEqual([true, false])
      }),
    )
  })

  it('comes step by step; on a day off nobody is told; after a pause only the latest', () => {
    const step = (day: string) => stepDue(NHAC_THUONG, day, [])
    expect(['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24', '2026-11-28', '2026-11-29', '2026-11-30'].map(step)).toEqual([
      null,
      'chuViec',
      'chuViec',
      null, // Sunday
      'truongDonVi',
      'vanPhong',
      null, // Sunday
      'vanPhong',
    ])
    expect(stepDue({ chuViec: null, truongDonVi: null, vanPhong: null }, '2026-11-30', [])).toBeNull()
  })
})

describe('who is told', () => {
  const whom: Whom = { heads: (unit) => (unit === 1 ? [11] : unit === 2 ? [21, 22] : []), unitOf: (id) => (id === 12 ? 1 : null), office: [90] }
  const owed: No[] = [
    { khoa: 'a/1', loai: 'nhacChiTieu', chu: 'Tổ Toán', dan: '/lam-viec/chi-tieu', nguoi: [], donVi: [1] },
    { khoa: 'ke-hoach/26-1', loai: 'nhacKeHoach', chu: 'Khai giảng', dan: '/lam-viec/ke-hoach/26-1', nguoi: [12], donVi: [] },
    { khoa: 'ke-hoach/26-2', loai: 'nhacKeHoach', chu: 'Không ai', dan: '/lam-viec/ke-hoach/26-2', nguoi: [], donVi: [] },
  ]
  const told = (bac: Parameters<typeof remindersFor>[0]) => remindersFor(bac, '2026-11', owed, whom).map(({ nguoi, khoa }) => [nguoi, khoa])
  it('is whoever owes, then the head of his unit, then the office in a line each; what nobody owes is the office’s', () => {
    expect(told('chuViec')).toEqual([
      [11, 'nhac/2026-11/chuViec/a/1'],
      [12, 'nhac/2026-11/chuViec/ke-hoach/26-1'],
      [90, 'nhac/2026-11/chuViec/ke-hoach/26-2'],
    ])
    expect(told('truongDonVi').map(([nguoi]) => nguoi)).toEqual([11, 11, 90])
    expect(told('vanPhong')).toEqual([
      [90, 'nhac/2026-11/vanPhong/nhacChiTieu'],
      [90, 'nhac/2026-11/vanPhong/nhacKeHoach'],
    ])
  })
})

describe('the days in the regulation', () => {
  it('are the usual ones where nothing was said, and none where they were emptied', () => {
    expect([remindersIn(undefined), remindersIn({ chuViec: null, truongDonVi: 40, vanPhong: 5 })]).toEqual([
      NHAC_THUONG,
      { chuViec: null, truongDonVi: null, vanPhong: 5 },
    ])
  })
  it('are days of the calendar, in their order', () => {
    const faults = (tu: string, den: string) => dayOffIssues(daysOffIn([{ tu, den, ten: 'x' }])).map(({ field }) => field)
    expect([faults('2027-02-04', '2027-02-12'), faults('2027-02-30', '2027-03-01'), faults('2027-02-04', '2027-02-03'), faults('4/2', '')]).toEqual([
      [],
      ['ngayNghi.0.tu'],
      ['ngayNghi.0.den'],
      ['ngayNghi.0.tu'],
    ])
  })
})
