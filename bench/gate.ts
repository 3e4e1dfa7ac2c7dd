/**
 * What the gate costs: a save of a working copy, and the last approval until readers see the new text, over HTTP, in a
 * school with few editions and in one with many. Both are measured in turns in one run. Exit code 1: not flat.
 */
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { tranCan2023 } from '../src/presets/tranCan2023.ts'
import { toLexical } from '../src/demo/lexical.ts'
import { client, type Answer, type Client } from '../tests/support/client.ts'
import { quantile, ratio, table, type Pair } from './figures.ts'
import { openSchools, type Served } from './schools.ts'
import { story } from './words.ts'

const LIMIT = 1.3
const { values: asked } = parseArgs({
  options: {
    small: { type: 'string', default: '100' },
    large: { type: 'string', default: '100000' },
    log: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '120' },
    keep: { type: 'string' },
  },
})
const [smallSize, largeSize] = [Number(asked.small), Number(asked.large)]
const [logRows, rounds] = [Number(asked.log), Number(asked.rounds)]
const begun = new Date().toISOString()
const WARM_UP = 15
/** Written anew again and again, by an author of their unit. */
const STORIES = 20
const CHECKED = Object.fromEntries(tranCan2023.kiemTra.map((k) => [k.ma, 'dat']))
const say = (text: string): void => void process.stdout.write(`${text}\n`)

type School = { served: Served; teacher: Client; office: Client; deputy: Client; visitor: Client; ids: number[] }
const MEASURES = ['save', 'submit', 'first step', 'approve', 'read'] as const
type Measure = (typeof MEASURES)[number]

async function open(served: Served): Promise<School> {
  const visitor = client(served.url, null)
  const [teacher, office, deputy] = await Promise.all((['giaovien', 'vanphong', 'phohieutruong'] as const).map((who) => visitor.login(who)))
  const { rows } = await served.db.query(`select tai_lieu from ban_dang where bo_suu_tap = 'chu-de' and ket_thuc_luc is null order by id limit 1`)
  const ids: number[] = []
  for (let n = 0; n < STORIES; n += 1) {
    const words = { tieuDe: `Bài để đo số ${n}`, loai: 'tin', tomTat: 'Đo.', noiDung: toLexical(story(3_000_000 + n).doan), chuDe: [Number(rows[0]!.tai_lieu)] }
    const made = await teacher!.post('/api/tin-bai?depth=0', words)
    if (made.status !== 201) throw new Error(`create: expected 201, received ${made.status} ${made.text.slice(0, 400)}`)
    ids.push(made.body.doc.id as number)
  }
  return { served, visitor, teacher: teacher!, office: office!, deputy: deputy!, ids }
}

function must(answer: Answer, what: string): Answer {
  if (answer.status !== 200) throw new Error(`${what}: expected 200, received ${answer.status} ${answer.text.slice(0, 400)}`)
  return answer
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await work()
  into.push(performance.now() - from)
  return result
}

/** One story of the author: saved twice, submitted, passed by the office, approved, read by a visitor with its new words. */
async function round(school: School, n: number, times: Record<Measure, number[]>): Promise<void> {
  const id = school.ids[n % school.ids.length]!
  const path = `/api/tin-bai/${id}`
  const mark = `Lần sửa số ${n} của bài ${id}, ${begun}.`
  const paragraphs = story(1_000_000 + n).doan
  for (const words of [
    [...paragraphs, 'Đang viết dở.'],
    [...paragraphs, mark],
  ])
    must(await timed(times.save, () => school.teacher.patch(`${path}?depth=0`, { noiDung: toLexical(words) })), 'save')
  const submitted = must(await timed(times.submit, () => school.teacher.post(`${path}/trinh`, {})), 'trinh')
  const verdict = { banTrinh: submitted.body.banTrinh.id as number, kiemTra: CHECKED }
  must(await timed(times['first step'], () => school.office.post(`${path}/duyet`, verdict)), 'duyet of the office')
  await timed(times.approve, async () => {
    const approved = must(await school.deputy.post(`${path}/duyet`, verdict), 'duyet')
    await timed(times.read, async () => {
      const page = must(await school.visitor.get(`/bai/${approved.body.banDang.slug}`), 'page')
      if (!page.text.includes(mark)) throw new Error(`page of ${id}: expected the words just approved, received others`)
    })
  })
}

const empty = (): Record<Measure, number[]> => ({ save: [], submit: [], 'first step': [], approve: [], read: [] })
const ms = (value: number): string => value.toFixed(1)

function report(found: Record<'small' | 'large', Record<Measure, number[]>>): boolean {
  const LABELS = { save: 'save (PATCH)', submit: 'trinh', 'first step': 'duyet, office', approve: 'duyet → visible', read: '  of it the page' }
  const judged: Measure[] = ['save', 'approve']
  let flat = true
  const rows = MEASURES.map((measure) => {
    const pair: Pair = { small: found.small[measure], large: found.large[measure] }
    const r = ratio(pair)
    if (judged.includes(measure)) flat &&= r.of <= LIMIT
    const figures = [pair.small, pair.large].flatMap((values) => [ms(quantile(values, 0.5)), ms(quantile(values, 0.95))])
    return [
      LABELS[measure],
      String(pair.small.length),
      ...figures,
      r.of.toFixed(2),
      `${r.least.toFixed(2)}–${r.greatest.toFixed(2)}`,
      judged.includes(measure) ? '*' : '',
    ]
  })
  say(`\n${table([['ms', 'each', 'small p50', 'p95', 'large p50', 'p95', 'ratio p50', '5 blocks', ''], ...rows])}`)
  return flat
}

const schools = await openSchools(say, asked.keep)
try {
  await schools.make('nho', { editions: smallSize, logRows: 0 })
  await schools.make('lon', { editions: largeSize, logRows })
  const served = { small: await schools.serve('nho'), large: await schools.serve('lon') }
  for (const [name, s] of Object.entries(served)) {
    say(`${name}: signatures of all live editions checked in ${(s.checked / 1000).toFixed(1)} s, ${s.forged} bad; ${Math.round(s.rss / 2 ** 20)} MB when ready`)
    if (s.forged > 0) throw new Error(`${name}: expected no forged verdict, found ${s.forged}`)
  }
  const [small, large] = [await open(served.small), await open(served.large)]
  for (let n = 0; n < WARM_UP; n += 1) for (const school of [small, large]) await round(school, n, empty())
  const found = { small: empty(), large: empty() }
  for (let n = WARM_UP; n < WARM_UP + rounds; n += 1) {
    const order = n % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const)
    for (const which of order) await round(which === 'small' ? small : large, n, found[which])
  }
  const flat = report(found)
  for (const [name, s] of Object.entries(served)) {
    const { rss, heap } = await s.memory()
    say(`${name}: ${Math.round(rss / 2 ** 20)} MB resident, ${Math.round(heap / 2 ** 20)} MB heap after ${WARM_UP + rounds} rounds`)
  }
  say(`machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`)
  say(`\n${flat ? 'FLAT' : 'NOT FLAT'}: ${largeSize} editions and ${logRows} log rows against ${smallSize}, limit ${LIMIT} on the rows marked *`)
  process.exitCode = flat ? 0 : 1
} finally {
  await schools.close()
}
