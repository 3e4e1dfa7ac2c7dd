import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUOC_KHAN, decideEmergency, decidePublication, nextStep, type SubmissionFacts, type Verdict } from '../../src/policy/gate/publication.ts'

const buoc = [
  { ma: 'bienTap', ten: 'Biên tập', vaiTro: 'bienTapVien' as const },
  { ma: 'duyet', ten: 'Duyệt', vaiTro: 'nguoiDuyet' as const },
]
const verdict = (step: string, nguoi: number, more: Partial<Verdict> = {}): Verdict => ({
  buoc: step,
  nguoi,
  vaiTro: step === 'bienTap' ? 'bienTapVien' : 'nguoiDuyet',
  tuCach: 'chinhDanh',
  quyetDinh: 'duyet',
  vanTay: 'v',
  chuKyHopLe: true,
  ...more,
})
const approved: SubmissionFacts = {
  vanTay: 'v',
  buoc,
  nguoiDongGop: [1],
  isLatest: true,
  motLanhDao: false,
  verdicts: [verdict('bienTap', 3), verdict('duyet', 4)],
}

describe('an edition may go live', () => {
  it('when every step has a signed approval by someone else', () => expect(decidePublication(approved)).toBeNull())
  const refused: [string, Partial<SubmissionFacts>, string][] = [
    ['it was superseded', { isLatest: false }, 'STALE_SUBMISSION'],
    ['a step is open', { verdicts: [verdict('bienTap', 3)] }, 'WRONG_STATE'],
    ['nobody decided', { verdicts: [] }, 'WRONG_STATE'],
    ['it needs no step', { buoc: [], verdicts: [] }, 'WRONG_STATE'],
    ['a signature is false', { verdicts: [verdict('bienTap', 3), verdict('duyet', 4, { chuKyHopLe: false })] }, 'BAD_SIGNATURE'],
    ['a verdict is on other words', { verdicts: [verdict('bienTap', 3), verdict('duyet', 4, { vanTay: 'w' })] }, 'BAD_SIGNATURE'],
    ['it was returned', { verdicts: [...approved.verdicts, verdict('duyet', 4, { quyetDinh: 'traLai' })] }, 'WRONG_STATE'],
    ['it was withdrawn', { verdicts: [...approved.verdicts, verdict('duyet', 5, { quyetDinh: 'thuHoi' })] }, 'WRONG_STATE'],
    ['a contributor approved it', { nguoiDongGop: [1, 4] }, 'SELF_REVIEW'],
    ['the exception is frozen, yet another than the spokesperson approved his own', { nguoiDongGop: [1, 4], motLanhDao: true }, 'SELF_REVIEW'],
    [
      'the exception is frozen, yet a delegate approved his own',
      { nguoiDongGop: [4], motLanhDao: true, verdicts: [verdict('bienTap', 3), verdict('duyet', 4, { vaiTro: 'nguoiPhatNgon', tuCach: 'uyQuyen' })] },
      'SELF_REVIEW',
    ],
    ['only an emergency stands', { verdicts: [verdict('khan', 5, { quyetDinh: 'dangKhan' })] }, 'WRONG_STATE'],
  ]
  it.each(refused)('not when %s', (_name, change, code) => expect(decidePublication({ ...approved, ...change })?.code).toBe(code))

  it('whatever the verdicts, only with an approval by a stranger for each step', () => {
    const anyVerdict = fc.record({
      buoc: fc.constantFrom('bienTap', 'duyet', 'khac'),
      nguoi: fc.integer({ min: 1, max: 5 }),
      vaiTro: fc.constantFrom('nguoiDuyet', 'nguoiPhatNgon'),
      tuCach: fc.constantFrom('chinhDanh', 'uyQuyen'),
      quyetDinh: fc.constantFrom('duyet' as const, 'traLai' as const, 'dangKhan' as const),
      vanTay: fc.constantFrom('v', 'w'),
      chuKyHopLe: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyVerdict, { maxLength: 6 }), fc.subarray([1, 2, 3, 4, 5]), (verdicts, nguoiDongGop) => {
        if (decidePublication({ ...approved, verdicts, nguoiDongGop }) !== null) return
        for (const step of buoc) {
          expect(
            verdicts.some((v) => v.buoc === step.ma && v.quyetDinh === 'duyet' && v.chuKyHopLe && v.vanTay === 'v' && !nguoiDongGop.includes(v.nguoi)),
          ).toBe(true)
        }
      }),
    )
  })
})

