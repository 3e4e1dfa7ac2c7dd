import { describe, expect, it } from 'vitest'
import { actsOf, checkAccountChange, showsAnew, type Account } from '../../src/policy/people/accounts.ts'
import { VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'

const person = (role: VaiTro, id = 9): Actor => ({ id, hoTen: '', chucVu: '', vaiTro: [role] })
const account = (...vaiTro: VaiTro[]): Account => ({
  id: 1,
  vaiTro,
  email: 'a@thpt.example',
  kichHoat: true,
  hoTen: 'A',
  chucVu: 'B',
  tenSapXep: 'A',
  donVi: 7,
  laNguoiDuyet: false,
  phatNgonKhac: 1,
  diaChiXacNhan: true,
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
    // Of a new account nobody has confirmed the address yet: authority is given later.
    const asNew = codes(person(actor), null, { vaiTro: [role], email: 'b@thpt.example', kichHoat: true })
    expect(asNew).toEqual(allowed && approving ? ['ADDRESS_UNCONFIRMED'] : allowed ? [] : expect.arrayContaining(['ROLE_NOT_GRANTABLE']))
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
    for (const actor of VAI_TRO)
      expect(codes(person(actor), account('nguoiDuyet'), { kichHoat: false, byLeaving: true }).length === 0).toBe(actor === 'nguoiPhatNgon')
    for (const actor of VAI_TRO)
      expect(codes(person(actor), account('congTacVien'), { kichHoat: false, byLeaving: true }).length === 0).toBe(
        actor === 'nguoiPhatNgon' || actor === 'quanTriKyThuat',
      )
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
    expect(codes(person(actor), { ...account('congTacVien'), laNguoiDuyet: true }, { chucVu: 'Khác' }).length === 0).toBe(actor === 'nguoiPhatNgon')
  })
  it('an address the record names is not moved after the role was taken away', () => {
    expect(codes(person('quanTriKyThuat'), { ...account('congTacVien'), laNguoiDuyet: true }, { email: 'x@thpt.example' })).toEqual(['EMAIL_OF_APPROVER'])
  })
})

/** Every refusal with its field. */
const said = (actor: Actor, before: Account | null, change: Partial<Parameters<typeof checkAccountChange>[2]>, domains = ['thpt.example']): string[] =>
  checkAccountChange(actor, before, { setsPassword: false, ...change }, domains).map((i) => [i.code, i.field].filter(Boolean).join(' '))

describe('what is sent unchanged is no change', () => {
  it.each(VAI_TRO)('by %s, of an account that is his own', (role) => {
    const own = { ...account(role), laNguoiDuyet: true, phatNgonKhac: 0 }
    const { vaiTro, email, kichHoat, hoTen, chucVu } = own
    expect(said(person(role, 1), own, { vaiTro, email, kichHoat, hoTen, chucVu })).toEqual([])
  })
  it('roles are a set: neither their order nor their number counts', () => {
    const two = account('vanThu', 'congTacVien')
    expect(said(person('quanTriKyThuat', 1), two, { vaiTro: ['congTacVien', 'vanThu', 'vanThu'] })).toEqual([])
    expect(said(person('quanTriKyThuat', 1), account('congTacVien', 'vanThu'), { vaiTro: ['vanThu', 'congTacVien'] })).toEqual([])
  })
})

