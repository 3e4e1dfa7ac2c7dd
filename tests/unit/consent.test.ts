/** A person named or pictured agreed to it, on this channel, and has not withdrawn; sensitivity is the highest of all. */
import { describe, expect, it } from 'vitest'
import { checkConsents, isValidConsent, type DongY } from '../../src/policy/people/consent.ts'
import { highest } from '../../src/policy/gate/sensitivity.ts'

const NOW = '2026-11-21T03:00:00.000Z'
const given: DongY = { id: 3, hoTen: 'Lò Thị A', kenh: ['website', 'phatThanh'], han: null, thuHoiLuc: null }

describe('a consent', () => {
  it('without an end holds until it is withdrawn', () => {
    expect(isValidConsent(given, NOW)).toBe(true)
    expect(isValidConsent({ ...given, thuHoiLuc: '2026-01-01T00:00:00.000Z' }, NOW)).toBe(false)
  })
  it('is for the website', () => {
    expect(isValidConsent({ ...given, kenh: ['phatThanh'] }, NOW)).toBe(false)
    expect(isValidConsent({ ...given, kenh: [] }, NOW)).toBe(false)
  })
  it('holds through the last day of its term in Việt Nam, whatever hour and zone the day is written in', () => {
    for (const han of ['2026-11-21', '2026-11-21T12:00:00.000Z', '2026-11-20T17:00:00.000Z', '2026-11-21T23:59:59.999+07:00']) {
      expect(isValidConsent({ ...given, han }, '2026-11-21T16:59:59.999Z'), han).toBe(true)
      expect(isValidConsent({ ...given, han }, '2026-11-21T17:00:00.000Z'), han).toBe(false)
    }
    expect(isValidConsent({ ...given, han: '2026-11-20T16:59:59.999Z' }, NOW)).toBe(false)
  })
})

it('each person without one is named where he is, by name or by number', () => {
  const uses = [
    { field: 'nhanVat', id: 3, dongY: given },
    { field: 'nhanVat', id: 4, dongY: { ...given, id: 4, hoTen: 'Lò Văn B', kenh: [] } },
    { field: 'nguoiXuatHien', id: 5, dongY: null },
  ]
  expect(checkConsents(uses, NOW)).toEqual([
    { code: 'MISSING_CONSENT', field: 'nhanVat', detail: { who: 'Lò Văn B' } },
    { code: 'MISSING_CONSENT', field: 'nguoiXuatHien', detail: { who: '#5' } },
  ])
  expect(checkConsents([], NOW)).toEqual([])
})

it('one high level makes the whole high', () => {
  expect(highest(['thuong', null, 'cao', undefined])).toBe('cao')
  expect(highest(['thuong', null, undefined])).toBe('thuong')
  expect(highest([])).toBe('thuong')
})
