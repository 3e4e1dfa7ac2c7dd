/** ghi-kenh: where else a live story went, when, and what became of it there. Never altered; what changes is told by a later row. */
import type { PayloadRequest } from 'payload'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { liveStory } from '../facts/channels.ts'
import { readActor } from '../facts/people.ts'
import { refuse } from '../messages/refusal.ts'
import { isKenh, isKetQua } from '../policy/channels/channels.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { receivesIntake } from '../policy/intake/receives.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { dayOf, isCalendarDay } from '../policy/time/hanoi.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'

export type GhiKenh = { kenh: unknown; ketQua: unknown; ngay: string; diaChi: string; ghiChu: string }
const MOST = 500

function judged({ kenh, ketQua, ngay, diaChi, ghiChu }: GhiKenh, today: string): Issue[] {
  const issues: Issue[] = []
  if (!isKenh(kenh)) issues.push(issue('INVALID_VALUE', 'kenh'))
  if (!isKetQua(ketQua)) issues.push(issue('INVALID_VALUE', 'ketQua'))
  if (!/^\d{4}-\d\d-\d\d$/.test(ngay) || !isCalendarDay(ngay)) issues.push(issue('INVALID_VALUE', 'ngay', { goiY: 'ngày, tháng, năm' }))
  else if (ngay > today) issues.push(issue('DAY_AHEAD', 'ngay'))
  for (const [field, text] of [
    ['diaChi', diaChi],
    ['ghiChu', ghiChu],
  ] as const)
    issues.push(...([...text].length > MOST ? [issue('TOO_LONG', field, { max: MOST })] : textIssues(text, field)))
  return issues
}

/** Rule: that it was taken down elsewhere is recorded of a story that readers have no more, too. Null where it never went anywhere. */
async function lastTold(req: PayloadRequest, taiLieu: number): Promise<number | null> {
  const rows = await query<{ ban_dang: unknown }>(
    req,
    sql`select ban_dang from kenh_dang where bo_suu_tap = 'tin-bai' and tai_lieu = ${taiLieu} order by id desc limit 1`,
  )
  return rows[0] ? Number(rows[0].ban_dang) : null
}

export const ghiKenh = (req: PayloadRequest, taiLieu: number, told: GhiKenh): Promise<null> =>
  inTransaction(req, async () => {
    const signedIn = actorOf(req)
    const actor = signedIn && (await readActor(req, signedIn.id))
    if (!actor) throw refuse(issue('UNAUTHENTICATED'))
    if (!receivesIntake(actor)) throw refuse(issue('NOT_FOUND'))
    const banDang = (await liveStory(req, taiLieu))?.banDang ?? (told.ketQua === 'daGo' ? await lastTold(req, taiLieu) : null)
    if (banDang === null) throw refuse(issue('NOT_LIVE'))
    const issues = judged(told, dayOf(Date.parse(await now(req))))
    if (issues.length > 0) throw refuse(...issues)
    const { kenh, ketQua, ngay } = told as { kenh: string; ketQua: string; ngay: string }
    await query(
      req,
      sql`insert into kenh_dang (bo_suu_tap, tai_lieu, ban_dang, kenh, ket_qua, ngay, dia_chi, ghi_chu, nguoi)
          values ('tin-bai', ${taiLieu}, ${banDang}, ${kenh}, ${ketQua}, ${ngay}, ${told.diaChi.trim()}, ${told.ghiChu.trim()}, ${actor.id})`,
    )
    const chiTiet = { banDang, kenh, ketQua, ngay }
    return { answer: null, bam: await insertNhatKy(req, { hanhDong: 'ghi-kenh', nguoi: actor, boSuuTap: 'tin-bai', taiLieu, chiTiet }) }
  })
