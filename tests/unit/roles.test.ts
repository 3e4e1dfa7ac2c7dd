/** Who holds what, and in which capacity somebody takes a step. */
import { describe, expect, it } from 'vitest'
import { capacityFor, delegationFor, isApprover, isAuthor, isEditor, STEP_ROLES, VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'
import { HANH_DONG, isInReview, mayStart, STARTS, TRANG_THAI } from '../../src/policy/gate/states.ts'

const person = (...vaiTro: VaiTro[]): Actor => ({ id: 1, hoTen: '', chucVu: '', vaiTro })
const those = (is: (actor: Actor) => boolean): VaiTro[] => VAI_TRO.filter((role) => is(person(role)))

describe('roles', () => {
  it('approvers, editors and authors', () => {
    expect(those(isApprover)).toEqual(['nguoiDuyet', 'nguoiPhatNgon'])
    expect(those(isEditor)).toEqual(['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon'])
    expect(those(isAuthor)).toEqual(['congTacVien', 'dauMoi', 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon', 'vanThu'])
  })
  it.each(STEP_ROLES)('the step of %s is taken in one’s own right by its role, an approver’s by the spokesperson too', (step) => {
    for (const role of VAI_TRO) {
      const own = role === step ? role : step === 'nguoiDuyet' && role === 'nguoiPhatNgon' ? role : null
      expect(capacityFor(person(role), step, 'tin-bai')).toEqual(own && { tuCach: 'chinhDanh', vaiTro: own })
    }
  })
  it('a delegate acts as the spokesperson, and says under which delegation', () => {
    const delegate: Actor = {
      ...person('congTacVien'),
      uyQuyen: [
        { id: 5, phamVi: 'chu-de' },
        { id: 6, phamVi: 'tin-bai' },
      ],
    }
    expect(delegationFor(delegate, 'tin-bai')).toEqual({ id: 6, phamVi: 'tin-bai' })
    expect(delegationFor(delegate, 'tu-lieu')).toBeNull()
    for (const step of ['nguoiDuyet', 'nguoiPhatNgon'] as const)
      expect(capacityFor(delegate, step, 'tin-bai')).toEqual({ tuCach: 'uyQuyen', vaiTro: 'nguoiPhatNgon', uyQuyen: 6 })
    expect(capacityFor(delegate, 'bienTapVien', 'tin-bai')).toBeNull()
    expect(capacityFor({ ...delegate, vaiTro: ['nguoiDuyet'] }, 'nguoiDuyet', 'tin-bai')).toEqual({ tuCach: 'chinhDanh', vaiTro: 'nguoiDuyet' })
  })
})

describe('states', () => {
  const REVIEW = ['choTiepNhan', 'choBienTap', 'choDuyet']
  const APPROVED = ['daDuyet', 'henGio']
  it('in review are three', () => expect(TRANG_THAI.filter(isInReview)).toEqual(REVIEW))
  it('each action starts from these and no other', () => {
    expect(STARTS).toEqual({
      trinh: ['nhap', ...REVIEW, ...APPROVED, 'daDang', 'traLai', 'tuChoi', 'daGo'],
      duyet: REVIEW,
      'tra-lai': REVIEW,
      'tu-choi': REVIEW,
      dang: APPROVED,
      'hen-gio': APPROVED,
      'dang-khan': REVIEW,
      go: ['daDang', ...APPROVED],
      'thu-hoi': REVIEW,
    })
    for (const action of HANH_DONG) for (const state of TRANG_THAI) expect(mayStart(action, state, false)).toBe(STARTS[action].includes(state))
  })
  it('what readers see can be withdrawn in any state; nothing else starts because of it', () => {
    for (const action of HANH_DONG)
      for (const state of TRANG_THAI) expect(mayStart(action, state, true)).toBe(action === 'go' || STARTS[action].includes(state))
  })
})
