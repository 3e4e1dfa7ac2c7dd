/** What the rules of telling ask of a document, as it stands now. */
import type { PayloadRequest } from 'payload'
import { factsOf } from '../actions/case.ts'
import { query, sql } from '../database/sql.ts'
import type { Standing } from '../policy/notices/notice.ts'
import { openEmergency } from '../record/banDang.ts'
import { readBanTrinh } from '../record/banTrinh.ts'
import { readHoSo } from '../record/hoSo.ts'
import { readVerdicts } from '../record/phieuDuyet.ts'
import { runtimeOf } from '../runtime.ts'

export async function standingOf(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<Standing | null> {
  const hoSo = await readHoSo(req, boSuuTap, taiLieu)
  if (!hoSo) return null
  const banTrinh = hoSo.banTrinh === null ? null : await readBanTrinh(req, hoSo.banTrinh)
  const verdicts = banTrinh ? await readVerdicts(req, banTrinh, runtimeOf(req.payload).keys) : []
  const khan = banTrinh && (await openEmergency(req, banTrinh.id))
  const [goi] = banTrinh
    ? await query<{ id: number; ten: string }>(
        req,
        sql`select g.id, g.ten from goi_trinh_muc m join goi_trinh g on g.id = m.goi where m.ban_trinh = ${banTrinh.id} order by g.id desc limit 1`,
      )
    : []
  // A sensitive one is decided alone, whatever it came with.
  const inBundle = goi !== undefined && banTrinh?.mucNhayCam !== 'cao'
  return {
    facts: factsOf(hoSo, banTrinh, verdicts),
    latest: banTrinh?.id ?? null,
    tieuDe: hoSo.tieuDe,
    khan: khan && { id: khan.id },
    goi: inBundle ? { id: Number(goi.id), ten: goi.ten } : null,
  }
}
