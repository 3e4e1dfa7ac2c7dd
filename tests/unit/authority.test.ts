/** Every role × state × action. What is allowed is written out here by hand; everything else must be refused. */
import { describe, expect, it } from 'vitest'
import { authorise, mayEdit, mayRead, type HoSoFacts } from '../../src/policy/authority.ts'
import { caiDat, chuDe, tinBai } from '../../src/policy/gates/index.ts'
import { VAI_TRO, type Actor, type VaiTro } from '../../src/policy/roles.ts'
import { HANH_DONG, TRANG_THAI, type HanhDong, type TrangThai } from '../../src/policy/states.ts'
import type { StepRole } from '../../src/policy/steps.ts'

const AUTHOR = 1
const OTHER = 2
const person = (role: VaiTro, id = OTHER): Actor => ({ id, hoTen: role, chucVu: '', vaiTro: [role] })

/** The step a state waits at, in the demo school's chain. */
const STEP: Partial<Record<TrangThai, StepRole>> = { choTiepNhan: 'dauMoi', choBienTap: 'bienTapVien', choDuyet: 'nguoiDuyet' }
const facts = (trangThai: TrangThai, more: Partial<HoSoFacts> = {}): HoSoFacts => {
  const vaiTro = STEP[trangThai]
  return {
    trangThai,
    coBanDang: trangThai === 'daDang',
    loai: 'tin',
    tacGia: AUTHOR,
    nguoiTrinh: AUTHOR,
    nguoiDongGop: [AUTHOR],
    buocCho: vaiTro ? { ma: vaiTro, ten: vaiTro, vaiTro } : null,
    ...more,
  }
}

const EDITORS: VaiTro[] = ['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon']
const APPROVERS: VaiTro[] = ['nguoiDuyet', 'nguoiPhatNgon']
const REVIEW: TrangThai[] = ['choTiepNhan', 'choBienTap', 'choDuyet']

/** Who, that is neither author nor contributor, may act on somebody else's ordinary news item. */
const ALLOWED: Record<HanhDong, (role: VaiTro, state: TrangThai) => boolean> = {
  trinh: (role, state) => EDITORS.includes(role) && TRANG_THAI.includes(state),
  duyet: (role, state) => verdict(role, state),
  'tra-lai': (role, state) => verdict(role, state),
  'tu-choi': (role, state) => verdict(role, state),
  dang: (role, state) => EDITORS.includes(role) && state === 'daDuyet',
  go: (role, state) => APPROVERS.includes(role) && ['daDang', 'daDuyet', 'henGio'].includes(state),
  'thu-hoi': () => false,
}
function verdict(role: VaiTro, state: TrangThai): boolean {
  if (state === 'choTiepNhan') return role === 'dauMoi'
  if (state === 'choBienTap') return role === 'bienTapVien'
  return state === 'choDuyet' && APPROVERS.includes(role)
}

describe.each(VAI_TRO)('%s', (role) => {
  describe.each(HANH_DONG)('%s', (action) => {
    it.each(TRANG_THAI)('on somebody else’s item in state %s', (state) => {
      const refused = authorise(action, tinBai, person(role), facts(state))
      expect(refused === null).toBe(ALLOWED[action](role, state))
    })
    it.each(REVIEW)('as a contributor in state %s is refused every verdict', (state) => {
      if (action !== 'duyet' && action !== 'tra-lai' && action !== 'tu-choi') return expect(['trinh', 'dang', 'go', 'thu-hoi']).toContain(action)
      const refused = authorise(action, tinBai, person(role, AUTHOR), facts(state))
      expect(refused).not.toBeNull()
    })
  })
})

describe('the author', () => {
  it.each(TRANG_THAI)('submits his own in state %s unless it was rejected', (state) => {
    const refused = authorise('trinh', tinBai, person('congTacVien', AUTHOR), facts(state))
    expect(refused?.code ?? null).toBe(state === 'tuChoi' ? 'CLOSED_BY_REJECTION' : null)
  })
  it.each(TRANG_THAI)('takes his own submission back in state %s only while it is in review', (state) => {
    const refused = authorise('thu-hoi', tinBai, person('congTacVien', AUTHOR), facts(state))
    expect(refused?.code ?? null).toBe(REVIEW.includes(state) ? null : 'WRONG_STATE')
  })
})

describe('reading and editing', () => {
  const own = { tacGia: OTHER, loai: 'tin' }
  const others = { tacGia: AUTHOR, loai: 'tin' }
  const deed = { tacGia: AUTHOR, loai: 'nguoiTotViecTot' }
  it.each(VAI_TRO)('%s', (role) => {
    const actor = person(role)
    expect(mayEdit(tinBai, actor, own)).toBe(role !== 'quanTriKyThuat')
    expect(mayEdit(tinBai, actor, others)).toBe(EDITORS.includes(role))
    expect(mayEdit(tinBai, actor, deed)).toBe(EDITORS.includes(role) || role === 'dauMoi')
    expect(mayRead(tinBai, actor, others)).toBe(EDITORS.includes(role))
    expect(mayRead(chuDe, actor, others)).toBe(true)
    expect(mayEdit(chuDe, actor, own)).toBe(EDITORS.includes(role))
    expect(mayEdit(caiDat, actor, own)).toBe(EDITORS.includes(role))
  })
  it('a person without any role may do nothing', () => {
    const nobody: Actor = { id: 9, hoTen: '', chucVu: '', vaiTro: [] }
    for (const action of HANH_DONG) for (const state of TRANG_THAI) expect(authorise(action, tinBai, nobody, facts(state))).not.toBeNull()
  })
})
