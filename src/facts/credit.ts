/** What a credit is made of, as it stands now. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { idsOf } from '../policy/ids.ts'
import { creditFor, type GhiNhan } from '../policy/ledger/credit.ts'
import { STANDS } from '../record/banDang.ts'

/** The kind readers know a unit by; of one that is not live yet, that of its working copy. */
async function kindOfUnit(req: PayloadRequest, donVi: number): Promise<string | null> {
  const rows = await query<{ loai: string | null }>(
    req,
    sql`select coalesce((select noi_dung::jsonb ->> 'loai' from ban_dang where bo_suu_tap = 'don-vi' and tai_lieu = ${donVi} and ${STANDS} order by id desc limit 1),
          (select loai::text from don_vi where id = ${donVi})) as loai`,
  )
  return rows[0]?.loai ?? null
}

async function senderOf(req: PayloadRequest, taiLieu: number): Promise<number | null> {
  const rows = await query<{ lop: unknown }>(req, sql`select don_vi as lop from bai_gui where tin_bai = ${taiLieu}`)
  return rows[0] ? Number(rows[0].lop) : null
}

type Of = { taiLieu: number; tacGia: number | null; dongTacGia: unknown; donVi: unknown }

/** `donVi`: as it is frozen. Null where what the gate lets through is nobody's to be credited with. */
export async function creditOf(req: PayloadRequest, gate: Gate, { taiLieu, tacGia, dongTacGia, donVi }: Of): Promise<GhiNhan | null> {
  if (!gate.credited) return null
  const named = (donVi as { taiLieu?: unknown } | null | undefined)?.taiLieu
  const id = typeof named === 'number' ? named : null
  return creditFor({
    donVi: id,
    loai: id === null ? null : await kindOfUnit(req, id),
    tacGia,
    dongTacGia: idsOf(dongTacGia ?? null),
    lopGui: gate.slug === 'tin-bai' ? await senderOf(req, taiLieu) : null,
  })
}
