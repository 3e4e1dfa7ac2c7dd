import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPROVING, STEP_ROLES, VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'
import {
  chainFor,
  needsOneLeader,
  remainingSteps,
  sameSteps,
  stepsWithoutReviewer,
  stepsAsRead,
  waitingState,
  type BuocCauHinh,
  type ThuTrinh,
} from '../../src/policy/gate/steps.ts'
import { regulationOf } from '../../src/presets/regulationOf.ts'
import { tranCan2023 } from '../../src/presets/tranCan2023.ts'

const config = stepsAsRead(regulationOf(tranCan2023).buoc)
const of = (loai: string): ThuTrinh => ({ boSuuTap: 'tin-bai', loai })
const person = (id: number, ...vaiTro: VaiTro[]): Actor => ({ id, hoTen: '', chucVu: '', vaiTro })
const PEOPLE = [person(1, 'congTacVien'), person(2, 'dauMoi'), person(3, 'bienTapVien'), person(4, 'nguoiDuyet'), person(5, 'nguoiPhatNgon')]
const codes = (steps: { ma: string }[]): string[] => steps.map((s) => s.ma)
const remaining = (submitter: Actor, loai: string, more: object = {}): string[] =>
  codes(
    remainingSteps({
      boSuuTap: 'tin-bai',
      chain: chainFor(config, of(loai), 'thuong'),
      submitter,
      passedBefore: [],
      people: PEOPLE,
      contributors: [submitter.id],
      ...more,
    }),
  )

describe('the chain of the demo school', () => {
  it('depends on kind and sensitivity', () => {
    expect(codes(chainFor(config, of('tin'), 'thuong'))).toEqual(['bienTap', 'duyet'])
    expect(codes(chainFor(config, of('nguoiTotViecTot'), 'thuong'))).toEqual(['tiepNhan', 'bienTap', 'duyet'])
    expect(codes(chainFor(config, of('tin'), 'cao'))).toEqual(['bienTap', 'duyet', 'phatNgon'])
  })
  it('counts the submitter’s own step as passed, except the last', () => {
    expect(remaining(person(1, 'congTacVien'), 'nguoiTotViecTot')).toEqual(['tiepNhan', 'bienTap', 'duyet'])
    expect(remaining(person(2, 'dauMoi'), 'nguoiTotViecTot')).toEqual(['bienTap', 'duyet'])
    expect(remaining(person(3, 'bienTapVien'), 'tin')).toEqual(['duyet'])
    expect(remaining(person(4, 'nguoiDuyet'), 'tin')).toEqual(['bienTap', 'duyet'])
  })
  it('keeps a reception that was passed when somebody further along submits again, and not when the author does', () => {
    expect(remaining(person(3, 'bienTapVien'), 'nguoiTotViecTot', { passedBefore: ['tiepNhan'] })).toEqual(['duyet'])
    expect(remaining(person(1, 'congTacVien'), 'nguoiTotViecTot', { passedBefore: ['tiepNhan', 'bienTap'] })).toEqual(['tiepNhan', 'bienTap', 'duyet'])
  })
  it('passes a preparatory step whose only holder wrote the text, never an approver’s', () => {
    expect(remaining(person(1, 'congTacVien'), 'tin', { contributors: [1, 3] })).toEqual(['duyet'])
    const steps = remainingSteps({
      boSuuTap: 'tin-bai',
      chain: chainFor(config, of('tin'), 'thuong'),
      submitter: PEOPLE[0]!,
      passedBefore: [],
      people: PEOPLE,
      contributors: [1, 4, 5],
    })
    expect(codes(steps)).toEqual(['bienTap', 'duyet'])
    expect(codes(stepsWithoutReviewer(steps, { people: PEOPLE, contributors: [1, 4, 5], boSuuTap: 'tin-bai' }))).toEqual(['duyet'])
  })
})

describe('a chain, however it was filled in', () => {
  const step = (ma: string, vaiTro: BuocCauHinh['vaiTro']): BuocCauHinh => ({ ma, ten: ma, vaiTro, boSuuTap: [], apDung: [], chiNhayCam: false })
  it('gives every step a code of its own', () =>
    expect(codes(chainFor([step('a', 'dauMoi'), step('a', 'bienTapVien'), step('b', 'nguoiDuyet'), step('a', 'nguoiDuyet')], of('tin'), 'thuong'))).toEqual([
      'a',
      'a#2',
      'b',
      'a#4',
    ]))
  it('without an approver at its end gets the spokesperson', () => {
    const last = { ma: 'phatNgon#cuoi', ten: 'Phát ngôn', vaiTro: 'nguoiPhatNgon' }
    expect(chainFor([], of('tin'), 'thuong')).toEqual([last])
    expect(chainFor([step('a', 'bienTapVien')], of('tin'), 'thuong').at(-1)).toEqual(last)
    expect(chainFor([step('a', 'nguoiDuyet')], of('tin'), 'cao').at(-1)).toEqual(last)
    expect(codes(chainFor([step('a', 'nguoiPhatNgon')], of('tin'), 'cao'))).toEqual(['a'])
  })
  it.each([
    ['dauMoi', 'choTiepNhan'],
    ['bienTapVien', 'choBienTap'],
    ['nguoiDuyet', 'choDuyet'],
    ['nguoiPhatNgon', 'choDuyet'],
  ] as const)('a step of %s waits in %s', (vaiTro, state) => expect(waitingState({ ma: 'a', ten: 'a', vaiTro })).toBe(state))
})