describe('each refusal names its field', () => {
  it('roles', () => {
    expect(said(person('quanTriKyThuat'), account('vanThu'), { vaiTro: ['nguoiDuyet'] })).toEqual(['ROLE_NOT_GRANTABLE vaiTro'])
    expect(said(person('nguoiPhatNgon'), account('vanThu'), { vaiTro: ['quanTriKyThuat', 'vanThu'] })).toEqual(['ROLE_CONFLICT vaiTro'])
    expect(said(person('vanThu'), null, { vaiTro: [] })).toEqual(['FORBIDDEN'])
    expect(said(person('quanTriKyThuat'), null, { vaiTro: ['congTacVien'], hoTen: 'B', chucVu: 'C', setsPassword: true })).toEqual([])
  })
  it('addresses: the allowed domains are named, none means any', () => {
    const admin = person('quanTriKyThuat')
    const issues = checkAccountChange(admin, account('vanThu'), { email: 'x@Thu-Rieng.example', setsPassword: false }, ['a.vn', 'b.vn'])
    expect(issues).toEqual([{ code: 'EMAIL_DOMAIN', field: 'email', detail: { domains: 'a.vn, b.vn' } }])
    expect(said(admin, account('vanThu'), { email: 'x@bat-ky.example' }, [])).toEqual([])
    expect(said(admin, account('vanThu'), { email: 'x@B.VN' }, ['b.vn'])).toEqual([])
    expect(said(admin, account('nguoiDuyet'), { email: 'x@thpt.example' })).toEqual(['EMAIL_OF_APPROVER email'])
  })
  it('one’s own address is the administrator’s to change', () => {
    expect(said(person('congTacVien', 1), account('congTacVien'), { email: 'x@thpt.example' })).toEqual(['FORBIDDEN email'])
    expect(said(person('quanTriKyThuat', 1), account('quanTriKyThuat'), { email: 'x@thpt.example' })).toEqual([])
    expect(said(person('nguoiPhatNgon'), account('congTacVien'), { email: 'x@thpt.example' })).toEqual([])
  })
  it('passwords', () => expect(said(person('quanTriKyThuat'), account('vanThu'), { setsPassword: true })).toEqual(['PASSWORD_OF_ANOTHER password']))
  it('a stranger may change nothing at all', () => {
    expect(said(person('bienTapVien'), account('vanThu'), {})).toEqual(['FORBIDDEN'])
    expect(said(person('bienTapVien'), account('vanThu'), { kichHoat: false })).toEqual(['FORBIDDEN', 'FORBIDDEN kichHoat'])
    expect(said(person('congTacVien', 1), account('congTacVien'), { kichHoat: false })).toEqual(['FORBIDDEN kichHoat'])
  })
  it('names and offices', () => {
    const admin = person('quanTriKyThuat')
    expect(said(admin, account('nguoiDuyet'), { hoTen: 'X', chucVu: 'Y' })).toEqual(['NAME_OF_APPROVER hoTen', 'NAME_OF_APPROVER chucVu'])
    expect(said(admin, account('vanThu'), { hoTen: 'X', chucVu: 'Y' })).toEqual([])
    expect(said(admin, account('nguoiDuyet'), { tenSapXep: 'X', donVi: 8 })).toEqual([])
  })
  it.each(['hoTen', 'chucVu', 'tenSapXep', 'donVi'] as const)('nobody writes his own %s, but a spokesperson who is the only one', (field) => {
    const change = { [field]: field === 'donVi' ? 8 : 'Y' }
    for (const role of ['vanThu', 'quanTriKyThuat', 'congTacVien'] as const)
      expect(said(person(role, 1), account(role), change)).toEqual([`NAME_OF_OWNER ${field}`])
    expect(said(person('nguoiPhatNgon', 1), account('nguoiPhatNgon'), change)).toEqual([`NAME_OF_OWNER ${field}`])
    expect(said(person('nguoiPhatNgon', 1), { ...account('nguoiPhatNgon'), phatNgonKhac: 0 }, change)).toEqual([])
  })
  it('closing', () => expect(said(person('quanTriKyThuat'), account('nguoiDuyet'), { kichHoat: false })).toEqual(['ROLE_NOT_GRANTABLE kichHoat']))
})

