/** Who sees to a document, until when, how urgently, and before which hour it must not go out; when a live page was looked at again. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>
export const UU_TIEN = ['cao', 'thuong', 'thap'] as const
export type UuTien = (typeof UU_TIEN)[number]

/** Instants are ISO. `luc`: when it was written, empty where nothing is; names the text a form was drawn from. */
export type Viec = { nguoi: number | null; tenNguoi: string; han: string | null; uuTien: UuTien; khongTruoc: string | null; ghiChu: string; luc: string }
export const NO_WORK: Viec = { nguoi: null, tenNguoi: '', han: null, uuTien: 'thuong', khongTruoc: null, ghiChu: '', luc: '' }

const ISO = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)
type Row = { nguoi: number | null; ten: string | null; han: string | null; uu_tien: UuTien; khong_truoc: string | null; ghi_chu: string; luc: string }

export async function workOn(req: Req, boSuuTap: string, taiLieu: number): Promise<Viec> {
  const [row] = await query<Row>(
    req,
    sql`select v.nguoi, n.ho_ten as ten, to_char(v.han at time zone 'UTC', ${ISO}) as han, v.uu_tien, to_char(v.khong_truoc at time zone 'UTC', ${ISO}) as khong_truoc, v.ghi_chu, to_char(v.luc at time zone 'UTC', ${ISO}) as luc
        from viec v left join nguoi_dung n on n.id = v.nguoi where v.bo_suu_tap = ${boSuuTap} and v.tai_lieu = ${taiLieu}`,
  )
  return row
    ? {
        nguoi: row.nguoi === null ? null : Number(row.nguoi),
        tenNguoi: row.ten ?? '',
        han: row.han,
        uuTien: row.uu_tien,
        khongTruoc: row.khong_truoc,
        ghiChu: row.ghi_chu,
        luc: row.luc,
      }
    : NO_WORK
}

export async function setWork(
  req: Req,
  boSuuTap: string,
  taiLieu: number,
  { nguoi, han, uuTien, khongTruoc, ghiChu }: Omit<Viec, 'tenNguoi' | 'luc'>,
  by: number,
): Promise<void> {
  await query(
    req,
    sql`insert into viec (bo_suu_tap, tai_lieu, nguoi, han, uu_tien, khong_truoc, ghi_chu, nguoi_giao)
        values (${boSuuTap}, ${taiLieu}, ${nguoi}, ${han}::timestamptz, ${uuTien}, ${khongTruoc}::timestamptz, ${ghiChu}, ${by})
        on conflict (bo_suu_tap, tai_lieu) do update set nguoi = excluded.nguoi, han = excluded.han, uu_tien = excluded.uu_tien, khong_truoc = excluded.khong_truoc,
          ghi_chu = excluded.ghi_chu, nguoi_giao = excluded.nguoi_giao, luc = ct_nay()`,
  )
}

/** The hour before which it must not go out, ISO; null where none is set or it has come. */
export async function embargoOf(req: Req, boSuuTap: string, taiLieu: number): Promise<string | null> {
  const [row] = await query<{ luc: string }>(
    req,
    sql`select to_char(khong_truoc at time zone 'UTC', ${ISO}) as luc from viec where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} and khong_truoc > ct_nay()`,
  )
  return row?.luc ?? null
}

export async function markSeenAgain(req: Req, boSuuTap: string, taiLieu: number, nguoi: number): Promise<void> {
  await query(
    req,
    sql`insert into xem_lai (bo_suu_tap, tai_lieu, nguoi) values (${boSuuTap}, ${taiLieu}, ${nguoi})
        on conflict (bo_suu_tap, tai_lieu) do update set nguoi = excluded.nguoi, luc = ct_nay()`,
  )
}

export async function lastSeenAgain(req: Req, boSuuTap: string, taiLieu: number): Promise<{ luc: string; tenNguoi: string } | null> {
  const [row] = await query<{ luc: string; ten: string | null }>(
    req,
    sql`select to_char(x.luc at time zone 'UTC', ${ISO}) as luc, n.ho_ten as ten from xem_lai x left join nguoi_dung n on n.id = x.nguoi where x.bo_suu_tap = ${boSuuTap} and x.tai_lieu = ${taiLieu}`,
  )
  return row ? { luc: row.luc, tenNguoi: row.ten ?? '' } : null
}
