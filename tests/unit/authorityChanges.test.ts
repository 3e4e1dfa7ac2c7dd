/** Who has a key signs with it what he changes of authority; the log takes the row so, and in no other way. */
import { describe, expect, it } from 'vitest'
import { changeText, decisionText, type DongDoi, type Luc } from '../../src/policy/keys/change.ts'
import { changeInWords } from '../../src/messages/changes.ts'
import { decidesAuthority, follow, SO_QUYEN_TRONG, type DongQuyen, type SoQuyen } from '../../src/policy/people/authorityChain.ts'
import type { VaiTro } from '../../src/policy/people/roles.ts'
import { phone } from '../support/authenticator.ts'

const [own, other] = [phone(), phone()]
const LUC = '2026-11-28T03:00:00.000Z'
const at = (seconds: number): string => new Date(Date.parse(LUC) + seconds * 1000).toISOString()
const SAU: Luc['sau'] = { so: 40, bam: 'a'.repeat(64) }
const person = (...vaiTro: VaiTro[]) => ({ vaiTro, mo: true, ten: 'x', chucVu: '', the: null })
const key = (nguoi: number, { spki, rpId }: typeof own, more = {}) => ({ nguoi, spki, rpId, cach: 'dau' as const, tu: at(-1000), het: null, ...more })
const SO: SoQuyen = {
  ...SO_QUYEN_TRONG,
  coPhatNgon: true,
  quyChe: 'cu',
  nguoi: new Map([
    [1, person('nguoiPhatNgon')],
    [2, person('nguoiDuyet')],
    [3, person('congTacVien')],
  ]),
  khoa: new Map([
    [own.ma, key(1, own)],
    [other.ma, key(2, other)],
  ]),
}
const roles = (nguoi: number | null, taiLieu: number, tu: VaiTro[], den: VaiTro[], mo = true): DongDoi => ({
  hanhDong: 'doi-tai-khoan',
  nguoi,
  taiLieu,
  chiTiet: { vaiTro: { tu, den }, kichHoat: { tu: true, den: mo }, ten: { tu: 'x', den: 'x' }, chucVu: { tu: '', den: '' }, doiEmail: false, the: 'ab' },
})
const LENT = { soVanBan: '12/UQ', nguoiUyQuyen: 1, nguoiDuocUyQuyen: 3, phamVi: 'tatCa', tuNgay: at(0), denNgay: at(9999), thuHoiLuc: null }
const CHANGES: Record<string, DongDoi> = {
  'an approving role granted': roles(1, 3, ['congTacVien'], ['congTacVien', 'nguoiDuyet']),
  'an approving role taken away': roles(1, 2, ['nguoiDuyet'], []),
  'an approver’s account closed': roles(1, 2, ['nguoiDuyet'], ['nguoiDuyet'], false),
  'an account made that approves': { ...roles(1, 9, [], ['nguoiDuyet']), hanhDong: 'tao-tai-khoan' },
  'a delegation': { hanhDong: 'uy-quyen', nguoi: 1, taiLieu: 7, chiTiet: LENT },
  'the regulation': { hanhDong: 'doi-quy-che', nguoi: 1, taiLieu: null, chiTiet: { vanTay: 'moi', truoc: 'cu', phienBan: 3, quyCheBan: 5 } },
}
const row = (one: DongDoi, seconds = 60): DongQuyen => ({ so: 41, luc: at(seconds), ...one })
const signed = (one: DongDoi, by = own, time: Luc = { luc: LUC, sau: SAU }): DongDoi => ({
  ...one,
  chiTiet: { ...one.chiTiet, thietBi: { ...by.signs(changeText(decisionText(one), time)), ...time } },
})

describe.each(Object.entries(CHANGES))('%s', (_what, change) => {
  it('counts where its author’s device signed it, and only so', () => {
    expect(decidesAuthority(SO, change)).toBe(true)
    expect(follow(SO, row(signed(change))).sai).toBeUndefined()
    expect(follow(SO, row(change)).sai).toMatch(/device/)
  })

  it('does not with another’s key, a key that ended, an hour that is past, or words that were changed', () => {
    const ended = { ...SO, khoa: new Map(SO.khoa).set(own.ma, key(1, own, { het: at(30) })).set('b'.repeat(16), key(1, other)) }
    expect(follow(SO, row(signed(change, other))).sai).toMatch(/device/)
    expect(follow(ended, row(signed(change))).sai).toMatch(/device/)
    expect(follow(SO, row(signed(change), 700)).sai).toMatch(/device/)
    expect(follow(SO, row(signed(change, own, { luc: at(-2000), sau: SAU }), -1999)).sai).toBeUndefined()
    const good = signed(change)
    for (const spoilt of [{ luc: at(1) }, { sau: { ...SAU, so: 39 } }, { sau: { ...SAU, bam: 'b'.repeat(64) } }])
      expect(follow(SO, row({ ...good, chiTiet: { ...good.chiTiet, thietBi: { ...(good.chiTiet.thietBi as object), ...spoilt } } })).sai).toMatch(/device/)
  })

  it('needs none where its author has no key', () => {
    expect(follow({ ...SO, khoa: new Map([[other.ma, key(2, other)]]) }, row(change)).sai).toBeUndefined()
  })

  it('is told in words to whoever is to sign it', () => {
    expect(changeInWords(decisionText(change), () => ({ ten: 'Lò Thị Minh Xuân', chucVu: 'Giáo viên' }), () => 'mọi nội dung', ['các bước duyệt'])).toMatch(/Vai trò của tài khoản (số \d \(x\)|mới của x): .* → |tài khoản số 3 \(Lò Thị Minh Xuân, Giáo viên\): mọi nội dung|Quy chế mới \(mã moi\)\. Thay đổi: các bước duyệt/) // prettier-ignore
  })
})

