/** Every role × state × action. What is allowed is written out here by hand; everything else must be refused. */
import { describe, expect, it } from 'vitest'
import { authorise, mayCreate, mayEdit, mayFollow, mayRead, type HoSoFacts } from '../../src/policy/gate/authority.ts'
import { caiDat, chuDe, tinBai } from '../../src/policy/gate/gates/index.ts'
import { VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'
import { HANH_DONG, TRANG_THAI, type HanhDong, type TrangThai } from '../../src/policy/gate/states.ts'
import type { StepRole } from '../../src/policy/gate/steps.ts'

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
    motLanhDao: false,
    daDuyet: [],
    ...more,
  }
}

const EDITORS: VaiTro[] = ['bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon']
const APPROVERS: VaiTro[] = ['nguoiDuyet', 'nguoiPhatNgon']
const VERDICTS = ['duyet', 'tra-lai', 'tu-choi'] as const
const REVIEW: TrangThai[] = ['choTiepNhan', 'choBienTap', 'choDuyet']

/** Who, that is neither author nor contributor, may act on somebody else's ordinary news item. */
const ALLOWED: Record<HanhDong, (role: VaiTro, state: TrangThai) => boolean> = {
  trinh: (role, state) => EDITORS.includes(role) && TRANG_THAI.includes(state),
  duyet: (role, state) => verdict(role, state),
  'tra-lai': (role, state) => verdict(role, state),
  'tu-choi': (role, state) => verdict(role, state),
  dang: (role, state) => EDITORS.includes(role) && ['daDuyet', 'henGio'].includes(state),
  'hen-gio': (role, state) => EDITORS.includes(role) && ['daDuyet', 'henGio'].includes(state),
  'dang-khan': (role, state) => role === 'nguoiPhatNgon' && REVIEW.includes(state),
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
  })
  it.each(VERDICTS)('as a contributor is refused %s in every state', (action) => {
    for (const state of TRANG_THAI) expect([state, authorise(action, tinBai, person(role, AUTHOR), facts(state))]).not.toEqual([state, null])
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

describe('a delegate', () => {
  const lent = (role: VaiTro, phamVi: string, id = OTHER): Actor => ({ ...person(role, id), uyQuyen: [{ id: 7, phamVi }] })
  it.each(VAI_TRO)('of role %s takes the spokesperson’s steps within the scope and no other right', (role) => {
    for (const state of TRANG_THAI) {
      for (const action of HANH_DONG) {
        const verdictOf = ['duyet', 'tra-lai', 'tu-choi'].includes(action)
        const byOwn = ALLOWED[action](role, state)
        const byLoan = verdictOf && state === 'choDuyet' && role !== 'quanTriKyThuat'
        expect([action, state, authorise(action, tinBai, lent(role, 'tin-bai'), facts(state)) === null]).toEqual([action, state, byOwn || byLoan])
        expect(authorise(action, tinBai, lent(role, 'tatCa'), facts(state)) === null).toBe(byOwn || byLoan)
        expect(authorise(action, tinBai, lent(role, 'chu-de'), facts(state)) === null).toBe(byOwn)
      }
    }
  })
  it('takes the step of a sensitive item too, but not of his own words', () => {
    const sensitive = { buocCho: { ma: 'phatNgon', ten: 'Phát ngôn', vaiTro: 'nguoiPhatNgon' as const } }
    expect(authorise('duyet', tinBai, lent('congTacVien', 'tin-bai'), facts('choDuyet', sensitive))).toBeNull()
    expect(authorise('duyet', tinBai, person('nguoiDuyet'), facts('choDuyet', sensitive))?.code).toBe('FORBIDDEN')
    expect(authorise('duyet', tinBai, lent('congTacVien', 'tin-bai', AUTHOR), facts('choDuyet', sensitive))?.code).toBe('SELF_REVIEW')
  })
  it('follows what he is to decide on, and no more', () => {
    const others = { tacGia: AUTHOR, loai: 'tin' }
    expect(mayFollow(tinBai, lent('congTacVien', 'tin-bai'), others, facts('nhap'))).toBe(true)
    expect(mayFollow(caiDat, lent('congTacVien', 'tin-bai'), others, facts('nhap'))).toBe(false)
    expect(mayRead(tinBai, lent('congTacVien', 'tin-bai'), others)).toBe(false)
  })
})

describe('a school with one leader', () => {
  const own = (more: Partial<HoSoFacts> = {}): HoSoFacts => facts('choDuyet', { motLanhDao: true, ...more })
  it('lets the spokesperson take an approver’s step of his own words, and nobody else', () => {
    for (const role of VAI_TRO) expect([role, authorise('duyet', tinBai, person(role, AUTHOR), own()) === null]).toEqual([role, role === 'nguoiPhatNgon'])
  })
  it('not a preparatory step, not a delegate, not without the exception', () => {
    const editing = own({ buocCho: { ma: 'bienTap', ten: 'Biên tập', vaiTro: 'bienTapVien' } })
    expect(authorise('duyet', tinBai, { ...person('bienTapVien', AUTHOR), vaiTro: ['bienTapVien', 'nguoiPhatNgon'] }, editing)?.code).toBe('SELF_REVIEW')
    expect(authorise('duyet', tinBai, { ...person('congTacVien', AUTHOR), uyQuyen: [{ id: 1, phamVi: 'tatCa' }] }, own())?.code).toBe('SELF_REVIEW')
    expect(authorise('duyet', tinBai, person('nguoiPhatNgon', AUTHOR), facts('choDuyet'))?.code).toBe('SELF_REVIEW')
  })
})

describe('a refusal says why', () => {
  const refusal = (action: HanhDong, actor: Actor, of: HoSoFacts): unknown => authorise(action, tinBai, actor, of)
  it('who may not is told so, whatever the action', () => {
    const nobody: Actor = { id: 9, hoTen: '', chucVu: '', vaiTro: [] }
    for (const action of HANH_DONG) for (const state of TRANG_THAI) expect(refusal(action, nobody, facts(state))).toMatchObject({ code: 'FORBIDDEN' })
  })
  it('the step that waits is named, where one waits', () => {
    expect(refusal('duyet', person('vanThu'), facts('choBienTap'))).toEqual({ code: 'FORBIDDEN', detail: { buoc: 'bienTapVien' } })
    expect(refusal('duyet', person('vanThu'), facts('daDang'))).toEqual({ code: 'FORBIDDEN', detail: { buoc: '' } })
  })
  it.each(['duyet', 'tra-lai', 'tu-choi'] as const)('outside review a reviewer who would %s is told the state', (action) => {
    for (const state of TRANG_THAI.filter((s) => !REVIEW.includes(s))) {
      for (const role of VAI_TRO) {
        const reviews = ['dauMoi', ...EDITORS].includes(role)
        const expected = reviews ? { code: 'WRONG_STATE', detail: { trangThai: state } } : { code: 'FORBIDDEN', detail: { buoc: '' } }
        expect([role, refusal(action, person(role), facts(state))]).toEqual([role, expected])
      }
      const delegate = { ...person('congTacVien'), uyQuyen: [{ id: 1, phamVi: 'tin-bai' }] }
      expect(refusal(action, delegate, facts(state))).toMatchObject({ code: 'WRONG_STATE' })
    }
  })
})

it('a document is begun by those who write in its collection', () => {
  const begin = (gate: typeof tinBai): VaiTro[] => VAI_TRO.filter((role) => mayCreate(gate, person(role)))
  expect(begin(tinBai)).toEqual(['congTacVien', 'dauMoi', 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon', 'vanThu'])
  expect(begin(chuDe)).toEqual(EDITORS)
})
