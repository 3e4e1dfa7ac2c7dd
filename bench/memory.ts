/**
 * Whether the service keeps what it takes: an hour of readers who ask for far more pages than are kept, searches, files that
 * are not there and addresses nobody was given, while stories are published. Exit code 1: the memory of the last third of the
 * time is more than 1.1 times that of the second, or an answer was not what it should be.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { quantile, table } from './figures.ts'
import { publisher } from './publisher.ts'
import { openSchools } from './schools.ts'

const { values: asked } = parseArgs({
  options: {
    editions: { type: 'string', default: '100000' },
    log: { type: 'string', default: '300000' },
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '100' },
    keep: { type: 'string' },
  },
})
const [minutes, rate] = [Number(asked.minutes), Number(asked.rate)]
const PUBLISH_EVERY_MS = 5000
const LOOK_EVERY_MS = 10_000
const LIMIT = 1.1
const WORDS = ['hoc sinh', 'giải bóng chuyền', 'an toàn giao thông', '"ngày hội"', 'thư vện', '12A1']
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const MB = (bytes: number): string => (bytes / 1e6).toFixed(0)

const schools = await openSchools(say, asked.keep)
try {
  await schools.make('lon', { editions: Number(asked.editions), logRows: Number(asked.log) })
  const served = await schools.serve('lon', { check: false })
  const { rows } = await served.db.query(`select slug, id from ban_dang where bo_suu_tap = 'tin-bai' and ket_thuc_luc is null order by md5(slug) limit 30000`)
  // Stories of a topic after which it has others yet: what comes after them is never past its end.
  const ofTopics = (
    await served.db
      .query(`select t.slug, c.ban_dang_id as id from chu_de_dang c join ban_dang t on t.bo_suu_tap = 'chu-de' and t.tai_lieu = c.chu_de and t.ket_thuc_luc is null
      where exists (select 1 from chu_de_dang o where o.chu_de = c.chu_de and (o.luc, o.ban_dang_id) < (c.luc, c.ban_dang_id)) order by md5(c.ban_dang_id::text) limit 3000`)
  ).rows
  if (ofTopics.length === 0) throw new Error('topics: expected stories in them, found none')
  const publish = await publisher(served)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!
  const afterOne = ({ slug, id }: (typeof ofTopics)[number]): string => `/chu-de/${slug}?truoc=${id}`
  const KINDS: [path: () => string, fits: number[]][] = [
    [() => `/bai/${pick(rows).slug}`, [200]],
    [() => `/bai/${pick(rows).slug}`, [200]],
    [() => `/bai/${rows[Math.floor(Math.random() * 50)].slug}?fbclid=${Math.random()}`, [200]],
    [() => '/', [200]],
    [() => afterOne(pick(ofTopics)), [200]],
    [() => `/tin-bai?truoc=${pick(rows).id}`, [200]],
    [() => `/tim-kiem?q=${encodeURIComponent(pick(WORDS))}`, [200]],
    [() => `/bai/khong-co-${Math.random().toString(36).slice(2)}`, [404]],
    [() => `/tep/${'0'.repeat(64)}/${Math.floor(Math.random() * 1e6)}.jpg`, [404]],
    [() => `/${Math.random().toString(36).slice(2)}`, [404]],
  ]
  const looks: { at: number; rss: number; heap: number }[] = []
  const unlike = new Map<string, number>()
  const reading = new Set<Promise<void>>()
  let [answers, published] = [0, 0]
  const begun = performance.now()
  const until = begun + minutes * 60_000
  const readers = setInterval(() => {
    const [path, fits] = pick(KINDS)
    // From many addresses, so that the limit of searches is not what is measured.
    const address = `10.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}.9`
    const noted = fetch(served.url + path(), { headers: { 'x-forwarded-for': address } })
      .then(async (answer) => (await answer.arrayBuffer(), answer.status))
      .catch(() => 0)
      .then((status) => {
        answers += 1
        if (fits.includes(status)) return
        const what = `${fits.join(' or ')}, received ${status}`
        unlike.set(what, (unlike.get(what) ?? 0) + 1)
      })
    reading.add(noted)
    void noted.then(() => reading.delete(noted))
  }, 1000 / rate)
  const publishing = (async () => {
    for (; performance.now() < until; published += 1) {
      await publish(`Tin đo bộ nhớ số ${published} lúc ${Date.now()}`, published)
      await pause(PUBLISH_EVERY_MS)
    }
  })()
  while (performance.now() < until) {
    await pause(Math.min(LOOK_EVERY_MS, Math.max(0, until - performance.now())))
    looks.push({ at: performance.now() - begun, ...(await served.memory()) })
    if (looks.length % 30 === 0)
      say(`${(looks.at(-1)!.at / 60_000).toFixed(0)} min: rss ${MB(looks.at(-1)!.rss)} MB, heap ${MB(looks.at(-1)!.heap)} MB, ${answers} answers`)
  }
  clearInterval(readers)
  await Promise.all([publishing, ...reading])
  const thirds = [0, 1, 2].map((i) => looks.slice(Math.floor((looks.length * i) / 3), Math.floor((looks.length * (i + 1)) / 3)))
  const row = (name: string, of: (l: (typeof looks)[number]) => number, q: number): string[] => {
    const [, second, third] = thirds.map((part) => quantile(part.map(of), q)) as [number, number, number]
    const ratio = third / second
    if (!(ratio <= LIMIT)) process.exitCode = 1
    return [name, ...thirds.map((part) => MB(quantile(part.map(of), q))), ratio.toFixed(2), ratio <= LIMIT ? 'yes' : 'NO']
  }
  say(`\n${minutes} minutes, ${answers} answers (${(answers / minutes / 60).toFixed(0)} a second), ${published} stories published; MB`)
  say(
    table([
      ['', 'first third', 'second', 'last', 'last : second', `≤ ${LIMIT}`],
      row('resident, median', (l) => l.rss, 0.5),
      row('heap, tenth percentile', (l) => l.heap, 0.1),
    ]),
  )
  for (const [what, times] of unlike) say(`expected ${what}: ${times} times`)
  if (unlike.size > 0) process.exitCode = 1
} finally {
  await schools.close()
}