it('the next step is the first without an approval', () => {
  expect(nextStep({ buoc, verdicts: [] })?.ma).toBe('bienTap')
  expect(nextStep({ buoc, verdicts: [verdict('bienTap', 3)] })?.ma).toBe('duyet')
  expect(nextStep(approved)).toBeNull()
  expect(nextStep({ buoc, verdicts: [verdict('bienTap', 3, { quyetDinh: 'traLai' })] })?.ma).toBe('bienTap')
})

describe('the exception of a school with one leader', () => {
  const own = { nguoiDongGop: [4], motLanhDao: true, verdicts: [verdict('bienTap', 3), verdict('duyet', 4, { vaiTro: 'nguoiPhatNgon' })] }
  it('counts the spokesperson’s own approval', () => expect(decidePublication({ ...approved, ...own })).toBeNull())
  it('only where it was frozen into the submission', () => expect(decidePublication({ ...approved, ...own, motLanhDao: false })?.code).toBe('SELF_REVIEW'))
})

describe('an emergency', () => {
  it('stands under the code the database knows, which is that of no step', () => expect(BUOC_KHAN).toBe('khan'))
  const decided = { vanTay: 'v', isLatest: true, verdicts: [verdict('khan', 1, { quyetDinh: 'dangKhan', vaiTro: 'nguoiPhatNgon' })] }
  it('stands on the spokesperson’s verdict, his own words or not', () => expect(decideEmergency(decided)).toBeNull())
  it('stands beside the approvals of steps', () => expect(decideEmergency({ ...decided, verdicts: [...decided.verdicts, verdict('bienTap', 3)] })).toBeNull())
  it('does not stand in the way of the ordinary approval', () =>
    expect(decidePublication({ ...approved, verdicts: [...decided.verdicts, ...approved.verdicts] })).toBeNull())
  it.each([
    ['superseded', { isLatest: false }, 'STALE_SUBMISSION'],
    ['without his verdict', { verdicts: [] }, 'WRONG_STATE'],
    ['with approvals alone', { verdicts: approved.verdicts }, 'WRONG_STATE'],
    ['with an approval of the spokesperson’s own step alone', { verdicts: [verdict('duyet', 1, { vaiTro: 'nguoiPhatNgon' })] }, 'WRONG_STATE'],
    ['by another role', { verdicts: [verdict('khan', 1, { quyetDinh: 'dangKhan' as const })] }, 'WRONG_STATE'],
    ['by a delegate', { verdicts: [verdict('khan', 1, { quyetDinh: 'dangKhan' as const, vaiTro: 'nguoiPhatNgon', tuCach: 'uyQuyen' })] }, 'WRONG_STATE'],
    ['with a false signature', { verdicts: [{ ...decided.verdicts[0]!, chuKyHopLe: false }] }, 'BAD_SIGNATURE'],
    ['on other words', { verdicts: [{ ...decided.verdicts[0]!, vanTay: 'w' }] }, 'BAD_SIGNATURE'],
    ['taken back', { verdicts: [...decided.verdicts, verdict('duyet', 1, { quyetDinh: 'thuHoi' as const })] }, 'WRONG_STATE'],
  ])('not when %s', (_name, change, code) => expect(decideEmergency({ ...decided, ...change })?.code).toBe(code))
})
