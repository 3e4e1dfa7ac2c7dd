/** Each role sees what waits for it, each author what became of his own. */
import { describe, expect, it } from 'vitest'
import { queuesFor, receivedQueue, type Queue } from '../../src/policy/gate/queues.ts'
import { VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'

const person = (...vaiTro: VaiTro[]): Actor => ({ id: 7, hoTen: '', chucVu: '', vaiTro })
const keys = (actor: Actor): string[] => queuesFor(actor).map((q) => q.key)
const queue = (actor: Actor, key: string): Queue => queuesFor(actor).find((q) => q.key === key)!
/** What a step asks beyond its role. */
const BOUND = [
  { or: [{ donViCho: { exists: false } }] },
  { or: [{ nguoiCho: { exists: false } }, { nguoiCho: { contains: ',7,' } }] },
  { or: [{ khongCho: { exists: false } }, { khongCho: { not_like: ',7,' } }] },
]
/** A photograph is no draft that waits. */
const NO_PICTURE = { boSuuTap: { not_equals: 'tu-lieu' } }
const OWN = ['own-traLai', 'own-nhap', 'own-inReview']

describe('the queues', () => {
  const of: Record<VaiTro, string[]> = {
    congTacVien: OWN,
    dauMoi: ['choTiepNhan', ...OWN],
    bienTapVien: ['choBienTap', 'daDuyet', 'henGio', ...OWN],
    nguoiDuyet: ['choDuyet', 'daDuyet', 'henGio', ...OWN],
    nguoiPhatNgon: ['choDuyet', 'daDuyet', 'henGio', ...OWN],
    vanThu: OWN,
    quanTriKyThuat: [],
  }
  it.each(VAI_TRO)('of %s', (role) => expect(keys(person(role))).toEqual(of[role]))
  it('of two roles are those of both, each once', () =>
    expect(keys(person('bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon'))).toEqual(['choBienTap', 'choDuyet', 'daDuyet', 'henGio', ...OWN]))
  it('the technical administrator writes nothing, whatever else he holds', () => expect(keys(person('quanTriKyThuat', 'congTacVien'))).toEqual([]))
})

describe('what classes send where nobody receives it', () => {
  it.each(VAI_TRO)('of %s', (role) => {
    const roles = ['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon'].filter((one) => one === role || role === 'dauMoi')
    const and = [{ trangThai: { equals: 'choTiepNhan' } }, { vaiTroCho: { in: roles } }, ...BOUND]
    expect(receivedQueue(person(role))).toEqual(roles.length === 0 ? null : { key: 'choTiepNhan-lop', own: null, where: { and } })
  })
})

describe('what a queue asks for', () => {
  it('is what waits for the role: the spokesperson sees any approver’s step, the approver not the spokesperson’s', () => {
    expect(queue(person('bienTapVien'), 'choBienTap')).toEqual({
      key: 'choBienTap',
      own: null,
      where: { and: [{ trangThai: { equals: 'choBienTap' } }, { vaiTroCho: { in: ['bienTapVien'] } }, ...BOUND] },
    })
    const waitsFor = (...roles: VaiTro[]): unknown => (queue(person(...roles), 'choDuyet').where.and as unknown[])[1]
    expect(waitsFor('nguoiPhatNgon')).toEqual({ vaiTroCho: { in: ['nguoiDuyet', 'nguoiPhatNgon'] } })
    expect(waitsFor('nguoiDuyet')).toEqual({ vaiTroCho: { in: ['nguoiDuyet'] } })
    expect(waitsFor('bienTapVien', 'nguoiDuyet')).toEqual({ vaiTroCho: { in: ['nguoiDuyet'] } })
  })
  it('asks for the units of whoever looks, where he has some', () => {
    const where = queue({ ...person('bienTapVien'), donVi: [3, 4] }, 'choBienTap').where.and as unknown[]
    expect(where[2]).toEqual({ or: [{ donViCho: { exists: false } }, { donViCho: { in: [3, 4] } }] })
  })
  it('is one’s own, by state', () => {
    expect(queue(person('congTacVien'), 'own-inReview')).toEqual({
      key: 'own-inReview',
      own: 'inReview',
      where: { and: [{ tacGia: { equals: 7 } }, { trangThai: { in: ['choTiepNhan', 'choBienTap', 'choDuyet'] } }, NO_PICTURE] },
    })
    for (const state of ['traLai', 'nhap'])
      expect(queue(person('congTacVien'), `own-${state}`).where).toEqual({ and: [{ tacGia: { equals: 7 } }, { trangThai: { in: [state] } }, NO_PICTURE] })
  })
  it('is what is approved and what has its hour, for editors', () => {
    for (const key of ['daDuyet', 'henGio']) expect(queue(person('bienTapVien'), key)).toEqual({ key, own: null, where: { trangThai: { equals: key } } })
  })
})

describe('a delegate', () => {
  const lent = (phamVi: string, ...roles: VaiTro[]): Actor => ({ ...person(...roles), uyQuyen: [{ id: 1, phamVi }] })
  const approvers = { and: [{ trangThai: { equals: 'choDuyet' } }, { vaiTroCho: { in: ['nguoiDuyet', 'nguoiPhatNgon'] } }, ...BOUND] }
  it('sees the approvers’ steps of what was lent to him', () => {
    expect(keys(lent('tin-bai', 'congTacVien'))).toEqual(['choDuyet', ...OWN])
    expect(queue(lent('tatCa', 'congTacVien'), 'choDuyet')).toEqual({ key: 'choDuyet', own: null, where: approvers })
    expect(queue(lent('tin-bai', 'congTacVien'), 'choDuyet')).toEqual({
      key: 'choDuyet',
      own: null,
      where: { and: [approvers, { boSuuTap: { equals: 'tin-bai' } }] },
    })
  })
  it('who is an approver himself sees them once', () => expect(keys(lent('tatCa', 'nguoiDuyet')).filter((key) => key === 'choDuyet')).toHaveLength(1))
})
