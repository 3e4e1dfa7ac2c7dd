/** How soon readers see what was approved, while a hundred requests a second come for other pages. */
import { setTimeout as pause } from 'node:timers/promises'
import { toLexical } from '../src/demo/lexical.ts'
import { tranCan2023 } from '../src/presets/tranCan2023.ts'
import { client, type Answer } from '../tests/support/client.ts'
import type { Served } from './schools.ts'
import { story } from './words.ts'

const CHECKED = Object.fromEntries(tranCan2023.kiemTra.map((k) => [k.ma, 'dat']))
const EVERY_MS = 10

export type Seen = { article: number[]; home: number[]; stale: number; failed: number; perSecond: number }

function must(answer: Answer, what: string): Answer {
  if (answer.status !== 200) throw new Error(`${what}: expected 200, received ${answer.status} ${answer.text.slice(0, 300)}`)
  return answer
}

export async function approveUnderLoad(served: Served, slugs: readonly string[], times: number): Promise<Seen> {
  const visitor = client(served.url, null)
  const [teacher, office, deputy] = await Promise.all((['giaovien', 'vanphong', 'phohieutruong'] as const).map((who) => visitor.login(who)))
  const named = async (slug: string): Promise<number> =>
    Number(
      (await served.db.query(`select tai_lieu from ban_dang where bo_suu_tap = $1 and ket_thuc_luc is null order by id limit 1`, [slug])).rows[0]!.tai_lieu,
    )
  const [donVi, chuDe] = [await named('don-vi'), await named('chu-de')]
  const seen: Seen = { article: [], home: [], stale: 0, failed: 0, perSecond: 0 }
  let sent = 0
  const begun = performance.now()
  const reading = new Set<Promise<void>>()
  const timer = setInterval(() => {
    const path = ['/', '/thong-bao', `/bai/${slugs[sent % 200]}`, `/bai/${slugs[sent % slugs.length]}`][sent % 4]!
    sent += 1
    const one = visitor.get(path).then(
      (a) => void (seen.failed += a.status === 200 ? 0 : 1),
      () => void (seen.failed += 1),
    )
    reading.add(one)
    void one.then(() => reading.delete(one))
  }, EVERY_MS)
  /** Milliseconds from the answer to the approval until its words are there; a look after the answer that lacks them is stale. */
  const until = async (path: string, words: string, from: number): Promise<number> => {
    for (let look = 0; ; look += 1) {
      if ((await visitor.get(path)).text.includes(words)) return performance.now() - from
      if (look === 0) seen.stale += 1
      await pause(5)
    }
  }
  for (let i = 0; i < times; i += 1) {
    const mark = `Tin đo số ${i} lúc ${Date.now()}`
    const { doan } = story(2_000_000 + i)
    const made = await teacher!.post('/api/tin-bai?depth=0', { tieuDe: mark, loai: 'tin', tomTat: 'Đo.', noiDung: toLexical(doan), donVi, chuDe: [chuDe] })
    if (made.status !== 201) throw new Error(`create: expected 201, received ${made.status} ${made.text.slice(0, 300)}`)
    const path = `/api/tin-bai/${made.body.doc.id}`
    const { banTrinh } = must(await teacher!.post(`${path}/trinh`, {}), 'trinh').body as { banTrinh: { id: number } }
    const verdict = { banTrinh: banTrinh.id, kiemTra: CHECKED }
    must(await office!.post(`${path}/duyet`, verdict), 'duyet of the office')
    const approved = must(await deputy!.post(`${path}/duyet`, verdict), 'duyet')
    const answered = performance.now()
    const both = [until(`/bai/${approved.body.banDang.slug}`, mark, answered), until('/', mark, answered)] as const
    seen.article.push(await both[0])
    seen.home.push(await both[1])
  }
  clearInterval(timer)
  seen.perSecond = sent / ((performance.now() - begun) / 1000)
  await Promise.all(reading)
  return seen
}
