/**
 * What the table of quotas costs as the ledger grows: 60 units and 100 people over ten years, one run; in the database the counts of a month's
 * rule over a school year and of every person over all years, and the whole page over HTTP. Exit code 1: a limit was passed.
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { desksAt } from '../tests/support/deskClient.ts'
import { quantile, table } from './figures.ts'
import { openSchools } from './schools.ts'

const { values: asked } = parseArgs({
  options: { sizes: { type: 'string', default: '5000,50000,500000' }, rounds: { type: 'string', default: '20' }, keep: { type: 'string' } },
})
const sizes = asked.sizes.split(',').map(Number)
const ROUNDS = Number(asked.rounds)
/** Milliseconds at 50,000 items; how much ten times as many may cost. */
const LIMITS = { grid: 30, people: 300, http: 150, growth: 1.3 }
const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Sixty units with one approved edition each, and items over ten years to this month; a third of them published a month later. */
const FILL = (items: number): string => `
  set session_replication_role = replica;
  insert into ban_dang (id, bo_suu_tap, tai_lieu, lan, loai, slug, tieu_de, noi_dung, van_tay, ban_trinh_id, duyet_ho_ten, duyet_chuc_vu, duyet_luc, mot_lanh_dao, dang_lan_dau, created_at, updated_at)
    select 900000 + n, 'don-vi', 800000 + n, 1, '', 'to-' || n, 'Tổ ' || n, '{"loai":"toChuyenMon","ten":"Tổ ' || n || '"}', '', 950000 + n, '', '', now(), false, now() - interval '10 years', now() - interval '10 years', now() from generate_series(1, 60) n;
  insert into san_pham (bo_suu_tap, tai_lieu, san_pham, loai, muc_nhay_cam, don_vi, don_vi_loai, nguoi, gui_luc, gui_thang, dang_luc, dang_thang, theo_ban_ghi, dang_loai, dang_don_vi, dang_nguoi)
    select 'tin-bai', 700000 + n, 'tinBai', 'tin', 'thuong', 800001 + n % 60, 'toChuyenMon', array[600000 + n % 100], t, ct_thang(t), case when n % 3 > 0 then t end, case when n % 3 > 0 then ct_thang(t) end, false,
      case when n % 3 > 0 then 'tin' end, case when n % 3 > 0 then 800001 + n % 60 end, case when n % 3 > 0 then array[600000 + n % 100] else '{}' end
    from generate_series(1, ${items}) n cross join lateral (select now() - (n::float8 / ${items}) * interval '10 years' as t) x;
  analyze san_pham;`

const YEAR = `gui_thang >= date_trunc('month', now() - interval '11 months')::date and gui_thang <= now()::date`
const GRID = `select don_vi, to_char(gui_thang, 'YYYY-MM') as thang, count(*) from san_pham s where ${YEAR} and s.san_pham = 'tinBai' and s.loai <> 'dinhChinh' group by 1, 2`
const PEOPLE = `select ai, thang, count(*) from (select unnest(s.nguoi) as ai, to_char(gui_thang, 'YYYY-MM') as thang from san_pham s where gui_thang is not null and s.san_pham = 'tinBai' and s.loai <> 'dinhChinh') x group by 1, 2`

const schools = await openSchools(say, asked.keep)
try {
  const made = []
  for (const items of sizes) {
    const name = `ke_hoach_${items}`
    await schools.make(name, { editions: 100, logRows: 0 })
    const { url, db } = await schools.serve(name, { check: false })
    // One connection: what it sets holds for it alone.
    const client = await db.connect()
    try {
      if (Number((await client.query('select count(*) as so from san_pham')).rows[0].so) < items) await client.query(FILL(items))
    } finally {
      client.release(true)
    }
    made.push({ db, desk: await desksAt({ url })('hieutruong') })
  }
  const found: Record<'grid' | 'people' | 'http', number[][]> = { grid: sizes.map(() => []), people: sizes.map(() => []), http: sizes.map(() => []) }
  for (let round = -3; round < ROUNDS; round += 1)
    for (const [s, { db, desk }] of made.entries()) {
      const timed = async (what: keyof typeof found, work: () => Promise<unknown>): Promise<void> => {
        const from = performance.now()
        await work()
        if (round >= 0) found[what][s]!.push(performance.now() - from)
      }
      await timed('grid', () => db.query(GRID))
      await timed('people', () => db.query(PEOPLE))
      await timed('http', async () => {
        const { status } = await desk.open('/lam-viec/chi-tieu')
        if (status !== 200) throw new Error(`/lam-viec/chi-tieu: received ${status}`)
      })
    }
  const decades = Math.log10(sizes.at(-1)! / sizes[0]!)
  const at = sizes.indexOf(50_000)
  const rows = (Object.keys(found) as (keyof typeof found)[]).map((what) => {
    const medians = found[what].map((times) => quantile(times, 0.5))
    const growth = (medians.at(-1)! / medians[0]!) ** (1 / decades)
    const within = at < 0 || medians[at]! <= LIMITS[what]
    if (!within || (what === 'grid' && growth > LIMITS.growth)) process.exitCode = 1
    return [what, ...medians.map((ms) => ms.toFixed(1)), growth.toFixed(2), `≤ ${LIMITS[what]} ms`, within ? 'yes' : 'NO']
  })
  say(
    `\nNode ${process.version}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}; medians of ${ROUNDS} in milliseconds; the grid may cost ${LIMITS.growth} times as much a decade`,
  )
  say(table([['', ...sizes.map(String), 'a decade', 'at 50,000', 'within'], ...rows]))
} finally {
  await schools.close()
}