it('what is decided is signed, every field of it; what the database gives is not', () => {
  const altered: [DongDoi, object][] = [
    [CHANGES['a delegation']!, { phamVi: 'tin-bai' }],
    [CHANGES['a delegation']!, { denNgay: at(99999) }],
    [CHANGES['a delegation']!, { nguoiDuocUyQuyen: 2 }],
    [CHANGES['a delegation']!, { soVanBan: '13/UQ' }],
    [CHANGES['the regulation']!, { vanTay: 'khac' }],
    [CHANGES['an approving role granted']!, { vaiTro: { tu: ['congTacVien'], den: ['nguoiPhatNgon'] } }],
  ]
  for (const [change, other] of altered) {
    const good = signed(change)
    expect(follow(SO, row({ ...good, chiTiet: { ...good.chiTiet, ...other } })).sai).toMatch(/device/)
  }
  const made = signed(CHANGES['an account made that approves']!)
  expect(follow(SO, row({ ...made, taiLieu: 12 })).sai).toBeUndefined()
  const granted = signed(CHANGES['an approving role granted']!)
  expect(follow(SO, row({ ...granted, taiLieu: 2 })).sai).toBeDefined()
})

it('a name, a post, a contributor’s role need no signature', () => {
  const named = roles(1, 3, ['congTacVien'], ['congTacVien', 'dauMoi'])
  expect([decidesAuthority(SO, named), follow(SO, row(named)).sai]).toEqual([false, undefined])
})

describe('a row is judged by its place in the log', () => {
  const change = CHANGES['a delegation']!
  const later: SoQuyen = { ...SO, gio: at(60) }
  it('dated back to before the key it still needs the key', () => {
    expect(follow(SO, row(change, -2000)).sai, 'in a log that has not come that far').toBeUndefined()
    expect(follow(later, row(change, -2000)).sai).toMatch(/device/)
    expect(follow(later, row(signed(change), -2000)).sai).toMatch(/device/)
    expect(follow(later, row(signed(change), 30)).sai).toBeUndefined()
  })
  it('hours count from the first key on: a clock that ran ahead before holds up nobody', () => {
    const ahead = follow({ ...SO, khoa: new Map() }, row(roles(1, 3, ['congTacVien'], ['congTacVien', 'dauMoi']), 9e8)).so!
    expect(ahead.gio).toBe('')
    const counted = follow(SO, row(roles(1, 3, ['congTacVien'], ['congTacVien', 'dauMoi']), 90)).so!
    expect(counted.gio).toBe(at(90))
  })
  it('a touch counts once, and a list of touches for none', () => {
    const after = follow(SO, row(signed(change)))
    const again = { ...signed(change), taiLieu: 8 }
    const same = { ...again, chiTiet: { ...again.chiTiet, thietBi: (signed(change).chiTiet as { thietBi: object }).thietBi } }
    expect(follow(SO, row(same)).sai).toBeUndefined()
    const first = signed(change)
    const used = follow(SO, row(first)).so!
    expect(follow(used, row({ ...first, taiLieu: 8 })).sai).toMatch(/device/)
    expect(after.so!.daKy.size).toBe(1)
    const listed = { ...first, chiTiet: { ...first.chiTiet, thietBi: { ...(first.chiTiet.thietBi as object), goi: ['a'.repeat(64)] } } }
    expect(follow(SO, row(listed)).sai).toMatch(/device/)
  })
  it('a regulation changes the version in force, and no other', () => {
    const regulation = CHANGES['the regulation']!
    const poisoned = { ...regulation, chiTiet: { ...regulation.chiTiet, truoc: 'doc' } }
    expect(follow(SO, row(signed(poisoned))).sai).toMatch(/in force/)
  })
})
