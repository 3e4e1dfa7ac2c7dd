import type { PayloadRequest } from 'payload'
import { confirmActor, isAsSealed } from '../record/authority/confirm.ts'
import { authorityOf } from '../record/authority/read.ts'
import { membersNow, withUnits } from './members.ts'
import { heldDelegations } from './delegations.ts'
import { query, sql } from '../database/sql.ts'
import { VAI_TRO, type Actor, type VaiTro } from '../policy/people/roles.ts'

type Row = { id: number; ho_ten: string | null; chuc_vu: string | null; vai_tro: string[] }

const toPerson = (row: Row): Actor => ({
  id: Number(row.id),
  hoTen: row.ho_ten ?? '',
  chucVu: row.chuc_vu ?? '',
  vaiTro: row.vai_tro.filter((r): r is VaiTro => (VAI_TRO as readonly string[]).includes(r)),
})

/** Active accounts with any reviewing role, and those to whom authority is lent now. */
export async function readReviewers(req: PayloadRequest): Promise<Actor[]> {
  const held = await heldDelegations(req)
  const rows = await query<Row>(
    req,
    sql`select n.id, n.ho_ten, n.chuc_vu, array_agg(v.value::text) as vai_tro
        from nguoi_dung n join nguoi_dung_vai_tro v on v.parent_id = n.id
        where n.kich_hoat group by n.id
        having array_agg(v.value::text) && array['dauMoi', 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon'] or n.id in ${[0, ...held.keys()]}`,
  )
  const { so } = await authorityOf(req)
  const units = await membersNow(req)
  const people = rows.map((row) => ({ ...toPerson(row), uyQuyen: held.get(Number(row.id)) ?? [], donVi: units.get(Number(row.id)) ?? [] }))
  // Whoever is not what the signed log says takes no step; nothing is left waiting for him.
  return people.filter((person) => isAsSealed(so.nguoi.get(person.id), person))
}

type Lendable = { id: number; vaiTro: readonly VaiTro[]; kichHoat: boolean; diaChiXacNhan: boolean }

/** An account's roles, whether it is open and its address confirmed, or null where there is none. */
export async function readAccount(req: PayloadRequest, id: number): Promise<Lendable | null> {
  const rows = await query<{ kich_hoat: boolean | null; xac_nhan: boolean; vai_tro: string[] | null }>(
    req,
    sql`select kich_hoat, dia_chi_xac_nhan is not null as xac_nhan, (select array_agg(v.value::text) from nguoi_dung_vai_tro v where v.parent_id = n.id) as vai_tro from nguoi_dung n where n.id = ${id}`,
  )
  const row = rows[0]
  return row
    ? {
        id,
        kichHoat: row.kich_hoat === true,
        diaChiXacNhan: row.xac_nhan,
        vaiTro: toPerson({ id, ho_ten: null, chuc_vu: null, vai_tro: row.vai_tro ?? [] }).vaiTro,
      }
    : null
}

/** The account and its roles as they stand now, with nobody changing them until this transaction ends; null where it is closed. */
export async function lockActor(req: PayloadRequest, id: number): Promise<Actor | null> {
  const rows = await query<Omit<Row, 'vai_tro'>>(req, sql`select id, ho_ten, chuc_vu from nguoi_dung where id = ${id} and kich_hoat for no key update`)
  if (!rows[0]) return null
  const roles = await query<{ value: string }>(req, sql`select value::text from nguoi_dung_vai_tro where parent_id = ${id}`)
  return toPerson({ ...rows[0], vai_tro: roles.map((r) => r.value) })
}

/**
 * The account inside the action's own transaction, so that a role taken away a second ago is not used.
 * Its row is locked against change until the action is done: in the log an authority ends after its last use, never before.
 */
export async function readActor(req: PayloadRequest, id: number): Promise<Actor | null> {
  const rows = await query<Omit<Row, 'vai_tro'>>(req, sql`select id, ho_ten, chuc_vu from nguoi_dung where id = ${id} and kich_hoat for share`)
  if (!rows[0]) return null
  const roles = await query<{ value: string }>(req, sql`select value::text from nguoi_dung_vai_tro where parent_id = ${id}`)
  const person = toPerson({ ...rows[0], vai_tro: roles.map((r) => r.value) })
  await confirmActor(req, person)
  return withUnits(req, { ...person, uyQuyen: (await heldDelegations(req)).get(id) ?? [] })
}