describe('one spokesperson always remains', () => {
  const leader = person('nguoiPhatNgon')
  const last = (...vaiTro: VaiTro[]): Account => ({ ...account(...vaiTro), phatNgonKhac: 0 })
  it('the last one is neither closed nor moved', () => {
    expect(said(leader, last('nguoiPhatNgon'), { vaiTro: ['vanThu'] })).toEqual(['LAST_SPOKESPERSON vaiTro'])
    expect(said(leader, last('nguoiPhatNgon'), { kichHoat: false })).toEqual(['LAST_SPOKESPERSON kichHoat'])
  })
  it('while another is there one may go', () => {
    expect(said(leader, account('nguoiPhatNgon'), { vaiTro: ['vanThu'] })).toEqual([])
    expect(said(leader, account('nguoiPhatNgon'), { kichHoat: false, byLeaving: true })).toEqual([])
    expect(said(leader, account('nguoiPhatNgon'), { kichHoat: false })).toEqual(['ACCOUNT_SWITCH kichHoat'])
  })
  it('the rule is about spokespersons, and about losing the office', () => {
    expect(said(leader, last('vanThu'), { vaiTro: ['congTacVien'] })).toEqual([])
    expect(said(leader, last('vanThu'), { vaiTro: ['nguoiPhatNgon'] })).toEqual([])
    expect(said(leader, last('nguoiPhatNgon'), { vaiTro: ['nguoiPhatNgon', 'vanThu'] })).toEqual([])
    expect(said(leader, last('vanThu'), { kichHoat: false, byLeaving: true })).toEqual([])
    expect(said(leader, { ...last('nguoiPhatNgon'), kichHoat: false }, { kichHoat: true, byLeaving: true })).toEqual([])
  })
})

describe('whoever holds or held authority counts as an approver', () => {
  const former = { ...account('congTacVien'), laNguoiDuyet: true }
  it.each(VAI_TRO)('for every rule about accounts, asked by %s', (actor) => {
    expect(codes(person(actor), former, { email: 'x@thpt.example' })).toContain('EMAIL_OF_APPROVER')
    expect(codes(person(actor, 1), former, { email: 'x@thpt.example' })).toContain('EMAIL_OF_APPROVER')
    expect(codes(person(actor), former, { kichHoat: false, byLeaving: true }).length === 0).toBe(actor === 'nguoiPhatNgon')
    expect(codes(person(actor), former, { hoTen: 'Khác' }).length === 0).toBe(actor === 'nguoiPhatNgon')
  })
  it('none is given to an account whose address its owner has not confirmed', () => {
    const unknown = { ...account('vanThu'), diaChiXacNhan: false }
    expect(said(person('nguoiPhatNgon'), unknown, { vaiTro: ['vanThu', 'nguoiDuyet'] })).toEqual(['ADDRESS_UNCONFIRMED vaiTro'])
    expect(said(person('nguoiPhatNgon'), unknown, { vaiTro: ['bienTapVien'] })).toEqual([])
    expect(said(person('nguoiPhatNgon'), { ...unknown, vaiTro: ['nguoiDuyet'] }, { vaiTro: [] })).toEqual([])
  })
})

describe('what a change does', () => {
  it('is told by what differs', () => {
    const before = account('vanThu')
    expect(actsOf(null, { setsPassword: true })).toEqual(['taoTaiKhoan'])
    expect(actsOf(before, { setsPassword: false, vaiTro: ['vanThu'], email: before.email, kichHoat: true, hoTen: 'Khác' })).toEqual([])
    expect(actsOf(before, { setsPassword: true, vaiTro: [], email: 'x@thpt.example', kichHoat: false })).toEqual(['matKhau', 'diaChi', 'vaiTro', 'kichHoat'])
  })
  it('shows the account anew where its name or post changes, or it is opened', () => {
    const before = account('vanThu')
    expect(showsAnew(null, before)).toBe(true)
    expect(showsAnew(before, before)).toBe(false)
    expect(showsAnew(before, { ...before, chucVu: 'Khác' })).toBe(true)
    expect(showsAnew(before, { ...before, hoTen: 'Khác', kichHoat: false })).toBe(false)
    expect(showsAnew({ ...before, kichHoat: false }, before)).toBe(true)
  })
})
