/** The copies kept of a working copy: Payload's versions hold the words, `ban_luu` says whose they are, of when, and what was submitted of them. */
import type { CollectionSlug, PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { HoSo } from './hoSo.ts'

export type BanLuu = {
  /** The version that holds the words. */
  ban: number
  phienBan: number
  nguoi: number | null
  tenNguoi: string
  batDau: string
  luc: string
  banTrinh: number | null
  duaLai: number | null
}
type Row = { ban: unknown; phien_ban: unknown; nguoi: unknown; ten_nguoi: string; bat_dau: string; luc: string; ban_trinh: unknown; dua_lai: unknown }

const COLUMNS = sql`ban, phien_ban, nguoi, ten_nguoi, bat_dau::text, luc::text, ban_trinh, dua_lai`
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))
const versionsOf = (boSuuTap: string): ReturnType<typeof sql.identifier> => sql.identifier(`_${boSuuTap.replaceAll('-', '_')}_v`)

const toBanLuu = (row: Row): BanLuu => ({
  ban: Number(row.ban),
  phienBan: Number(row.phien_ban),
  nguoi: numberOrNull(row.nguoi),
  tenNguoi: row.ten_nguoi,
  batDau: new Date(row.bat_dau).toISOString(),
  luc: new Date(row.luc).toISOString(),
  banTrinh: numberOrNull(row.ban_trinh),
  duaLai: numberOrNull(row.dua_lai),
})

export async function lastCopy(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<BanLuu | null> {
  const rows = await query<Row>(req, sql`select ${COLUMNS} from ban_luu where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} order by id desc limit 1`)
  return rows[0] ? toBanLuu(rows[0]) : null
}

/** Every copy, the latest first; one from before copies had a hand has no name. `lan`: the submission made of it. */
export type LichSu = { ban: number; tenNguoi: string; batDau: string; luc: string; lan: number | null; duaLai: string | null }

export async function readHistory(req: PayloadRequest, boSuuTap: string, taiLieu: number, limit: number): Promise<LichSu[]> {
  const rows = await query<{ ban: unknown; ten_nguoi: string; bat_dau: string; luc: string; lan: unknown; dua_lai: string | null }>(
    req,
    sql`select v.id as ban, coalesce(l.ten_nguoi, '') as ten_nguoi, coalesce(l.bat_dau, v.updated_at)::text as bat_dau,
               coalesce(l.luc, v.updated_at)::text as luc, b.lan, d.luc::text as dua_lai
          from ${versionsOf(boSuuTap)} v
          left join ban_luu l on l.bo_suu_tap = ${boSuuTap} and l.ban = v.id
          left join ban_luu d on d.bo_suu_tap = ${boSuuTap} and d.ban = l.dua_lai
          left join ban_trinh b on b.id = l.ban_trinh
         where v.parent_id = ${taiLieu} order by v.updated_at desc, v.id desc limit ${limit}`,
  )
  const iso = (text: string): string => new Date(text).toISOString()
  return rows.map((row) => ({
    ban: Number(row.ban),
    tenNguoi: row.ten_nguoi,
    batDau: iso(row.bat_dau),
    luc: iso(row.luc),
    lan: numberOrNull(row.lan),
    duaLai: row.dua_lai === null ? null : iso(row.dua_lai),
  }))
}

/** Where a document stands, and the number and hour (milliseconds) of the text it has now, at one instant. */
export async function readStanding(
  req: PayloadRequest,
  boSuuTap: string,
  taiLieu: number,
): Promise<{ trangThai: string; phienBan: number; savedAt: number } | null> {
  const table = sql.identifier(boSuuTap.replaceAll('-', '_'))
  const rows = await query<{ trang_thai: string; phien_ban: unknown; luc: unknown }>(
    req,
    sql`select h.trang_thai, h.phien_ban, extract(epoch from t.updated_at) * 1000 as luc
          from ho_so h join ${table} t on t.id = ${taiLieu} where h.bo_suu_tap = ${boSuuTap} and h.tai_lieu = ${taiLieu}`,
  )
  const row = rows[0]
  return row ? { trangThai: row.trang_thai, phienBan: Number(row.phien_ban), savedAt: Math.round(Number(row.luc)) } : null
}

/** Whether documents of the collection save themselves; of others every save is a copy of its own, and there is nothing to close. */
function savesItself(req: PayloadRequest, boSuuTap: string): boolean {
  const drafts = req.payload.collections[boSuuTap as CollectionSlug]?.config.versions?.drafts
  return Boolean(drafts && drafts.autosave)
}

/** Payload writes an autosave over the latest version where that was one itself; a closed copy stays as it is. */
export async function closeCopy(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<void> {
  if (!savesItself(req, boSuuTap)) return
  await query(req, sql`update ${versionsOf(boSuuTap)} set autosave = false where parent_id = ${taiLieu} and autosave`)
}

async function latestVersion(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<number | null> {
  const rows = await query<{ id: unknown }>(
    req,
    sql`select id from ${versionsOf(boSuuTap)} where parent_id = ${taiLieu} order by updated_at desc, id desc limit 1`,
  )
  return rows[0] ? Number(rows[0].id) : null
}

type Saved = { boSuuTap: string; taiLieu: number; phienBan: number; nguoi: number | null; tenNguoi: string; duaLai: number | null }

/** Whose words the latest version holds; one written over keeps the hour it was begun. */
export async function noteCopy(req: PayloadRequest, saved: Saved): Promise<void> {
  const ban = await latestVersion(req, saved.boSuuTap, saved.taiLieu)
  if (ban === null) return
  await query(
    req,
    sql`insert into ban_luu (bo_suu_tap, tai_lieu, ban, phien_ban, nguoi, ten_nguoi, dua_lai)
        values (${saved.boSuuTap}, ${saved.taiLieu}, ${ban}, ${saved.phienBan}, ${saved.nguoi}, ${saved.tenNguoi}, ${saved.duaLai})
        on conflict (bo_suu_tap, ban) do update set phien_ban = excluded.phien_ban, luc = ct_nay()`,
  )
}

/** What was submitted is written over by nobody. */
export async function keepSubmittedCopy(req: PayloadRequest, { boSuuTap, taiLieu, phienBan }: HoSo, banTrinh: number): Promise<void> {
  await closeCopy(req, boSuuTap, taiLieu)
  const ban = await latestVersion(req, boSuuTap, taiLieu)
  if (ban === null) return
  await query(
    req,
    sql`insert into ban_luu (bo_suu_tap, tai_lieu, ban, phien_ban, ten_nguoi, ban_trinh)
        values (${boSuuTap}, ${taiLieu}, ${ban}, ${phienBan}, '', ${banTrinh})
        on conflict (bo_suu_tap, ban) do update set ban_trinh = excluded.ban_trinh`,
  )
}

export const dropCopies = async (req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<void> => {
  await query(req, sql`delete from ban_luu where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu}`)
}
