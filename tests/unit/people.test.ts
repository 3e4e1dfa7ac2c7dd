/** Passwords, proofs and names of people. */
import { describe, expect, it } from 'vitest'
import { nameKey, sortName } from '../../src/policy/people/names.ts'
import { passwordIssues } from '../../src/policy/people/password.ts'
import { isYoung, needsProof, OUTLASTS, proofIssues, type Act } from '../../src/policy/people/proof.ts'

describe('a password', () => {
  it.each([
    'abc',
    'mười một ký',
    '123456789012',
    '0123 4567 8901',
    '01/02/1990-0912345678',
    '           a',
    'hieutruong@thpt.example',
    ' HieuTruong@THPT.example ',
  ])('refuses %j', (password) =>
    expect(passwordIssues(password, 'hieutruong@thpt.example').map((i) => [i.code, i.field])).toEqual([['PASSWORD_WEAK', 'password']]),
  )
  it.each(['mười hai ký.', 'con suối sau trường', 'abcdefghijkl', '12345678901a'])('takes %j', (password) =>
    expect(passwordIssues(password, 'hieutruong@thpt.example')).toEqual([]),
  )
  it('the part before the sign is the address too', () => expect(passwordIssues('phohieutruong', 'phohieutruong@thpt.example')).toHaveLength(1))
})

describe('a proof', () => {
  const NOW = '2026-11-21T03:00:00.000Z'
  it.each([
    ['2026-11-21T03:00:00.000Z', true],
    ['2026-11-21T02:50:00.000Z', true],
    ['2026-11-21T02:49:59.999Z', false],
    ['2026-11-21T03:01:00.000Z', true],
    ['2026-11-21T03:01:00.001Z', false],
    [null, false],
    ['', false],
  ])('given at %s is young: %s', (luc, young) => {
    expect(isYoung(luc, NOW)).toBe(young)
    expect(proofIssues(['matKhau'], luc, NOW).map((i) => i.code)).toEqual(young ? [] : ['PROOF_NEEDED'])
  })
  it('is asked for what outlasts the session, and for nothing else', () => {
    const asked = (Object.keys(OUTLASTS) as Act[]).filter((act) => needsProof([act]))
    expect(asked).toEqual(['matKhau', 'diaChi', 'taoTaiKhoan', 'vaiTro', 'kichHoat', 'uyQuyen', 'quyChe', 'khoaNguoi'])
    expect(proofIssues(['ten'], null, NOW)).toEqual([])
    expect(proofIssues([], null, NOW)).toEqual([])
    expect(proofIssues(['ten', 'vaiTro'], null, NOW)).toHaveLength(1)
  })
})

describe('two names are one', () => {
  const key = (hoTen: string, chucVu = 'Hiệu trưởng'): string => nameKey({ hoTen, chucVu })
  it.each([
    ['LÒ VĂN TÂM', 'Lò Văn Tâm'],
    ['  Lò   Văn\u00a0Tâm ', 'Lò Văn Tâm'],
    ['Lò Văn Tâm'.normalize('NFD'), 'Lò Văn Tâm'],
    ['Ðỗ Văn Ðức', 'Đỗ Văn Đức'],
    ['Нoàng Vân', 'Hoàng Vân'],
    ['Lò Văn Tаm', 'Lò Văn Tam'],
    ['Trần Thị Hòa', 'Trần Thị Hoà'],
    ['Lò Văn Tâm', 'Lò Văn Tâm'],
  ])('%s is %s', (a, b) => expect(key(a)).toBe(key(b)))
  it.each([
    ['Lò Văn Tâm', 'Lò Văn Tấm'],
    ['Lò Văn Tâm', 'Lò Văn Tam'],
    ['Lò Văn Tâm', 'Văn Tâm Lò'],
  ])('%s is not %s', (a, b) => expect(key(a)).not.toBe(key(b)))
  it('by name and post together', () => expect(key('A', 'Giáo viên')).not.toBe(key('A', 'Hiệu trưởng')))
  it('a list is sorted by the given name', () => expect([sortName('Giàng A Páo'), sortName('Páo')]).toEqual(['Páo Giàng A', 'Páo']))
})
