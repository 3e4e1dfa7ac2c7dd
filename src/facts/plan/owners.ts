/** Whom a row of a plan may name: people of the school and its units. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { Known } from '../../policy/plan/people.ts'
import { sortName } from '../../policy/people/names.ts'
import { readUnits } from '../members.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** `mo`: still there; whoever left keeps his name in old plans. */
export type Owners = { people: (Known & { mo: boolean })[]; units: (Known & { mo: boolean; loai: string })[] }

/** Accounts of classes are nobody, who keeps the machine writes nothing; bodies above plan nothing here. */
export async function ownersOf(req: Req): Promise<Owners> {
  const people = await query<{ id: unknown; ten: string; mo: boolean }>(
    req,
    sql`select n.id, n.ho_ten as ten, coalesce(n.kich_hoat, false) as mo from nguoi_dung n left join don_vi d on d.id = n.don_vi_id
        where (d.loai is null or d.loai::text not in ('chiDoan', 'lop'))
          and exists (select 1 from nguoi_dung_vai_tro v where v.parent_id = n.id and v.value::text <> 'quanTriKyThuat')`,
  )
  const known = await readUnits(req)
  const kinds = await query<{ id: unknown; loai: string | null }>(
    req,
    sql`select id, loai::text from don_vi where ten is not null and coalesce(loai::text, '') not in ('capTren', 'truong', 'so')`,
  )
  const units = kinds.flatMap(({ id, loai }) => {
    const unit = known.get(Number(id))
    return unit ? [{ id: unit.id, ten: unit.ten, mo: unit.mo, loai: loai ?? '' }] : []
  })
  return {
    people: people
      .map(({ id, ten, mo }) => ({ id: Number(id), ten, mo }))
      .toSorted((a, b) => sortName(a.ten).localeCompare(sortName(b.ten), 'vi') || a.id - b.id),
    units: units.toSorted((a, b) => a.ten.localeCompare(b.ten, 'vi', { numeric: true })),
  }
}

/** "Tổ Toán, Lò Văn Yên, cô Hoa": units first, then people, then whoever has no account. */
export function namesOf({ people, units }: Owners, row: { nguoi: readonly number[]; donVi: readonly number[]; nguoiChu: string }): string {
  const named = (all: readonly Known[], ids: readonly number[]): string[] => ids.flatMap((id) => all.find((one) => one.id === id)?.ten ?? [])
  return [...named(units, row.donVi), ...named(people, row.nguoi), row.nguoiChu].filter(Boolean).join(', ')
}
