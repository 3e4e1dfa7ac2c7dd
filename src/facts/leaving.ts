/** What hangs on a person: pieces not finished, steps only he may take, lent authority, units in his charge. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { hangsOn } from '../policy/people/leaving.ts'
import { stepWaited } from '../policy/gate/steps.ts'
import { mayTake } from '../policy/gate/takers.ts'
import { STEP_ROLES, type StepRole } from '../policy/people/roles.ts'
import { runtimeOf } from '../runtime.ts'
import { readReviewers } from './people.ts'

type Req = PayloadRequest
export type Piece = { boSuuTap: string; taiLieu: number; tieuDe: string; trangThai: string }
export type Hanging = { bai: Piece[]; buoc: Piece[]; uyQuyen: { id: number; soVanBan: string }[]; donVi: { id: number; ten: string }[] }

const UNFINISHED = ['nhap', 'choTiepNhan', 'choBienTap', 'choDuyet', 'daDuyet', 'henGio', 'traLai']
const tableOf = (slug: string): string => slug.replaceAll('-', '_')
const authored = (req: Req): Gate[] => runtimeOf(req.payload).gates.filter((gate) => gate.authors)
/** Pictures stay where they are for ever as drafts; they go along with the pieces that show them. */
const goesAlong = (gate: Gate): boolean => gate.fields.some((field) => field.kind === 'file') && gate.page === null

type Row = { bo_suu_tap: string; tai_lieu: unknown; tieu_de: string | null; trang_thai: string }
const toPiece = (row: Row): Piece => ({
  boSuuTap: row.bo_suu_tap,
  taiLieu: Number(row.tai_lieu),
  tieuDe: row.tieu_de ?? '',
  trangThai: row.trang_thai,
})

/** Their files are held until the transaction ends, in one order for everybody. */
export async function holdPieces(req: Req, nguoi: number): Promise<{ bai: Piece[]; all: Piece[] }> {
  const gates = authored(req)
  if (gates.length === 0) return { bai: [], all: [] }
  const rows = await query<Row>(
    req,
    sql`select bo_suu_tap, tai_lieu, tieu_de, trang_thai from ho_so where tac_gia = ${nguoi} and bo_suu_tap in ${gates.map((g) => g.slug)}
          and trang_thai in ${UNFINISHED} order by id for update`,
  )
  const all = rows.map(toPiece)
  const along = new Set(gates.filter(goesAlong).map((gate) => gate.slug))
  return { bai: all.filter((piece) => !along.has(piece.boSuuTap)), all }
}

/** Whose work it is from now on; who wrote it (contributors, versions, submissions) stays as it was. */
export async function handOver(req: Req, from: number, to: number, pieces: readonly Piece[]): Promise<void> {
  for (const slug of new Set(pieces.map((piece) => piece.boSuuTap))) {
    const ids = pieces.filter((piece) => piece.boSuuTap === slug).map((piece) => piece.taiLieu)
    const [table, versions] = [sql.identifier(tableOf(slug)), sql.identifier(`_${tableOf(slug)}_v`)]
    await query(req, sql`update ${table} set tac_gia_id = ${to} where id in ${ids} and tac_gia_id = ${from}`)
    await query(req, sql`update ${versions} set version_tac_gia_id = ${to} where parent_id in ${ids} and latest and version_tac_gia_id = ${from}`)
    await query(req, sql`update ho_so set tac_gia = ${to}, updated_at = now() where bo_suu_tap = ${slug} and tai_lieu in ${ids} and tac_gia = ${from}`)
  }
  // Consents the pieces name, which their author alone could otherwise see.
  await query(req, sql`update dong_y set tac_gia_id = ${to} where tac_gia_id = ${from}`)
}

async function stuckSteps(req: Req, nguoi: number): Promise<Piece[]> {
  const rows = await query<Row & { vai_tro_cho: string; don_vi_cho: unknown; nguoi_cho: string | null; khong_cho: string | null; dong_gop: unknown }>(
    req,
    sql`select h.bo_suu_tap, h.tai_lieu, h.tieu_de, h.trang_thai, h.vai_tro_cho, h.don_vi_cho, h.nguoi_cho, h.khong_cho, b.nguoi_dong_gop as dong_gop from ho_so h join ban_trinh b on b.id = h.ban_trinh_id
        where h.trang_thai in ('choTiepNhan', 'choBienTap', 'choDuyet') and h.vai_tro_cho in ${[...STEP_ROLES]} order by h.id`,
  )
  const people = rows.length > 0 ? await readReviewers(req) : []
  return rows
    .filter((row) => {
      const wrote = Array.isArray(row.dong_gop) ? row.dong_gop.map(Number) : []
      const donVi = row.don_vi_cho === null ? null : Number(row.don_vi_cho)
      const step = stepWaited({ vaiTro: row.vai_tro_cho as StepRole, donVi, nguoi: row.nguoi_cho, khong: row.khong_cho })
      const takers = people.filter((p) => mayTake(p, step, row.bo_suu_tap) && !wrote.includes(p.id))
      return hangsOn(
        nguoi,
        takers.map((p) => p.id),
      )
    })
    .map(toPiece)
}

export const lentTo = async (req: Req, nguoi: number): Promise<Hanging['uyQuyen']> =>
  (
    await query<{ id: number; so_van_ban: string | null }>(
      req,
      sql`select id, so_van_ban from uy_quyen where ${nguoi} in (nguoi_duoc_uy_quyen_id, nguoi_uy_quyen_id) and thu_hoi_luc is null and den_ngay > ct_nay() order by id`,
    )
  ).map((row) => ({ id: Number(row.id), soVanBan: row.so_van_ban ?? '' }))

export async function readHanging(req: Req, nguoi: number): Promise<Omit<Hanging, 'bai'>> {
  const donVi = await query<{ id: number; ten: string | null }>(req, sql`select id, ten from don_vi where phu_trach_id = ${nguoi} order by id`)
  return {
    buoc: await stuckSteps(req, nguoi),
    uyQuyen: await lentTo(req, nguoi),
    donVi: donVi.map((row) => ({ id: Number(row.id), ten: row.ten ?? '' })),
  }
}

/** Whatever would open the account again without anybody's word: its sessions, links and waiting requests. */
export async function endWays(req: Req, nguoi: number): Promise<void> {
  await query(req, sql`delete from nguoi_dung_sessions where _parent_id = ${nguoi}`)
  await query(req, sql`update loi_moi set bam = null where nguoi_dung = ${nguoi}`)
  await query(req, sql`update nguoi_dung set reset_password_token = null, reset_password_expiration = null where id = ${nguoi}`)
  await query(req, sql`update xin_vai_tro set ket_qua = 'thoi', quyet_luc = ct_nay() where nguoi_dung = ${nguoi} and ket_qua is null`)
}
