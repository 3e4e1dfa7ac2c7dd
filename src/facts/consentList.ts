/** Papers as the desk lists them. Asked as the person who asks may read them. */
import type { PayloadRequest, Where } from 'payload'
import { now } from '../database/clock.ts'
import { query, sql } from '../database/sql.ts'
import { liveUses, type LiveUse } from './consentLive.ts'

const SOON_DAYS = 30
const A_DAY = 86_400_000
const SHOWN = 40
/** Each costs a look at what is live. */
const MOST_ENDED = 100

/** Papers on which something before readers rests, or in whose pictures it shows somebody; whether their day has passed is asked of these alone. */
async function reliedOn(req: PayloadRequest): Promise<number[]> {
  const rows = await query<{ id: unknown }>(
    req,
    sql`select d.id from dong_y d where d.thu_hoi_luc is null and d.han < ct_nay() - interval '1 day' and (
          exists (select 1 from ban_dang e join ban_trinh b on b.id = e.ban_trinh_id
            where e.ket_thuc_luc is null and (b.bang_chung::jsonb -> 'dongY') @> jsonb_build_array(jsonb_build_object('id', d.id)))
          or exists (select 1 from tu_lieu_rels r join anh_dang a on a.tai_lieu = r.parent_id where r.path = 'nguoiXuatHien' and r.dong_y_id = d.id))
        order by d.han desc limit ${MOST_ENDED}`,
  )
  return rows.map(({ id }) => Number(id))
}

export type Listed = { id: number; hoTen: string; namSinh: number | null; han: string | null; thuHoiLuc: string | null; mucDich: string }
export type ConsentList = {
  tong: number
  sapHet: Listed[]
  /** Their day has passed and readers still see them. */
  hetConDang: (Listed & { uses: LiveUse[] })[]
  moi: Listed[]
  daRut: number
}

const listed = (doc: Record<string, unknown>): Listed => ({
  id: Number(doc.id),
  hoTen: String(doc.hoTen ?? ''),
  namSinh: typeof doc.namSinh === 'number' ? doc.namSinh : null,
  han: typeof doc.han === 'string' ? doc.han : null,
  thuHoiLuc: typeof doc.thuHoiLuc === 'string' ? doc.thuHoiLuc : null,
  mucDich: String(doc.mucDich ?? ''),
})

export async function consentList(req: PayloadRequest, sought: string): Promise<ConsentList> {
  const at = Date.parse(await now(req))
  const ask = { collection: 'dong-y', depth: 0, overrideAccess: false, req } as const
  const find = async (where: Where, sort: string, limit: number): Promise<Listed[]> =>
    (await req.payload.find({ ...ask, where, sort, limit })).docs.map((doc) => listed(doc as unknown as Record<string, unknown>))
  const open: Where = { thuHoiLuc: { exists: false } }
  const yesterday = new Date(at - A_DAY).toISOString()
  const ended: (Listed & { uses: LiveUse[] })[] = []
  for (const one of await find({ id: { in: [0, ...(await reliedOn(req))] } }, '-han', MOST_ENDED)) {
    const uses = await liveUses(req, one.id)
    if (uses.length > 0) ended.push({ ...one, uses })
  }
  return {
    tong: (await req.payload.count({ ...ask, where: open })).totalDocs,
    daRut: (await req.payload.count({ ...ask, where: { thuHoiLuc: { exists: true } } })).totalDocs,
    sapHet: await find(
      { and: [open, { han: { greater_than_equal: yesterday } }, { han: { less_than: new Date(at + SOON_DAYS * A_DAY).toISOString() } }] },
      'han',
      SHOWN,
    ),
    hetConDang: ended,
    moi: await find(sought === '' ? {} : { hoTen: { like: sought } }, '-id', SHOWN),
  }
}
