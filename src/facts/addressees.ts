/** Whom a mail about the school's own affairs goes to. */
import type { Payload } from 'payload'
import { queryOutside, sql } from '../database/sql.ts'
import type { VaiTro } from '../policy/people/roles.ts'

/** Active accounts that hold one of these roles. */
export async function readAddresses(payload: Payload, vaiTro: readonly VaiTro[]): Promise<{ email: string; hoTen: string }[]> {
  const rows = await queryOutside<{ email: string; ho_ten: string }>(
    payload,
    sql`select distinct n.email, n.ho_ten from nguoi_dung n join nguoi_dung_vai_tro v on v.parent_id = n.id
        where n.kich_hoat and v.value::text in ${[...vaiTro]} order by n.email`,
  )
  return rows.map(({ email, ho_ten: hoTen }) => ({ email, hoTen }))
}
