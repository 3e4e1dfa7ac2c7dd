import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundary, checkDelegation, isInForce } from '../../src/policy/people/delegation.ts'
import { GATES, scopesOf } from '../../src/policy/gate/gates/index.ts'
import { capacityFor, STEP_ROLES, VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'
import { checkSchedule } from '../../src/policy/time/schedule.ts'

const SCOPES = scopesOf(GATES)
const NOW = '2026-11-21T03:00:00.000Z'
const principal: Actor = { id: 1, hoTen: '', chucVu: '', vaiTro: ['nguoiPhatNgon'] }
const fit = {
  nguoiDuocUyQuyen: { id: 2, vaiTro: ['congTacVien'] as VaiTro[], kichHoat: true, diaChiXacNhan: true },
  phamVi: 'tin-bai',
  tuNgay: '2026-11-20T17:00:00.000Z',
  denNgay: '2026-11-30T16:59:59.999Z',
  soVanBan: '12/UQ',
}

describe('a delegation', () => {
  it('is written by the spokesperson', () => expect(checkDelegation(principal, fit, SCOPES, NOW)).toEqual([]))
  it.each(VAI_TRO.filter((r) => r !== 'nguoiPhatNgon'))('is not written by %s, a delegate included', (role) => {
    const actor: Actor = { id: 3, hoTen: '', chucVu: '', vaiTro: [role], uyQuyen: [{ id: 9, phamVi: 'tatCa' }] }
    expect(checkDelegation(actor, fit, SCOPES, NOW).map((i) => i.code)).toEqual(['FORBIDDEN'])
  })
  it.each([
    ['to oneself', { nguoiDuocUyQuyen: { id: 1, vaiTro: ['nguoiPhatNgon' as const], kichHoat: true, diaChiXacNhan: true } }, 'DELEGATE_UNFIT'],
    ['to a closed account', { nguoiDuocUyQuyen: { ...fit.nguoiDuocUyQuyen, kichHoat: false } }, 'DELEGATE_UNFIT'],
    ['to the administrator', { nguoiDuocUyQuyen: { id: 4, vaiTro: ['quanTriKyThuat' as const], kichHoat: true, diaChiXacNhan: true } }, 'DELEGATE_UNFIT'],
    ['to nobody', { nguoiDuocUyQuyen: null }, 'MISSING_FIELD'],
    ['without a scope', { phamVi: undefined }, 'MISSING_FIELD'],
    ['for an unknown scope', { phamVi: 'nguoi-dung' }, 'MISSING_FIELD'],
    ['without a number', { soVanBan: ' ' }, 'MISSING_FIELD'],
    ['without a beginning', { tuNgay: null }, 'MISSING_FIELD'],
    ['without an end', { denNgay: null }, 'MISSING_FIELD'],
    ['that ends before it begins', { denNgay: '2026-11-20T16:00:00.000Z' }, 'DELEGATION_DATES'],
    ['that is over', { tuNgay: '2026-11-01T00:00:00.000Z', denNgay: '2026-11-20T00:00:00.000Z' }, 'DELEGATION_DATES'],
    ['for ever', { denNgay: '2036-11-20T16:00:00.000Z' }, 'DELEGATION_DATES'],
  ])('is not written %s', (_name, change, code) => expect(checkDelegation(principal, { ...fit, ...change }, SCOPES, NOW).map((i) => i.code)).toEqual([code]))

  it('is in force between its instants, both included, unless it was revoked', () => {
    const at = fc.integer({ min: 0, max: 100 })
    const iso = (n: number): string => new Date(Date.parse(NOW) + n * 1000).toISOString()
    fc.assert(
      fc.property(at, at, fc.option(at, { nil: null }), at, (from, to, revoked, now) => {
        const d = { tuNgay: iso(from), denNgay: iso(to), thuHoiLuc: revoked === null ? null : iso(revoked) }
        expect(isInForce(d, iso(now))).toBe(from <= now && now <= to && revoked === null)
      }),
    )
  })

  it('lends approvers’ steps within its scope, after a right of one’s own', () => {
    for (const role of VAI_TRO) {
      for (const step of STEP_ROLES) {
        for (const scope of SCOPES) {
          const actor: Actor = { id: 2, hoTen: '', chucVu: '', vaiTro: [role], uyQuyen: [{ id: 9, phamVi: scope }] }
          const own = role === step || (step === 'nguoiDuyet' && role === 'nguoiPhatNgon')
          const covered = ['nguoiDuyet', 'nguoiPhatNgon'].includes(step) && ['tatCa', 'tin-bai'].includes(scope) && role !== 'quanTriKyThuat'
          expect(capacityFor(actor, step, 'tin-bai')?.tuCach ?? null).toBe(own ? 'chinhDanh' : covered ? 'uyQuyen' : null)
        }
      }
    }
  })
})

describe('the boundary of a delegation', () => {
  it('a date alone is the whole day in Việt Nam', () => {
    expect(boundary('2026-11-21', 'tuNgay')).toBe('2026-11-20T17:00:00.000Z')
    expect(boundary('2026-11-21', 'denNgay')).toBe('2026-11-21T16:59:59.999Z')
  })
  it('an hour is an hour, every hour of a day: seven in the morning here is midnight in UTC and no bare date', () => {
    const hours = Array.from({ length: 24 * 4 }, (_, i) => new Date(Date.parse('2026-11-20T17:00:00Z') + i * 900_000).toISOString())
    for (const end of ['tuNgay', 'denNgay'] as const) {
      for (const hour of hours) {
        for (const sent of [hour, hour.replace('.000Z', 'Z'), hour.replace(':00.000Z', 'Z')]) expect(boundary(sent, end), sent).toBe(hour)
      }
    }
  })
  it('an hour is that hour, and nonsense is nothing', () => {
    expect(boundary('2026-11-21T10:00:00+07:00', 'denNgay')).toBe(NOW)
    expect(boundary('ngày mai', 'tuNgay')).toBeNull()
  })
})

describe('an hour to publish', () => {
  it('is a full instant ahead of now, within a year', () => {
    expect(checkSchedule('2026-11-22T07:00:00+07:00', NOW, 'luc')).toEqual({ luc: '2026-11-22T00:00:00.000Z' })
    expect(checkSchedule('2026-11-21T03:00:00.001Z', NOW, 'luc')).toEqual({ luc: '2026-11-21T03:00:00.001Z' })
  })
  it.each([null, undefined, 7, '', 'ngày mai', '2026-11-22', '2026-11-22T07:00', '2026-13-45T07:00:00Z', NOW, '2026-11-20T00:00:00Z', '2027-11-23T03:00:00Z'])(
    'refuses %s',
    (luc) => expect(checkSchedule(luc, NOW, 'luc').issue?.code).toBe('SCHEDULE_TIME'),
  )
})

describe('the instants of a delegation', () => {
  const d = { tuNgay: '2026-11-20T00:00:00.000Z', denNgay: '2026-11-30T00:00:00.000Z', thuHoiLuc: null }
  it('the first and the last are in it, and none once it was revoked, however the clock is set', () => {
    expect(isInForce(d, d.tuNgay)).toBe(true)
    expect(isInForce(d, d.denNgay)).toBe(true)
    expect(isInForce(d, '2026-11-19T23:59:59.999Z')).toBe(false)
    expect(isInForce(d, '2026-11-30T00:00:00.001Z')).toBe(false)
    expect(isInForce({ ...d, thuHoiLuc: NOW }, NOW)).toBe(false)
    expect(isInForce({ ...d, thuHoiLuc: NOW }, '2026-11-21T02:59:59.999Z')).toBe(false)
  })
  it('a day is written as a day, and nothing around it', () => {
    expect(boundary('2026-11-21', 'tuNgay')).toBe('2026-11-20T17:00:00.000Z')
    for (const other of ['ngày 2026-11-21', '2026-11-21 ngày', '2026-11-21 10:00', '2026-11-21T10:00', '']) expect(boundary(other, 'tuNgay')).toBeNull()
  })
})

describe('what is wrong with a delegation', () => {
  const said = (change: object): string[] => checkDelegation(principal, { ...fit, ...change }, SCOPES, NOW).map((i) => `${i.code} ${i.field}`)
  it('is said at once, each with its field', () => {
    const nothing = { nguoiDuocUyQuyen: null, phamVi: '', tuNgay: null, denNgay: null, soVanBan: '' }
    expect(said(nothing)).toEqual(['soVanBan', 'phamVi', 'nguoiDuocUyQuyen', 'tuNgay', 'denNgay'].map((field) => `MISSING_FIELD ${field}`))
    expect(said({ nguoiDuocUyQuyen: { ...fit.nguoiDuocUyQuyen, kichHoat: false } })).toEqual(['DELEGATE_UNFIT nguoiDuocUyQuyen'])
    expect(said({ nguoiDuocUyQuyen: { ...fit.nguoiDuocUyQuyen, diaChiXacNhan: false } })).toEqual(['ADDRESS_UNCONFIRMED nguoiDuocUyQuyen'])
  })
  it('a missing date is not also called a wrong one', () => {
    expect(said({ tuNgay: null, denNgay: '2026-01-01T00:00:00.000Z' })).toEqual(['MISSING_FIELD tuNgay'])
    expect(said({ denNgay: null })).toEqual(['MISSING_FIELD denNgay'])
  })
  it('it ends after it begins and after now, within a year of its beginning as the database has it', () => {
    const wrong = ['DELEGATION_DATES denNgay']
    expect(said({ tuNgay: '2026-12-02T00:00:00.000Z', denNgay: '2026-12-01T00:00:00.000Z' })).toEqual(wrong)
    expect(said({ tuNgay: '2026-12-02T00:00:00.000Z', denNgay: '2026-12-02T00:00:00.000Z' })).toEqual(wrong)
    expect(said({ denNgay: NOW })).toEqual(wrong)
    expect(said({ denNgay: '2026-11-21T03:00:00.001Z' })).toEqual([])
    const year = (ms: number): object => ({
      tuNgay: '2026-10-01T00:00:00.000Z',
      denNgay: new Date(Date.parse('2026-10-01') + 366 * 86_400_000 + ms).toISOString(),
    })
    expect(said(year(0))).toEqual([])
    expect(said(year(1))).toEqual(wrong)
  })
})

describe('an hour to publish, to the letter', () => {
  it('may leave out the seconds, and be a year ahead', () => {
    expect(checkSchedule('2026-11-22T07:00+07:00', NOW, 'luc')).toEqual({ luc: '2026-11-22T00:00:00.000Z' })
    expect(checkSchedule('2027-11-22T03:00:00Z', NOW, 'luc').issue).toBeUndefined()
    expect(checkSchedule('2027-11-22T03:00:00.001Z', NOW, 'henGio')).toEqual({ issue: { code: 'SCHEDULE_TIME', field: 'henGio' } })
  })
  it('is written with a year of four digits, though a machine could read others', () => {
    expect(Date.parse('+002026-11-22T07:00:00Z')).not.toBeNaN()
    expect(checkSchedule('+002026-11-22T07:00:00Z', NOW, 'luc').issue?.code).toBe('SCHEDULE_TIME')
  })
  it('is one text, not a list with one in it', () => expect(checkSchedule(['2026-11-22T07:00:00+07:00'], NOW, 'luc').issue?.code).toBe('SCHEDULE_TIME'))
})
