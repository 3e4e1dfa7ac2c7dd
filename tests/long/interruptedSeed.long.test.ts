/** The demo's first start, killed again and again while it seeds: the start that is let finish leaves every story where it belongs. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { STORIES } from '../../src/demo/stories.ts'
import { startSite, type Site } from '../support/site.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'cong-truong-'))
let site: Site | undefined
afterAll(async () => {
  await site?.stop()
  site?.remove()
})

/** Killed so long after it said what it begins: a story passes five steps in about a fifth of a second. */
const killed = async (until: string, afterMs: number): Promise<void> => {
  const started = await startSite({ dataDir, until })
  await pause(afterMs)
  // The service first: nobody is left to tell it to end.
  spawnSync('pkill', ['-9', '-P', String(started.process.pid)])
  await started.stop('SIGKILL')
}

it('brings every story where it belongs, and none twice', async () => {
  await killed('chủ đề', 100)
  await killed('trang tĩnh', 100)
  for (let n = 1; n <= STORIES.length; n += 2) await killed(`tin bài ${n}/`, 40 + 12 * n)
  await killed(`tin bài ${STORIES.length}/`, 100)
  site = await startSite({ dataDir })
  const client = new pg.Client({ connectionString: readFileSync(join(dataDir, 'database.url'), 'utf8').trim() })
  await client.connect()
  const { rows } = await client.query(
    `select t.tieu_de as title, coalesce(h.trang_thai, 'nhap') as state from tin_bai t left join ho_so h on h.bo_suu_tap = 'tin-bai' and h.tai_lieu = t.id`,
  )
  const others = await client.query(`select count(*)::int as n from ho_so where bo_suu_tap <> 'tin-bai' and bo_suu_tap <> 'tu-lieu' and trang_thai <> 'daDang'`)
  await client.end()
  const byTitle = (a: { title: string }, b: { title: string }): number => a.title.localeCompare(b.title)
  expect(rows.sort(byTitle)).toEqual(STORIES.map((s) => ({ title: s.tieuDe, state: s.dung })).sort(byTitle))
  expect(others.rows[0].n).toBe(0)
})
