import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthOf, monthsOf, schoolYearOf, spanOfMonth, spanOfYear, yearsOf } from '../../src/policy/time/schoolYear.ts'

const at = (text: string): number => Date.parse(text)

describe('a school year', () => {
  it('turns at midnight of 1 September in Hà Nội', () => {
    expect(schoolYearOf(at('2026-08-31T16:59:59.999Z'))).toBe('2025-2026')
    expect(schoolYearOf(at('2026-08-31T17:00:00Z'))).toBe('2026-2027')
    expect(schoolYearOf(at('2027-01-01T00:00:00Z'))).toBe('2026-2027')
  })

  it('knows its months, newest first, where something was published', () => {
    const months = ['2027-01', '2026-11', '2026-09', '2026-08', '2024-12']
    expect(monthsOf('2026-2027', months)).toEqual(['2027-01', '2026-11', '2026-09'])
    expect(monthsOf('2023-2024', months)).toEqual([])
    expect(yearsOf(months)).toEqual(['2026-2027', '2025-2026', '2024-2025'])
  })

  it.each(['2026', '2026-2028', '2027-2026', '1999-2000', 'x', '2026-13', '2026-00', ' 2026-09', '2026-2027/'])('is not %j', (text) => {
    expect([spanOfYear(text), spanOfMonth(text)].filter(Boolean)).toEqual([])
  })

  it('holds exactly the instants that fall in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2001-01-01T00:00:00Z'), max: at('2098-01-01T00:00:00Z') }), (instant) => {
        const [year, month] = [spanOfYear(schoolYearOf(instant))!, spanOfMonth(monthOf(instant))!]
        expect(year.from <= instant && instant < year.until).toBe(true)
        expect(month.from <= instant && instant < month.until).toBe(true)
        expect([yearsOf([monthOf(instant)]), monthsOf(schoolYearOf(instant), [monthOf(instant)])]).toEqual([[schoolYearOf(instant)], [monthOf(instant)]])
      }),
    )
  })
})
