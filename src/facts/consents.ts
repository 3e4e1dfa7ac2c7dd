import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { ConsentUse, DongY } from '../policy/people/consent.ts'
import type { Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { idsOf } from '../policy/ids.ts'

type Row = { id: number; ho_ten: string; nam_sinh: unknown; muc_dich: string | null; han: string | null; thu_hoi_luc: string | null; kenh: string[] | null }

const instant = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString())

export async function readConsents(req: PayloadRequest, wanted: readonly number[]): Promise<Map<number, DongY & { namSinh: number | null; mucDich: string }>> {
  if (wanted.length === 0) return new Map()
  const rows = await query<Row>(
    req,
    sql`select d.id, d.ho_ten, d.nam_sinh, d.muc_dich, d.han::text, d.thu_hoi_luc::text,
          (select array_agg(k.value::text order by k.value::text) from dong_y_kenh k where k.parent_id = d.id) as kenh
        from dong_y d where d.id in ${[...wanted]} for share`,
  )
  return new Map(
    rows.map((r) => [
      Number(r.id),
      {
        id: Number(r.id),
        hoTen: r.ho_ten,
        namSinh: r.nam_sinh === null ? null : Number(r.nam_sinh),
        mucDich: r.muc_dich ?? '',
        kenh: r.kenh ?? [],
        han: instant(r.han),
        thuHoiLuc: instant(r.thu_hoi_luc),
      },
    ]),
  )
}

/** Every use of a person in a document and in the pictures it shows, with the consent as it stands now. */
export async function consentUses(req: PayloadRequest, gate: Gate, doc: Doc, mediaDocs: readonly Doc[]): Promise<ConsentUse[]> {
  const own = gate.consents ? idsOf(doc[gate.consents.field]).map((id) => ({ field: gate.consents!.field, id })) : []
  const pictured = mediaDocs.flatMap((m) => idsOf(m.nguoiXuatHien).map((id) => ({ field: 'nguoiXuatHien', id })))
  const uses = [...own, ...pictured].filter((use, i, all) => all.findIndex((u) => u.id === use.id) === i)
  const consents = await readConsents(
    req,
    uses.map((u) => u.id),
  )
  return uses.map((use) => ({ ...use, dongY: consents.get(use.id) ?? null }))
}
