/** Rule: a verdict is given only on what the service itself froze: the row of the log that submitted it is signed and names its frame. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { runtimeOf } from '../../runtime.ts'
import { frameOf, type BanTrinh } from '../banTrinh.ts'
import { readSigned, type LogRow } from '../nhatKy.ts'
import { authorityOf } from './read.ts'

export async function confirmSubmission(req: PayloadRequest, banTrinh: BanTrinh): Promise<void> {
  const rows = await query<LogRow>(
    req,
    sql`select so, hanh_dong, nguoi, ten_nguoi, bo_suu_tap, tai_lieu, chi_tiet, truoc from nhat_ky
        where bo_suu_tap = ${banTrinh.boSuuTap} and tai_lieu = ${banTrinh.taiLieu} and hanh_dong = 'trinh' order by so desc limit 50`,
  )
  const { so } = await authorityOf(req)
  for (const row of rows) {
    const { signed, chiTiet } = readSigned(row, runtimeOf(req.payload).keys.publicKey)
    if (chiTiet.banTrinh !== banTrinh.id) continue
    // What was submitted before the log was signed is judged by the rules of its time; the seal came after it.
    if (Number(row.so) <= so.moc) return
    if (signed === true && chiTiet.vanTay === banTrinh.vanTay && chiTiet.vanTayKhung === frameOf(banTrinh)) return
  }
  throw refuse(issue('AUTHORITY_UNSIGNED', 'banTrinh'))
}
