/** What people do to two stories, as fast-check commands. Each may be refused; none may break a rule. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { CHECKED } from '../support/stories.ts'
import type { Answer } from '../support/client.ts'
import { forge, lend, moveClock, regulation, revoke, setRoles } from './around.ts'
import { Command, type Real, type Step } from './step.ts'
import { inMinutes, latest, mayTake, PEOPLE, readSubmission, type Model, type Who } from './world.ts'

let words = 0
const who = fc.constantFrom(...PEOPLE)
const doc = fc.constantFrom(0, 1)
/** Steps of src/failpoint.ts at which a sequence may kill the service. */
const STEPS = [
  'locked',
  'submission-written',
  'verdict-written',
  'edition-written',
  'edition-ended',
  'state-saved',
  'log-written',
  'before-commit',
  'after-commit',
  'before-answer',
]
/** Those of them every submission passes. */
const SUBMITTING = STEPS.filter((step) => !['verdict-written', 'edition-written', 'edition-ended'].includes(step))
const crash = fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...STEPS) })

const action = (name: string, i: number, person: Who, body: (model: Model) => object, rows?: Step['rows'], crashPoint?: string): Command =>
  new Command({
    name: `${person} ${name} #${i}${crashPoint ? ` † ${crashPoint}` : ''}`,
    doc: i,
    ...(rows ? { rows } : {}),
    ...(crashPoint ? { crash: crashPoint } : {}),
    run: async (model, real) => (await real.as(person)).post(`/api/tin-bai/${model.docs[i]!.id}/${name}`, body(model)),
  })

/** The last approval publishes or schedules in the same action, which is a row of its own. */
const approvalRows = (answer: Answer, before: string): number => (isWaiting(before) && ['daDang', 'henGio'].includes(answer.body.trangThai) ? 2 : 1)
const isWaiting = (state: string): boolean => ['choTiepNhan', 'choBienTap', 'choDuyet'].includes(state)

/** What waits unchanged answers with itself and writes nothing. */
function submitAs(i: number, person: Who, crashPoint?: string): Command {
  let waiting: { id: number; text: string; words: string } | null = null
  return new Command({
    name: `${person} trinh #${i}${crashPoint ? ` † ${crashPoint}` : ''}`,
    doc: i,
    ...(crashPoint ? { crash: crashPoint } : {}),
    run: async (model, real) => {
      const target = model.docs[i]!
      const last = latest(target)
      waiting = last && !last.left && isWaiting(target.state) ? { id: Number(last.id), text: last.text, words: target.words } : null
      return (await real.as(person)).post(`/api/tin-bai/${target.id}/trinh`, {})
    },
    rows: (answer) => {
      if (waiting === null || answer.body.banTrinh.id !== waiting.id) return 1
      expect(JSON.parse(waiting.text)).toMatchObject({ tomTat: waiting.words })
      return 0
    },
  })
}

/** How a sequence with crashes begins, so that every one of them has at least one: a submission during which the service is killed. */
export const killedSubmission: fc.Arbitrary<Command> = fc.constantFrom(...SUBMITTING).map((point) => submitAs(0, 'giaovien', point))

const edit = (i: number, person: Who): Command => {
  words += 1
  const tomTat = `Lời số ${words}.`
  return new Command({
    name: `${person} edits #${i}`,
    run: async (model, real) => {
      const target = model.docs[i]!
      const answer = await (await real.as(person)).patch(`/api/tin-bai/${target.id}`, { tomTat, trangThai: 'daDang', nguoiDongGop: [] })
      if (answer.status === 200) {
        target.words = tomTat
        target.contributors.add(model.ids[person])
        if (target.submissions.length > 0) target.later.add(model.ids[person])
      } else expect(answer.status).toBeLessThan(500)
      return null
    },
  })
}

/** Whoever, by the model, could take the step that waits; the teacher where nobody can. */
function whoseTurn(model: Model, i: number): Who {
  const submission = latest(model.docs[i]!)
  const step = submission?.steps.find((s) => !submission.approved.includes(s.ma))
  const may = (p: Who): boolean => {
    const { own, lent } = mayTake(model, model.ids[p], step!.vaiTro)
    return (own || lent) && !submission!.contributors.includes(model.ids[p]) && !model.docs[i]!.later.has(model.ids[p])
  }
  return (step && PEOPLE.find(may)) ?? 'giaovien'
}

