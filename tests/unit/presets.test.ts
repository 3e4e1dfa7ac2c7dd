/** The five presets hold together, and what a regulation is refused for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GATES } from '../../src/policy/gate/gates/index.ts'
import { LOAI_TIN_BAI } from '../../src/policy/gate/gates/tinBai.ts'
import { pointsFor } from '../../src/policy/gate/checklist.ts'
import { chainIssues, submittable } from '../../src/policy/gate/chainRules.ts'
import { chainFor, remainingSteps, stepsAsRead, type Buoc, type BuocCauHinh } from '../../src/policy/gate/steps.ts'
import { mayTake, untakable } from '../../src/policy/gate/takers.ts'
import { APPROVING, STEP_ROLES, VAI_TRO, type Actor, type VaiTro } from '../../src/policy/people/roles.ts'
import { firstRegulation, LOAI_DON_VI_THEO_CAP, presetNamed, PRESETS, regulationOf } from '../../src/presets/index.ts'

const SLUGS = GATES.map((gate) => gate.slug)
const person = (id: number, vaiTro: VaiTro[], donVi: number[] = []): Actor => ({ id, hoTen: '', chucVu: '', vaiTro, donVi })

describe.each(PRESETS.map((preset) => [preset.ma, preset] as const))('%s', (ma, preset) => {
  it('is found by its code and names only what there is', () => {
    expect(presetNamed(ma)).toBe(preset)
    const units = preset.donVi.map((unit) => unit.ten)
    for (const unit of preset.donVi) expect(LOAI_DON_VI_THEO_CAP[preset.cap]).toContain(unit.loai)
    for (const step of preset.buoc) if (step.donVi) expect(units).toContain(step.donVi)
    for (const one of [...preset.buoc, ...preset.kiemTra]) for (const slug of one.boSuuTap ?? []) expect(SLUGS).toContain(slug)
    for (const one of [...preset.buoc, ...preset.kiemTra]) for (const kind of one.apDung ?? []) expect(LOAI_TIN_BAI).toContain(kind)
    expect(new Set(preset.kiemTra.map((point) => point.ma)).size).toBe(preset.kiemTra.length)
  })
  it('decides settings, units, topics and pages in one step of the spokesperson, with two points at most', () => {
    const { buoc, kiemTra } = regulationOf(preset)
    for (const boSuuTap of ['cai-dat', 'don-vi', 'chu-de', 'trang']) {
      expect(chainFor(stepsAsRead(buoc), { boSuuTap, loai: '' }, 'thuong').map((step) => step.vaiTro)).toEqual(['nguoiPhatNgon'])
      expect(pointsFor(kiemTra, { boSuuTap, loai: '' }).length).toBeLessThan(3)
    }
    expect(pointsFor(kiemTra, { boSuuTap: 'van-ban', loai: '' }).length).toBeLessThan(4)
    expect(pointsFor(kiemTra, { boSuuTap: 'tin-bai', loai: 'tin' }).length).toBe(14)
    expect(pointsFor(kiemTra, { boSuuTap: 'tin-bai', loai: 'nguoiTotViecTot' }).length).toBe(15)
  })
  it('is first walked by the spokesperson alone', () =>
    expect(chainIssues({ buoc: stepsAsRead(firstRegulation(preset).buoc), gates: GATES, people: [person(1, ['nguoiPhatNgon'])], units: new Map() })).toEqual(
      [],
    ))
})

describe('who may take a step', () => {
  const bindings: Partial<Buoc>[] = [{}, { donVi: 3 }, { nguoi: [7] }, { donVi: 3, nguoi: [7] }, { khacNguoi: true }, { khacVoi: [7] }]
  const cases = VAI_TRO.flatMap((role) =>
    STEP_ROLES.flatMap((asked) =>
      bindings.flatMap((more) => [[], [3], [4]].flatMap((units) => [[], [7], [8]].map((passed) => [role, asked, more, units, passed] as const))),
    ),
  )
  it.each(cases)('%s at a step of %s with %j, in units %j, after %j', (role, asked, more, units, passed) => {
    const holdsIt = role === asked || (role === 'nguoiPhatNgon' && asked === 'nguoiDuyet')
    const inUnit = more.donVi === undefined || units.some((unit) => unit === 3)
    const isAnother = !(more.khacNguoi === true && passed.some((id) => id === 7)) && more.khacVoi === undefined
    const step: Buoc = { ma: 'a', ten: 'a', vaiTro: asked, ...more }
    expect(mayTake(person(7, [role], [...units]), step, 'tin-bai', passed)).toBe(holdsIt && inUnit && isAnother)
    if (more.nguoi) expect(mayTake(person(8, [role], [...units]), step, 'tin-bai', passed)).toBe(false)
  })
})

describe('any regulation that is saved', () => {
  const anyStep: fc.Arbitrary<BuocCauHinh> = fc.record(
    {
      ma: fc.uuid(),
      ten: fc.constant('Bước'),
      vaiTro: fc.constantFrom(...STEP_ROLES),
      boSuuTap: fc.subarray(['tin-bai', 'chu-de']),
      apDung: fc.subarray(['tin', 'bai']),
      chiNhayCam: fc.boolean(),
      donVi: fc.constantFrom(3, 4),
      nguoi: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
      khacNguoi: fc.constant(true as const),
    },
    { requiredKeys: ['ma', 'ten', 'vaiTro', 'boSuuTap', 'apDung', 'chiNhayCam'] },
  )
  const anyPeople = fc
    .array(fc.tuple(fc.subarray([...VAI_TRO], { minLength: 1, maxLength: 3 }), fc.subarray([3, 4])), { minLength: 2, maxLength: 5 })
    .map((list) => [...list.map(([roles, units], i) => person(i + 1, roles, units)), person(9, ['nguoiPhatNgon'], [3])])
  const units = new Map([3, 4].map((id) => [id, { ten: `Đơn vị ${id}`, mo: true }]))

  it('freezes chains that end with an approver, each step of which somebody may take, and another where another must', () => {
    let saved = 0
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 4 }), anyPeople, (buoc, people) => {
        if (chainIssues({ buoc, gates: GATES, people, units }).length > 0) return
        saved += 1
        for (const of of submittable(GATES))
          for (const muc of ['thuong', 'cao'] as const) {
            const chain = chainFor(buoc, of, muc)
            expect(APPROVING).toContain(chain.at(-1)!.vaiTro)
            for (const step of chain) expect(people.some((p) => mayTake(p, step, of.boSuuTap))).toBe(true)
            expect(untakable(chain, { people, boSuuTap: of.boSuuTap })).toEqual([])
          }
      }),
      { numRuns: 250 },
    )
    expect(saved).toBeGreaterThan(10)
  })

  it('never lets one person pass a step and the one that must be another’s, whoever submits and whoever did before', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 2, maxLength: 4 }), anyPeople, fc.nat(), fc.subarray([1, 2, 3]), (buoc, people, n, hands) => {
        const submitter = people[n % people.length]!
        const chain = chainFor(buoc, { boSuuTap: 'tin-bai', loai: 'tin' }, 'thuong')
        const left = remainingSteps({ chain, boSuuTap: 'tin-bai', submitter, passedBefore: [], people, contributors: [submitter.id, ...hands] })
        const dropped = chain.filter((step) => !left.some((one) => one.ma === step.ma))
        const first = dropped.find((step) => mayTake(submitter, step, 'tin-bai') && submitter.vaiTro.includes(step.vaiTro))
        for (const step of left.filter((one) => one.khacNguoi && first && chain.indexOf(first) < chain.findIndex((c) => c.ma === one.ma)))
          expect(mayTake(submitter, step, 'tin-bai')).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
