import { describe, expect, it } from 'vitest'
import { checkAccountChange, type Account } from '../../src/policy/accounts.ts'
import { VAI_TRO, type Actor, type VaiTro } from '../../src/policy/roles.ts'

const person = (role: VaiTro, id = 9): Actor => ({ id, hoTen: '', chucVu: '', vaiTro: [role] })
const account = (...vaiTro: VaiTro[]): Account => ({
  id: 1,
  vaiTro,
  email: 'a@thpt.example',
  kichHoat: true,
  hoTen: 'A',
  chucVu: 'B',
  coTrongSo: false,
  phatNgonKhac: 1,
})
const codes = (
  actor: Actor,
  before: Account | null,
  change: Omit<Parameters<typeof checkAccountChange>[2], 'setsPassword'> & { setsPassword?: boolean },
): string[] => checkAccountChange(actor, before, { setsPassword: false, ...change }, ['thpt.example']).map((i) => i.code)

describe('granting roles, for every actor and every role', () => {
  it.each(VAI_TRO.flatMap((actor) => VAI_TRO.map((role) => [actor, role] as const)))('%s grants %s', (actor, role) => {
    const approving = role === 'nguoiDuyet' || role === 'nguoiPhatNgon'
    const allowed = actor === 'nguoiPhatNgon' || (actor === 'quanTriKyThuat' && !approving)
    expect(codes(person(actor), account('vanThu'), { vaiTro: role === 'vanThu' ? ['congTacVien'] : [role] }).length === 0).toBe(allowed)
    expect(codes(person(actor), null, { vaiTro: [role], email: 'b@thpt.example', kichHoat: true }).length === 0).toBe(allowed)
  })
  it.each(VAI_TRO)('%s removes an approving role', (actor) => {
    expect(codes(person(actor), account('nguoiDuyet', 'congTacVien'), { vaiTro: ['congTacVien'] }).length === 0).toBe(actor === 'nguoiPhatNgon')
  })
  it('administration and approval never meet, whoever grants', () => {
    expect(codes(person('nguoiPhatNgon'), account('quanTriKyThuat'), { vaiTro: ['quanTriKyThuat', 'nguoiDuyet'] })).toContain('ROLE_CONFLICT')
  })
})

describe('passwords, addresses, closing', () => {
  it.each(VAI_TRO)('%s sets no other person’s password, but may set his own', (actor) => {
    expect(codes(person(actor), account('congTacVien'), { setsPassword: true })).toContain('PASSWORD_OF_ANOTHER')
    expect(codes(person(actor, 1), account(actor), { setsPassword: true })).toEqual([])
  })
  it.each(VAI_TRO)('%s changes no approver’s address', (actor) => {
    expect(codes(person(actor), account('nguoiDuyet'), { email: 'c@thpt.example' })).toContain('EMAIL_OF_APPROVER')
    expect(codes(person(actor, 1), account('nguoiPhatNgon'), { email: 'c@thpt.example' })).toContain('EMAIL_OF_APPROVER')
  })
  it('an approver is closed by the spokesperson alone', () => {
    for (const actor of VAI_TRO) expect(codes(person(actor), account('nguoiDuyet'), { kichHoat: false }).length === 0).toBe(actor === 'nguoiPhatNgon')
    for (const actor of VAI_TRO)
      expect(codes(person(actor), account('congTacVien'), { kichHoat: false }).length === 0).toBe(actor === 'nguoiPhatNgon' || actor === 'quanTriKyThuat')
  })
  it('a personal mailbox is refused', () =>
    expect(codes(person('quanTriKyThuat'), account('congTacVien'), { email: 'x@thu-rieng.example' })).toEqual(['EMAIL_DOMAIN']))
})

describe('what the record names', () => {
  it('the last spokesperson stays', () => {
    const last = { ...account('nguoiPhatNgon'), phatNgonKhac: 0 }
    expect(codes(person('nguoiPhatNgon'), last, { vaiTro: [] })).toContain('LAST_SPOKESPERSON')
    expect(codes(person('nguoiPhatNgon'), last, { kichHoat: false })).toContain('LAST_SPOKESPERSON')
  })
  it.each(VAI_TRO)('%s does not change his own roles', (actor) => {
    expect(codes(person(actor, 1), account(actor), { vaiTro: [actor, actor === 'vanThu' ? 'congTacVien' : 'vanThu'] })).toContain('ROLE_NOT_GRANTABLE')
  })
  it.each(VAI_TRO)('%s renames an approver only as spokesperson', (actor) => {
    expect(codes(person(actor), account('nguoiDuyet'), { hoTen: 'Khác' }).length === 0).toBe(actor === 'nguoiPhatNgon')
    expect(codes(person(actor), { ...account('congTacVien'), coTrongSo: true }, { chucVu: 'Khác' }).length === 0).toBe(actor === 'nguoiPhatNgon')
  })
  it('an address the record names is not moved after the role was taken away', () => {
    expect(codes(person('quanTriKyThuat'), { ...account('congTacVien'), coTrongSo: true }, { email: 'x@thpt.example' })).toEqual(['EMAIL_OF_APPROVER'])
  })
})
