import { describe, expect, it } from 'vitest'
import { follow, isSpokesperson, SO_QUYEN_TRONG, type DongQuyen, type SoQuyen } from '../../src/policy/people/authorityChain.ts'

const LUC = '2026-11-26T00:00:00.000Z'
let so = 0
const row = (more: Partial<DongQuyen>): DongQuyen => ({ so: (so += 1), luc: LUC, hanhDong: 'doi-tai-khoan', nguoi: null, taiLieu: 1, chiTiet: {}, ...more })
const roles = (tu: string[], den: string[], mo = true): Record<string, unknown> => ({
  vaiTro: { tu, den },
  kichHoat: { tu: true, den: mo },
  ten: { den: 'A' },
  chucVu: { den: 'B' },
  the: 'x',
})
const make = (taiLieu: number, den: string[], nguoi: number | null = null): DongQuyen =>
  row({ hanhDong: 'tao-tai-khoan', nguoi, taiLieu, chiTiet: roles([], den) })
const after = (...rows: DongQuyen[]): SoQuyen =>
  rows.reduce((known, next) => {
    const moved = follow(known, next)
    if (!moved.so) throw new Error(moved.sai)
    return moved.so
  }, SO_QUYEN_TRONG)
const school = after(make(1, ['nguoiPhatNgon']), make(2, ['quanTriKyThuat']), make(3, ['congTacVien'], 2))

describe('the chain of authority', () => {
  it('begins with the first spokesperson, registered by the console', () => {
    expect([isSpokesperson(school, 1), isSpokesperson(school, 2), isSpokesperson(school, null)]).toEqual([true, false, false])
  })

  const granting: [string, DongQuyen, boolean][] = [
    ['the spokesperson grants an approving role', row({ nguoi: 1, taiLieu: 3, chiTiet: roles(['congTacVien'], ['nguoiDuyet']) }), true],
    ['the administrator grants one', row({ nguoi: 2, taiLieu: 3, chiTiet: roles(['congTacVien'], ['nguoiDuyet']) }), false],
    ['its holder grants it himself', row({ nguoi: 3, taiLieu: 3, chiTiet: roles(['congTacVien'], ['nguoiDuyet']) }), false],
    ['the console grants one later', row({ nguoi: null, taiLieu: 3, chiTiet: roles(['congTacVien'], ['nguoiDuyet']) }), false],
    ['the console makes a second spokesperson', make(4, ['nguoiPhatNgon']), false],
    ['the administrator makes an author', make(4, ['congTacVien'], 2), true],
    ['the administrator makes an approver', make(4, ['nguoiDuyet'], 2), false],
    ['roles before the change are not those of the log', row({ nguoi: 1, taiLieu: 3, chiTiet: roles(['vanThu'], ['nguoiDuyet']) }), false],
    ['the administrator closes the spokesperson', row({ nguoi: 2, taiLieu: 1, chiTiet: roles(['nguoiPhatNgon'], ['nguoiPhatNgon'], false) }), false],
    ['an account is made twice', make(3, ['congTacVien'], 2), false],
    ['an account nobody made is changed', row({ nguoi: 1, taiLieu: 9, chiTiet: roles([], ['congTacVien']) }), false],
  ]
  it.each(granting)('%s', (_what, one, ok) => expect(follow(school, one).so !== undefined).toBe(ok))

  const lending: [string, DongQuyen, boolean][] = [
    ['the spokesperson lends his own', row({ hanhDong: 'uy-quyen', nguoi: 1, taiLieu: 7, chiTiet: { nguoiUyQuyen: 1, nguoiDuocUyQuyen: 3 } }), true],
    ['the spokesperson lends another’s', row({ hanhDong: 'uy-quyen', nguoi: 1, taiLieu: 7, chiTiet: { nguoiUyQuyen: 2, nguoiDuocUyQuyen: 3 } }), false],
    ['another lends in his name', row({ hanhDong: 'uy-quyen', nguoi: 3, taiLieu: 7, chiTiet: { nguoiUyQuyen: 1, nguoiDuocUyQuyen: 3 } }), false],
    ['the console lends', row({ hanhDong: 'uy-quyen', nguoi: null, taiLieu: 7, chiTiet: { nguoiUyQuyen: 1, nguoiDuocUyQuyen: 3 } }), false],
    ['what was not lent is revoked', row({ hanhDong: 'thu-hoi-uy-quyen', nguoi: 1, taiLieu: 7 }), false],
    ['a regulation by the spokesperson', row({ hanhDong: 'doi-quy-che', nguoi: 1, taiLieu: null, chiTiet: { vanTay: 'a' } }), true],
    ['the first regulation by the console', row({ hanhDong: 'doi-quy-che', nguoi: null, taiLieu: null, chiTiet: { vanTay: 'a' } }), true],
    ['a regulation by the administrator', row({ hanhDong: 'doi-quy-che', nguoi: 2, taiLieu: null, chiTiet: { vanTay: 'a' } }), false],
    ['a password by its owner', row({ hanhDong: 'doi-mat-khau', nguoi: 3, taiLieu: 3, chiTiet: { the: 'y' } }), true],
    ['a password by the administrator', row({ hanhDong: 'doi-mat-khau', nguoi: 2, taiLieu: 3, chiTiet: { the: 'y' } }), false],
    ['a seal over a school that has its chain', row({ hanhDong: 'niem-phong', nguoi: null, taiLieu: null, chiTiet: { nguoi: [], uyQuyen: [] } }), false],
    ['a row of another kind', row({ hanhDong: 'trinh' }), false],
  ]
  it.each(lending)('%s', (_what, one, ok) => expect(follow(school, one).so !== undefined).toBe(ok))

  it('a later regulation is not the console’s', () => {
    const ruled = follow(school, row({ hanhDong: 'doi-quy-che', nguoi: 1, taiLieu: null, chiTiet: { vanTay: 'a' } })).so!
    expect(follow(ruled, row({ hanhDong: 'doi-quy-che', nguoi: null, taiLieu: null, chiTiet: { vanTay: 'b' } })).sai).toBeDefined()
  })

  it('a spokesperson who is gone is followed by whom the console named, a day later and not before', () => {
    const named = (tu: string): ReturnType<typeof follow> => follow(school, row({ hanhDong: 'ke-nhiem', taiLieu: 3, chiTiet: { tu } }))
    expect(named('2026-11-26T01:00:00.000Z').sai).toBeDefined()
    const waiting = named('2026-11-27T00:00:00.000Z').so!
    const takes = (luc: string, taiLieu = 3): DongQuyen => row({ luc, taiLieu, chiTiet: roles(['congTacVien'], ['nguoiPhatNgon']) })
    expect(follow(waiting, takes('2026-11-26T12:00:00.000Z')).sai).toBeDefined()
    expect(isSpokesperson(follow(waiting, takes('2026-11-27T00:00:01.000Z')).so!, 3)).toBe(true)
    expect(follow(waiting, takes('2026-11-27T00:00:01.000Z', 2)).sai).toBeDefined()
    const calledOff = (nguoi: number | null, of = 3): ReturnType<typeof follow> =>
      follow(waiting, row({ hanhDong: 'ke-nhiem', nguoi, taiLieu: of, chiTiet: { huy: true } }))
    expect(follow(calledOff(null).so!, takes('2026-11-27T00:00:01.000Z')).sai).toBeDefined()
    expect([calledOff(1).sai, calledOff(2).sai, calledOff(null, 2).sai].map((sai) => sai === undefined)).toEqual([true, false, false])
  })
})
