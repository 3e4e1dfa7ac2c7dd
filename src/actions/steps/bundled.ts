/** What a submission rests on that is published with it, in the same bundle and before it. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { keyOf, type Promised } from '../../policy/gate/bundle.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { STANDS } from '../../record/banDang.ts'
import { insertGoi, insertMuc } from '../../record/goiTrinh.ts'
import type { Case } from '../case.ts'

/** The bundle a document is submitted in. It is opened with its first member, so that none stands empty. */
export type Within = {
  goi: number | null
  ten: string
  khaiTruong: boolean
  thuTu: number
  /** The members frozen before this one. */
  promised: ReadonlyMap<string, Promised>
}

export async function putInBundle(req: PayloadRequest, within: Within, { actor }: Case, banTrinh: number): Promise<number> {
  const goi = within.goi ?? (await insertGoi(req, { ten: within.ten, nguoi: actor, khaiTruong: within.khaiTruong }))
  await insertMuc(req, goi, within.thuTu, banTrinh)
  return goi
}

/** As frozen into the evidence of a submission: what it names and was not live then. */
export const needsOf = (used: readonly Promised[]): Promised[] =>
  [...new Map(used.map((one) => [keyOf(one), one])).values()].map(({ boSuuTap, taiLieu, slug, ten }) => ({ boSuuTap, taiLieu, slug, ten }))

/** Rule: what a text names stands before readers no later than the text. */
export async function needsLeftOut(req: PayloadRequest, bangChung: string): Promise<Issue[]> {
  const { can = [] } = JSON.parse(bangChung) as { can?: Promised[] }
  const issues: Issue[] = []
  for (const one of can) {
    const rows = await query(
      req,
      sql`select 1 from ban_dang where bo_suu_tap = ${one.boSuuTap} and tai_lieu = ${one.taiLieu} and slug = ${one.slug} and ${STANDS}`,
    )
    if (rows.length === 0) issues.push(issue('NEEDS_LEFT_OUT', undefined, { what: one.boSuuTap, id: one.taiLieu, ten: one.ten }))
  }
  return issues
}