/** The next right thing for a story, so that sequences go deep: submitted, approved step by step, published. */
const advance = (i: number, henGio: boolean, crashPoint?: string): Command =>
  new Command({
    name: `#${i} goes one step on${henGio ? ', scheduled' : ''}${crashPoint ? ` † ${crashPoint}` : ''}`,
    doc: i,
    rows: approvalRows,
    ...(crashPoint ? { crash: crashPoint } : {}),
    run: async (model, real) => {
      const target = model.docs[i]!
      const path = `/api/tin-bai/${target.id}`
      if (isWaiting(target.state)) {
        const body = { banTrinh: readSubmission(model, i, false), kiemTra: CHECKED, ...(henGio ? { henGio: inMinutes(model, 30) } : {}) }
        return (await real.as(whoseTurn(model, i))).post(`${path}/duyet`, body)
      }
      if (target.state === 'daDuyet' || target.state === 'henGio') return (await real.as('vanphong')).post(`${path}/dang`, {})
      return (await real.as(target.author)).post(`${path}/trinh`, {})
    },
  })

export const commands = (withCrashes: boolean): fc.Arbitrary<fc.AsyncCommand<Model, Real>>[] => {
  const dies = withCrashes ? crash : fc.constant(undefined)
  return [
    ...Array.from({ length: 14 }, () => fc.tuple(doc, fc.nat(6), dies).map(([i, n, c]) => advance(i, n === 0, c))),
    fc.tuple(doc, fc.constantFrom<Who>('giaovien', 'vanphong', 'phohieutruong', 'hieutruong')).map(([i, p]) => edit(i, p)),
    ...[1, 2].map(() => fc.tuple(doc, fc.constantFrom<Who>('giaovien', 'giaovien', 'vanphong', 'hieutruong'), dies).map(([i, p, c]) => submitAs(i, p, c))),
    ...[1, 2, 3, 4].map(() =>
      fc
        .tuple(doc, fc.constantFrom<Who>('vanphong', 'phohieutruong', 'hieutruong', 'doantn', ...PEOPLE), fc.nat(9), dies)
        .map(([i, p, n, c]) =>
          action(
            'duyet',
            i,
            p,
            (m) => ({ banTrinh: readSubmission(m, i, n === 0), kiemTra: CHECKED, ...(n === 1 ? { henGio: inMinutes(m, 30) } : {}) }),
            approvalRows,
            c,
          ),
        ),
    ),
    fc
      .tuple(doc, who, fc.constantFrom('tra-lai', 'tu-choi'), dies)
      .map(([i, p, a, c]) => action(a, i, p, (m) => ({ banTrinh: readSubmission(m, i, false), lyDo: 'Chưa được' }), undefined, c)),
    fc.tuple(doc, fc.constantFrom<Who>('giaovien', 'vanphong'), dies).map(([i, p, c]) => action('thu-hoi', i, p, () => ({}), undefined, c)),
    fc.tuple(doc, who, dies).map(([i, p, c]) => action('dang', i, p, () => ({}), undefined, c)),
    fc
      .tuple(doc, fc.constantFrom<Who>('vanphong', 'phohieutruong', 'giaovien'), fc.integer({ min: -5, max: 90 }), dies)
      .map(([i, p, n, c]) => action('hen-gio', i, p, (m) => ({ luc: inMinutes(m, n) }), undefined, c)),
    fc
      .tuple(doc, fc.constantFrom<Who>('hieutruong', 'hieutruong', 'phohieutruong', 'quantri'), dies)
      .map(([i, p, c]) => action('dang-khan', i, p, () => ({ lyDo: 'Bão' }), undefined, c)),
    fc
      .tuple(doc, fc.constantFrom<Who>('phohieutruong', 'hieutruong', 'vanphong'), dies)
      .map(([i, p, c]) => action('go', i, p, () => ({ lyDo: 'Gỡ thử' }), undefined, c)),
    fc.tuple(fc.constantFrom<Who>('phohieutruong', 'vanphong', 'doantn'), fc.boolean()).map(([p, keep]) => setRoles(p, keep)),
    fc
      .tuple(fc.constantFrom<Who>('doantn', 'giaovien', 'phohieutruong'), fc.constantFrom('tatCa', 'tin-bai', 'chu-de'), fc.integer({ min: 5, max: 600 }))
      .map(([p, s, n]) => lend(p, s, n)),
    fc.constant(null).map(revoke),
    fc.tuple(fc.boolean(), fc.boolean()).map(([a, b]) => regulation(a, b)),
    fc.integer({ min: -120, max: 900 }).map(moveClock),
    fc.tuple(doc, fc.boolean(), fc.boolean()).map(([i, old, khan]) => forge(i, old, khan)),
  ]
}
