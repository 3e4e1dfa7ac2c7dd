/** The school as it presents itself to readers: its live settings; null before there are any. */
import type { Payload } from 'payload'
import { queryOutside, sql } from '../database/sql.ts'
import { STANDS } from '../record/banDang.ts'

export async function liveSettings<T>(payload: Payload): Promise<T | null> {
  const rows = await queryOutside<{ noi_dung: string }>(payload, sql`select noi_dung from ban_dang where bo_suu_tap = 'cai-dat' and ${STANDS} limit 1`)
  return rows[0] ? (JSON.parse(rows[0].noi_dung) as T) : null
}
