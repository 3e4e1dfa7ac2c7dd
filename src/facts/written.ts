/** What an account wrote lately. Counted without a lock: whoever writes twenty at once may get a few more than his share. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { refuse } from '../messages/refusal.ts'
import { quotaIssue, QUOTAS, type QuotaKind, type Written } from '../policy/gate/quotas.ts'
import { isEditor, type Actor } from '../policy/people/roles.ts'

const since = (kind: QuotaKind) => sql`now() - make_interval(secs => ${QUOTAS[kind].seconds})`

const QUESTIONS: Record<QuotaKind, (nguoi: number) => ReturnType<typeof sql>> = {
  tep: (nguoi) =>
    sql`select count(*)::int as count, coalesce(sum(filesize), 0)::float8 as bytes from tu_lieu where tac_gia_id = ${nguoi} and created_at > ${since('tep')}`,
  trinh: (nguoi) =>
    sql`select count(*)::int as count, coalesce(sum(octet_length(noi_dung)), 0)::float8 as bytes from ban_trinh where nguoi_trinh = ${nguoi} and created_at > ${since('trinh')}`,
  nhap: (nguoi) => sql`select count(*)::int as count, 0::float8 as bytes from ho_so where tac_gia = ${nguoi} and created_at > ${since('nhap')}`,
}

export async function refuseBeyondQuota(req: PayloadRequest, kind: QuotaKind, actor: Actor): Promise<void> {
  const rows = await query<Written>(req, QUESTIONS[kind](actor.id))
  const refused = quotaIssue(kind, rows[0]!, isEditor(actor))
  if (refused) throw refuse(refused)
}
