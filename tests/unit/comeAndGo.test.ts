/** Who invites, asks, grants, sends off and lets back; what an invitation proves; who knows whom: every role. */
import { describe, expect, it } from 'vitest'
import { directoryOf, readsPrivate, writesField } from '../../src/policy/people/directory.ts'
import { accountState, askedFor, givenAtOnce, inviteeOf, inviteIssues, provesAddress, resendIssues } from '../../src/policy/people/invitation.ts'
import { hangsOn, leaveIssues, returnIssues, type Leaving } from '../../src/policy/people/leaving.ts'
import { answerIssues, askedOf, askIssues } from '../../src/policy/people/roleRequests.ts'
import { VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'
import type { Issue } from '../../src/policy/issues.ts'

const as = (...vaiTro: VaiTro[]): Actor => ({ id: 1, hoTen: 'A', chucVu: 'B', vaiTro })
const codes = (issues: readonly Issue[]): string[] => issues.map((one) => one.code)
const may = (allowed: readonly VaiTro[], does: (actor: Actor) => boolean): void => {
  expect(VAI_TRO.filter((role) => does(as(role)))).toEqual(allowed)
  expect(does(as())).toBe(false)
}
const other = (more: Partial<Leaving> = {}): Leaving => ({ id: 2, vaiTro: ['congTacVien'], kichHoat: true, laNguoiDuyet: false, phatNgonKhac: 1, ...more })
const KEEPERS: VaiTro[] = ['nguoiPhatNgon', 'quanTriKyThuat']
const heir = { id: 3, vaiTro: ['congTacVien'] as VaiTro[], kichHoat: true }

describe('role by role', () => {
  it('invites and invites anew', () => {
    const { person } = inviteeOf({ hoTen: 'X', email: 'x@y.example' })
    may(KEEPERS, (actor) => inviteIssues(actor, person, []).length === 0)
    may(KEEPERS, (actor) => resendIssues(actor, { kichHoat: true, diaChiXacNhan: false, laNguoiDuyet: false }, 'hetHan').length === 0)
    may(['nguoiPhatNgon'], (actor) => resendIssues(actor, { kichHoat: true, diaChiXacNhan: false, laNguoiDuyet: false }, 'dangDung').length === 0)
    may([], (actor) => resendIssues(actor, { kichHoat: true, diaChiXacNhan: true, laNguoiDuyet: false }, 'dangDung').length === 0)
    may([], (actor) => resendIssues(actor, { kichHoat: false, diaChiXacNhan: false, laNguoiDuyet: false }, 'daNghi').length === 0)
  })
  it('invites nobody anew to authority, nor where the address is known, but by the spokesperson', () => {
    may(['nguoiPhatNgon'], (actor) => resendIssues(actor, { kichHoat: true, diaChiXacNhan: false, laNguoiDuyet: true }, 'hetHan').length === 0)
    may(['nguoiPhatNgon'], (actor) => resendIssues(actor, { kichHoat: true, diaChiXacNhan: true, laNguoiDuyet: false }, 'daMoi').length === 0)
  })
  it('asks for roles, grants them', () => {
    may(['bienTapVien', 'nguoiDuyet', ...KEEPERS], (actor) => askIssues(actor, other(), ['nguoiDuyet']).length === 0)
    may(['nguoiPhatNgon'], (actor) => answerIssues(actor, true, '').length === 0)
  })
  it('sends off and lets back; an approver through the spokesperson alone', () => {
    may(KEEPERS, (actor) => leaveIssues(actor, other(), 0, null).length === 0)
    may(['nguoiPhatNgon'], (actor) => leaveIssues(actor, other({ laNguoiDuyet: true }), 0, null).length === 0)
    may(KEEPERS, (actor) => returnIssues(actor, other({ kichHoat: false })).length === 0)
    may(['nguoiPhatNgon'], (actor) => returnIssues(actor, other({ kichHoat: false, laNguoiDuyet: true })).length === 0)
  })
  it('knows everybody by name; reads addresses and roles; is offered what may be changed', () => {
    may(['bienTapVien', 'nguoiDuyet', ...KEEPERS], (actor) => directoryOf(actor) === 'all')
    may(KEEPERS, (actor) => readsPrivate(actor, 2))
    expect(VAI_TRO.every((role) => readsPrivate(as(role), 1))).toBe(true)
    for (const field of ['hoTen', 'donVi', 'vaiTro'] as const) may(KEEPERS, (actor) => writesField(actor, { id: 2, vaiTro: [] }, field))
    may(['nguoiPhatNgon'], (actor) => writesField(actor, { id: 2, vaiTro: ['nguoiDuyet'] }, 'hoTen'))
    may(['nguoiPhatNgon'], (actor) => writesField(actor, { id: 1, vaiTro: [] }, 'hoTen'))
    may([], (actor) => writesField(actor, { id: 1, vaiTro: [] }, 'vaiTro'))
  })
})

describe('an invitation', () => {
  it('gives ordinary roles at once and asks for the rest', () => {
    expect([givenAtOnce(['nguoiDuyet']), askedFor(['nguoiDuyet', 'vanThu', 'nguoiDuyet'])]).toEqual([['congTacVien'], ['nguoiDuyet']])
    expect([givenAtOnce(['vanThu', 'nguoiPhatNgon']), askedFor(['vanThu'])]).toEqual([['vanThu'], []])
  })
  it('proves an address by mail, or where the spokesperson answers for it', () => {
    expect([provesAddress(as('quanTriKyThuat'), true), provesAddress(as('quanTriKyThuat'), false), provesAddress(as('nguoiPhatNgon'), false)]).toEqual([
      true,
      false,
      true,
    ])
  })
  it('stands as its dates say', () => {
    const at = { moiLuc: '2026-11-01T00:00:00.000Z', han: '2026-11-08T00:00:00.000Z', nhanLuc: null }
    expect([
      accountState(true, at, '2026-11-07T23:59:59.000Z'),
      accountState(true, at, '2026-11-08T00:00:00.000Z'),
      accountState(true, { ...at, nhanLuc: '2026-11-02T00:00:00.000Z' }, '2027-01-01T00:00:00.000Z'),
      accountState(true, null, '2026-11-08T00:00:00.000Z'),
      accountState(false, at, '2026-11-02T00:00:00.000Z'),
    ]).toEqual(['daMoi', 'hetHan', 'dangDung', 'dangDung', 'daNghi'])
  })
  it.each(['a', 'a@b', 'a b@c.vn', 'a@b..vn', `${'x'.repeat(250)}@c.vn`, 'a@-b.vn', 'a@b.vn, c@d.vn'])('takes no %j for an address', (email) =>
    expect(codes(inviteeOf({ hoTen: 'X', email }).issues)).toEqual(['EMAIL_UNREADABLE']),
  )
  it('reads what was pasted: spaces and capitals', () => {
    expect(inviteeOf({ hoTen: ' Lò  Văn\u00a0A ', email: ' Lo.A@C.edu.VN ', donVi: '4', vaiTro: ['vanThu'] })).toEqual({
      person: { hoTen: 'Lò Văn A', email: 'lo.a@c.edu.vn', chucVu: '', donVi: 4, vaiTro: ['vanThu'] },
      issues: [],
    })
  })
})

describe('leaving', () => {
  const principal = as('nguoiPhatNgon')
  it('needs an heir for what was begun, and one who may take it', () => {
    expect(codes(leaveIssues(principal, other(), 2, null))).toEqual(['HANDOVER_NEEDED'])
    expect(codes(leaveIssues(principal, other(), 2, heir))).toEqual([])
    for (const unfit of [
      undefined,
      { ...heir, id: 2 },
      { ...heir, kichHoat: false },
      { ...heir, vaiTro: ['quanTriKyThuat'] as VaiTro[] },
      { ...heir, vaiTro: [] },
    ])
      expect(codes(leaveIssues(principal, other(), 0, unfit))).toEqual(['HANDOVER_UNFIT'])
  })
  it('never of oneself, never of the only spokesperson, never twice but for what was left over', () => {
    expect(codes(leaveIssues(principal, other({ id: 1 }), 0, null))).toEqual(['LEAVING_SELF'])
    expect(codes(leaveIssues(principal, other({ vaiTro: ['nguoiPhatNgon'], laNguoiDuyet: true, phatNgonKhac: 0 }), 0, null))).toEqual(['LAST_SPOKESPERSON'])
    expect(codes(leaveIssues(principal, other({ kichHoat: false }), 0, null))).toEqual(['ACCOUNT_CLOSED'])
    expect(codes(leaveIssues(principal, other({ kichHoat: false }), 1, heir))).toEqual([])
    expect(codes(returnIssues(principal, other()))).toEqual(['ACCOUNT_OPEN'])
  })
  it('a step hangs on whoever alone may take it', () =>
    expect([hangsOn(2, [2]), hangsOn(2, [2, 3]), hangsOn(2, []), hangsOn(2, [3])]).toEqual([true, false, false, false]))
})

describe('roles that are asked for', () => {
  it('are roles, for a reason', () => {
    expect(codes(askedOf({ vaiTro: ['nguoiDuyet'], lyDo: 'Cần' }).issues)).toEqual([])
    expect(codes(askedOf({ vaiTro: [], lyDo: 'Cần' }).issues)).toEqual(['INVALID_VALUE'])
    expect(codes(askedOf({ vaiTro: ['quanTriKyThuat'], lyDo: 'Cần' }).issues)).toEqual(['INVALID_VALUE'])
    expect(codes(askedOf({ vaiTro: ['nguoiDuyet'], lyDo: ' ' }).issues)).toEqual(['MISSING_REASON'])
    expect(codes(askedOf({ vaiTro: ['nguoiDuyet'], lyDo: 'x'.repeat(501) }).issues)).toEqual(['TOO_LONG'])
  })
  it('not for oneself, not for a closed account or an administrator, not what is held', () => {
    const office = as('bienTapVien')
    expect(codes(askIssues(office, other({ id: 1 }), ['nguoiDuyet']))).toEqual(['ROLE_NOT_GRANTABLE'])
    expect(codes(askIssues(office, other({ kichHoat: false }), ['nguoiDuyet']))).toEqual(['ACCOUNT_CLOSED'])
    expect(codes(askIssues(office, other({ vaiTro: ['quanTriKyThuat'] }), ['nguoiDuyet']))).toEqual(['ROLE_CONFLICT'])
    expect(codes(askIssues(office, other({ vaiTro: ['vanThu'] }), ['vanThu']))).toEqual(['ROLES_HELD'])
  })
  it('are refused with a word', () => {
    expect(codes(answerIssues(as('nguoiPhatNgon'), false, ''))).toEqual(['MISSING_REASON'])
    expect(codes(answerIssues(as('nguoiPhatNgon'), true, 'x'.repeat(501)))).toEqual(['TOO_LONG'])
  })
})