describe('a step that is passed without a verdict', () => {
  const sensitive = (submitter: Actor, more: object = {}): string[] =>
    codes(
      remainingSteps({
        boSuuTap: 'tin-bai',
        chain: chainFor(config, of('tin'), 'cao'),
        submitter,
        passedBefore: [],
        people: PEOPLE,
        contributors: [submitter.id],
        ...more,
      }),
    )
  it('is the submitter’s own, an approver’s too, and though others hold the role', () => {
    expect(sensitive(person(4, 'nguoiDuyet'))).toEqual(['bienTap', 'phatNgon'])
    expect(remaining(person(3, 'bienTapVien'), 'tin', { people: [...PEOPLE, person(6, 'bienTapVien')] })).toEqual(['duyet'])
  })
  it('is never an approver’s because every approver wrote, or because it was passed before', () => {
    expect(sensitive(person(1, 'congTacVien'), { contributors: [1, 4] })).toEqual(['bienTap', 'duyet', 'phatNgon'])
    expect(sensitive(person(5, 'nguoiPhatNgon'), { passedBefore: ['duyet'] })).toEqual(['bienTap', 'duyet', 'phatNgon'])
  })
  it('is not one that somebody could still take, nor one that nobody holds', () => {
    const two = [...PEOPLE, person(6, 'bienTapVien')]
    expect(remaining(person(1, 'congTacVien'), 'tin', { people: two, contributors: [1, 3] })).toEqual(['bienTap', 'duyet'])
    expect(remaining(person(1, 'congTacVien'), 'tin', { people: [PEOPLE[3]!], contributors: [1] })).toEqual(['bienTap', 'duyet'])
  })
})

describe('when nobody is left for an approver’s step', () => {
  const steps = chainFor(config, of('tin'), 'cao')
  const missing = (people: Actor[]): string[] => codes(stepsWithoutReviewer(steps, { people, contributors: [1, 5], boSuuTap: 'tin-bai' }))
  it('a delegate of the spokesperson is one who may take it', () => {
    expect(missing(PEOPLE)).toEqual(['phatNgon'])
    expect(missing([...PEOPLE, { ...person(6, 'congTacVien'), uyQuyen: [{ id: 1, phamVi: 'tin-bai' }] }])).toEqual([])
    expect(missing([...PEOPLE, { ...person(6, 'congTacVien'), uyQuyen: [{ id: 1, phamVi: 'chu-de' }] }])).toEqual(['phatNgon'])
    expect(missing([...PEOPLE, { ...person(6, 'quanTriKyThuat'), uyQuyen: [{ id: 1, phamVi: 'tatCa' }] }])).toEqual(['phatNgon'])
  })
  it('the exception of one leader holds where the regulation says so and only approvers’ steps lack somebody', () => {
    const leader = (people: Actor[], contributors: number[], allowed = true): boolean =>
      needsOneLeader(steps, { people, contributors, boSuuTap: 'tin-bai' }, allowed)
    expect(leader(PEOPLE, [1, 5])).toBe(true)
    expect(leader(PEOPLE, [1, 5], false)).toBe(false)
    expect(leader(PEOPLE, [1])).toBe(false)
    expect(leader(PEOPLE, [1, 3, 5])).toBe(false)
    expect(leader(PEOPLE.slice(0, 4), [1])).toBe(false)
  })
})

describe('any chain at all', () => {
  const anyStep = fc.record({
    ma: fc.uuid(),
    ten: fc.string(),
    vaiTro: fc.constantFrom(...STEP_ROLES),
    boSuuTap: fc.constant([]),
    apDung: fc.subarray(['tin', 'bai']),
    chiNhayCam: fc.boolean(),
  })
  it('ends with an approver, with the spokesperson where it is sensitive, and is never empty', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 6 }),
        fc.constantFrom('tin', 'bai'),
        fc.constantFrom('thuong' as const, 'cao' as const),
        fc.subarray([...VAI_TRO]),
        (steps, loai, muc, roles) => {
          const chain = chainFor(steps, of(loai), muc)
          const left = remainingSteps({
            boSuuTap: 'tin-bai',
            chain,
            submitter: person(9, ...roles),
            passedBefore: steps.map((s) => s.ma),
            people: PEOPLE,
            contributors: [9],
          })
          expect(left.length).toBeGreaterThan(0)
          expect(APPROVING).toContain(left.at(-1)!.vaiTro)
          if (muc === 'cao') expect(left.at(-1)!.vaiTro).toBe('nguoiPhatNgon')
        },
      ),
    )
  })
})

describe('steps of a submission that waits', () => {
  const [first, second, last] = [
    { ma: 'a', ten: 'A', vaiTro: 'dauMoi' as const },
    { ma: 'b', ten: 'B', vaiTro: 'bienTapVien' as const },
    { ma: 'c', ten: 'C', vaiTro: 'nguoiDuyet' as const },
  ]
  it.each([
    ['the same', [first, last], [], true],
    ['the same, one of them approved', [first, last], ['a'], true],
    ['what is left of them', [last], ['a'], true],
    ['fewer than are left', [last], [], false],
    ['one more', [first, second, last], [], false],
    ['another role at a step', [first, { ...last, vaiTro: 'nguoiPhatNgon' as const }], [], false],
    ['another name of a step', [{ ...first, ten: 'Khác' }, last], [], false],
  ])('%s', (_name, next, approved, same) => expect(sameSteps([first, last], next, approved)).toBe(same))
})
