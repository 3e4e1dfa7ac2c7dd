/**
 * What the desk's lists cost as a school grows: each page in turns in schools of several sizes, one run, whole answers over HTTP.
 * Exit code 1: ten times as many documents cost more than 1.3 times as much.
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { PersonKey } from '../src/demo/people.ts'
import { desksAt, type DeskClient } from '../tests/support/deskClient.ts'
import { quantile, table } from './figures.ts'
import { openSchools } from './schools.ts'

const { values: asked } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000' }, rounds: { type: 'string', default: '40' }, keep: { type: 'string' } },
})
const sizes = asked.sizes.split(',').map(Number)
const ROUNDS = Number(asked.rounds)
const WARM_UP = 3
const LIMIT = 1.3
const PAGES: [PersonKey, string][] = [
  ['giaovien', '/lam-viec'],
  ['vanphong', '/lam-viec'],
  ['vanphong', '/lam-viec/cho'],
  ['vanphong', '/lam-viec/lich'],
  ['hieutruong', '/lam-viec'],
  ['hieutruong', '/lam-viec/hop-thu'],
  ['hieutruong', '/lam-viec/chi-tieu'],
]
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const schools = await openSchools(say, asked.keep)
try {
  const desks: ((who: PersonKey) => Promise<DeskClient>)[] = []
  for (const editions of sizes) {
    const name = `ban_${editions}`
    await schools.make(name, { editions, logRows: 0 })
    const { url } = await schools.serve(name, { check: false })
    const at = desksAt({ url })
    // Signing in is no part of what is measured.
    for (const [who] of PAGES) await at(who)
    desks.push(at)
  }
  const found = PAGES.map(() => sizes.map((): number[] => []))
  for (let round = -WARM_UP; round < ROUNDS; round += 1)
    for (const [p, [who, path]] of PAGES.entries())
      for (const [s, desk] of desks.entries()) {
        const person = await desk(who)
        const from = performance.now()
        const { status } = await person.open(path)
        if (status !== 200) throw new Error(`${path} as ${who}: received ${status}`)
        if (round >= 0) found[p]![s]!.push(performance.now() - from)
      }
  const decades = Math.log10(sizes.at(-1)! / sizes[0]!)
  const rows = PAGES.map(([who, path], p) => {
    const medians = found[p]!.map((times) => quantile(times, 0.5))
    const growth = (medians.at(-1)! / medians[0]!) ** (1 / decades)
    if (growth > LIMIT) process.exitCode = 1
    return [`${who} ${path}`, ...medians.map((ms) => ms.toFixed(1)), growth.toFixed(2), growth <= LIMIT ? 'yes' : 'NO']
  })
  say(`\nNode ${process.version}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}; medians of ${ROUNDS} in milliseconds`)
  say(table([['', ...sizes.map(String), 'a decade', `≤ ${LIMIT}`], ...rows]))
} finally {
  await schools.close()
}
