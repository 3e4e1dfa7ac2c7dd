/** At the start: what the record was signed with is told to the keys before anything is signed. */
import type { Payload } from 'payload'
import { queryOutside, sql } from '../../database/sql.ts'
import type { SchoolKeys } from './keys.ts'

export async function openKeys(payload: Payload, keys: SchoolKeys): Promise<void> {
  const [verdicts, log] = await Promise.all([
    queryOutside<{ khoa: string; nay: string }>(payload, sql`select distinct khoa from phieu_duyet`),
    queryOutside<{ so: string; khoa: string | null; nay: string }>(
      payload,
      sql`select (select count(*) from (select 1 from nhat_ky limit 1) as x) as so, ct_nay()::text as nay,
            (select chi_tiet::jsonb #>> '{ky,khoa}' from nhat_ky order by so desc limit 1) as khoa`,
    ),
  ])
  const { so, khoa, nay } = log[0]!
  keys.open({
    khoa: [...new Set([...verdicts.map((row) => row.khoa), ...(khoa ? [khoa] : [])])],
    isEmpty: verdicts.length === 0 && Number(so) === 0,
    now: new Date(nay).toISOString(),
  })
}
