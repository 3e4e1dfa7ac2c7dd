/**
 * What a search costs a reader, over HTTP, whole page, in a school with few editions and in one with many; both measured in
 * turns in one run. Every request comes from another address, so that the limit of searches is not what is measured.
 * Exit code 1: slower than 50 ms at the 95th percentile in the large school.
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { quantile, table } from './figures.ts'
import { openSchools } from './schools.ts'

const { values: asked } = parseArgs({
  options: {
    small: { type: 'string', default: '1000' },
    large: { type: 'string', default: '100000' },
    log: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '60' },
    keep: { type: 'string' },
  },
})
const [small, large, log, rounds] = [Number(asked.small), Number(asked.large), Number(asked.log), Number(asked.rounds)]
const LIMIT = 50
const WARM_UP = 5
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const q = (words: string, more = ''): string => `q=${encodeURIComponent(words)}${more}`

const QUERIES: Record<string, string[]> = {
  common: [q('học sinh'), q('trường'), q('hoc sinh'), q('truong'), q('nhà trường'), q('thầy cô')],
  usual: [
    q('giải bóng chuyền nữ'),
    q('hoi thi giao vien day gioi'),
    q('an toàn giao thông'),
    q('tổ ngữ văn'),
    q('chương trình tư vấn hướng nghiệp'),
    q('Lò Văn Sơn'),
  ],
  'numbers, phrases': [q('"ngày hội đọc sách"'), q('12A1'), q('11A2 khu nội trú'), q('"mũ bảo hiểm" xe'), q('lần thứ 777'), q('Toán – Tin')],
  'not there': [q('29-NQ/TW'), q('zzzz qqqq'), q('khủng long'), q('hoa ban trắng'), q('robot tham quan'), q('tuyển sinh đầu cấp')],
  mistyped: [q('giai bong chuyne'), q('ngay hoi doc sahc'), q('khoa hoc ky thaut'), q('thư vện'), q('huong nghiep tu vna')],
  narrowed: [
    q('học sinh', '&loai=thongBao'),
    q('', '&loai=bai'),
    q('trường', '&don-vi=to-ngu-van'),
    q('học sinh', '&tu=2020-01-01&den=2030-12-31'),
    q('sách', '&den=2001-01-01'),
    q('xe', '&chu-de=day-va-hoc'),
  ],
  'later pages': [q('học sinh', '&truoc=1.900'), q('trường', '&truoc=3.400'), q('truong', '&truoc=6.700')],
}

const schools = await openSchools(say, asked.keep)
try {
  await schools.make('nho', { editions: small, logRows: 0 })
  await schools.make('lon', { editions: large, logRows: log })
  const urls = { nho: (await schools.serve('nho')).url, lon: (await schools.serve('lon')).url }
  let address = 0
  const time = async (school: 'nho' | 'lon', query: string): Promise<number> => {
    address += 1
    const from = performance.now()
    const answer = await fetch(`${urls[school]}/tim-kiem?${query}`, {
      headers: { 'X-Forwarded-For': `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}` },
    })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${query}: expected 200, received ${answer.status}`)
    return performance.now() - from
  }
  const times = Object.fromEntries(Object.keys(QUERIES).map((kind) => [kind, { nho: [] as number[], lon: [] as number[] }]))
  const each = new Map<string, number[]>()
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    for (const [kind, queries] of Object.entries(QUERIES)) {
      for (const query of queries) {
        const order = round % 2 === 0 ? (['nho', 'lon'] as const) : (['lon', 'nho'] as const)
        for (const school of order) {
          const took = await time(school, query)
          if (round < WARM_UP) continue
          times[kind]![school].push(took)
          if (school === 'lon') each.set(query, [...(each.get(query) ?? []), took])
        }
      }
    }
  }
  const every = { nho: Object.values(times).flatMap((t) => t.nho), lon: Object.values(times).flatMap((t) => t.lon) }
  const growth = (a: number, b: number): string => (Math.log(b / a) / Math.log(large / small)).toFixed(2)
  const row = (kind: string, { nho, lon }: { nho: number[]; lon: number[] }): string[] => [
    kind,
    String(lon.length),
    ...[nho, lon].flatMap((t) => [0.5, 0.95, 0.99].map((p) => quantile(t, p).toFixed(1))),
    growth(quantile(nho, 0.5), quantile(lon, 0.5)),
    growth(quantile(nho, 0.95), quantile(lon, 0.95)),
  ]
  const head = ['ms', 'each', ...[small, large].flatMap((n) => [`${n}: p50`, 'p95', 'p99']), 'growth p50', 'p95']
  say(`\n${table([head, ...Object.entries(times).map(([kind, t]) => row(kind, t)), row('all', every)])}`)
  const slowest = [...each].map(([query, t]) => [quantile(t, 0.5), query] as const).sort((a, b) => b[0] - a[0])
  say(
    `\nslowest in the large school (p50): ${slowest
      .slice(0, 6)
      .map(([ms, query]) => `${decodeURIComponent(query)} ${ms.toFixed(1)}`)
      .join(' · ')}`,
  )
  say(`machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()[0]!.toFixed(1)}, Node ${process.versions.node}`)
  const p95 = quantile(every.lon, 0.95)
  say(`\np95 ${p95.toFixed(1)} ms with ${large} editions, limit ${LIMIT}; growth of p50 ${growth(quantile(every.nho, 0.5), quantile(every.lon, 0.5))}`)
  process.exitCode = p95 <= LIMIT ? 0 : 1
} finally {
  await schools.close()
}
