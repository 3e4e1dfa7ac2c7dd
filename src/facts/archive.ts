/** The archive: pictures, films and files as one person may read them, filtered; and of each whether everybody in it still agrees. */
import type { PayloadRequest, Where } from 'payload'
import { query, sql } from '../database/sql.ts'
import { now } from '../database/clock.ts'
import { LOAI_KHO, spanOfFilter, type ArchiveFilter, type LoaiKho } from '../policy/archive/filter.ts'
import { idsOf } from '../policy/ids.ts'
import type { TrangThai } from '../policy/gate/states.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { checkConsents } from '../policy/people/consent.ts'
import { neverShown } from '../policy/people/neverShown.ts'
import { readConsents } from './consents.ts'
import { peopleInBytes } from './peopleInBytes.ts'
import { neverShownList } from './neverShown.ts'
import { notAskedAmong } from './notAsked.ts'

/** More than this is no answer: the filter is to be narrowed. */
const MOST_IDS = 5000

export type Archived = {
  id: number
  loai: LoaiKho
  kieu: string
  /** Under which the working file lies, and what its bytes are. */
  tep: string
  sha256: string
  bytes: number
  anhNho: string | null
  moTa: string
  chuThich: string
  tacGia: string
  giayPhep: string
  tenGoc: string
  donVi: string
  luc: string
  /** Why it may not be handed on; empty where it may. */
  thieu: Issue[]
}

const MIME: Record<LoaiKho, Where> = {
  anh: { mimeType: { like: 'image/' } },
  phim: { mimeType: { like: 'video/' } },
  am: { mimeType: { like: 'audio/' } },
  tep: { mimeType: { like: 'application/' } },
}
const kindOf = (mime: string): LoaiKho =>
  LOAI_KHO.find((one) => mime.startsWith({ anh: 'image/', phim: 'video/', am: 'audio/', tep: 'application/' }[one])) ?? 'tep'

/** Pictures whose own words, or the title of a live story they stand in, hold these; with or without marks. */
async function idsWithWords(req: PayloadRequest, words: string): Promise<number[]> {
  const like = sql`'%' || replace(replace(replace(khong_dau(${words}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
  const rows = await query<{ id: unknown }>(
    req,
    sql`select id from tu_lieu where khong_dau(concat_ws(' ', alt_text, chu_thich, ten_goc, tac_gia_anh)) like ${like}
        union select a.tai_lieu from anh_dang a join ban_dang b on b.id = a.ban_dang_id where khong_dau(b.tieu_de) like ${like}
        order by 1 desc limit ${MOST_IDS}`,
  )
  return rows.map(({ id }) => Number(id))
}

/** Pictures of live stories of one topic. */
async function idsOfTopic(req: PayloadRequest, chuDe: number): Promise<number[]> {
  const rows = await query<{ id: unknown }>(
    req,
    sql`select distinct a.tai_lieu as id from anh_dang a join ban_dang b on b.id = a.ban_dang_id
        where b.bo_suu_tap = 'tin-bai' and (b.noi_dung::jsonb -> 'chuDe') @> ${JSON.stringify([{ taiLieu: chuDe }])}::jsonb order by 1 desc limit ${MOST_IDS}`,
  )
  return rows.map(({ id }) => Number(id))
}

/** Consents this person may read, by name. */
async function idsOfPeople(req: PayloadRequest, name: string): Promise<number[]> {
  const found = await req.payload.find({ collection: 'dong-y', where: { hoTen: { like: name } }, depth: 0, limit: 200, overrideAccess: false, req })
  return found.docs.map(({ id }) => Number(id))
}

const among = (ids: readonly number[], field = 'id'): Where => ({ [field]: { in: ids.length === 0 ? [0] : [...ids] } })

export async function whereOf(own: () => Promise<PayloadRequest>, filter: ArchiveFilter): Promise<Where> {
  const and: Where[] = []
  const span = spanOfFilter(filter)
  if (span) and.push({ createdAt: { greater_than_equal: new Date(span.from).toISOString() } }, { createdAt: { less_than: new Date(span.until).toISOString() } })
  if (filter.donVi !== null) and.push({ donVi: { equals: filter.donVi } })
  if (filter.loai) and.push(MIME[filter.loai])
  if (filter.chu !== '') and.push(among(await idsWithWords(await own(), filter.chu)))
  if (filter.chuDe !== null) and.push(among(await idsOfTopic(await own(), filter.chuDe)))
  if (filter.nguoi !== '') and.push(among(await idsOfPeople(await own(), filter.nguoi), 'nguoiXuatHien'))
  return { and }
}

type Row = Record<string, unknown>
const text = (row: Row, name: string): string => (typeof row[name] === 'string' ? row[name] : '')
const pathOf = (url: string): string => (url.startsWith('/') ? url : new URL(url).pathname)

/**
 * Of each picture: whoever is named in a story that leads with it or has it in its gallery, and in every edition that ever showed it,
 * inside its text too. Who withdrew there is not handed out here.
 */
async function peopleOfStories(req: PayloadRequest, ids: readonly number[]): Promise<Map<number, number[]>> {
  const people = new Map<number, number[]>()
  if (ids.length === 0) return people
  const rows = await query<{ anh: unknown; nguoi: unknown }>(
    req,
    sql`with dung as (
          select anh_bia_id as anh, id as bai from tin_bai where anh_bia_id in ${[...ids]}
          union select tu_lieu_id, parent_id from tin_bai_rels where path = 'tuLieu' and tu_lieu_id in ${[...ids]}
        ), ban as (
          select t.id as anh, d.ban_trinh_id from tu_lieu t join ban_dang d on d.ket_thuc_luc is null and ma_tep(d.noi_dung) @> array[t.sha256::text] where t.id in ${[...ids]} and t.sha256 is not null
          union select t.id, d.ban_trinh_id from tu_lieu t join ban_dang d on d.ket_thuc_luc is not null and ma_tep(d.noi_dung) @> array[t.sha256::text] where t.id in ${[...ids]} and t.sha256 is not null)
        select d.anh, r.dong_y_id as nguoi from dung d join tin_bai_rels r on r.parent_id = d.bai and r.path = 'nhanVat' where r.dong_y_id is not null
        union select n.anh, (u ->> 'id')::int from ban n join ban_trinh b on b.id = n.ban_trinh_id, jsonb_array_elements(coalesce(b.bang_chung::jsonb -> 'dongY', '[]')) u`,
  )
  for (const { anh, nguoi } of rows) people.set(Number(anh), [...(people.get(Number(anh)) ?? []), Number(nguoi)])
  return people
}

/** Of these, why one may not be handed on now; empty where it may. */
export async function lackingNow(own: () => Promise<PayloadRequest>, id: number, units: Units): Promise<readonly Issue[] | null> {
  const [one] = await archivePage(await own(), { id: { equals: id } }, null, 1, units)
  return one?.thieu ?? null
}

async function archivedOf(req: PayloadRequest, rows: readonly Row[], units: ReadonlyMap<number, { ten: string }>): Promise<Archived[]> {
  const named = await peopleOfStories(
    req,
    rows.map(({ id }) => Number(id)),
  )
  const alike = await peopleInBytes(
    req,
    rows.map((row) => text(row, 'sha256')).filter((hash) => hash !== ''),
  )
  const inBytes = (row: Row): number[] => alike.filter(({ sha256 }) => sha256 === row.sha256).map(({ dongY }) => dongY)
  const people = rows.map((row) => [...new Set([...idsOf(row.nguoiXuatHien ?? null), ...inBytes(row), ...(named.get(Number(row.id)) ?? [])])])
  const unasked = await notAskedAmong(
    req,
    rows.map(({ id }) => Number(id)),
  )
  const consents = await readConsents(req, [...new Set(people.flat())])
  const hidden = await neverShownList(req)
  const at = await now(req)
  return rows.map((row, i) => {
    const uses = people[i]!.map((id) => ({ field: 'nguoiXuatHien', id, dongY: consents.get(id) ?? null }))
    const agreed = uses.flatMap(({ field, dongY }) => (dongY ? [{ field, hoTen: dongY.hoTen, namSinh: dongY.namSinh }] : []))
    const words = ['altText', 'chuThich', 'tacGiaAnh', 'giayPhep', 'tenGoc'].map((name) => text(row, name)).join('\n')
    return {
      id: Number(row.id),
      loai: kindOf(text(row, 'mimeType')),
      kieu: text(row, 'mimeType'),
      tep: text(row, 'filename'),
      sha256: text(row, 'sha256'),
      bytes: Number(row.filesize ?? 0),
      anhNho: text(row, 'thumbnailURL') === '' ? null : pathOf(text(row, 'thumbnailURL')),
      moTa: text(row, 'altText'),
      chuThich: text(row, 'chuThich'),
      tacGia: text(row, 'tacGiaAnh'),
      giayPhep: text(row, 'giayPhep'),
      tenGoc: text(row, 'tenGoc'),
      donVi: units.get(idsOf(row.donVi ?? null)[0] ?? 0)?.ten ?? '',
      luc: text(row, 'createdAt'),
      thieu: [
        ...checkConsents(uses, at),
        ...neverShown(hidden, words, agreed),
        ...(unasked.has(Number(row.id)) ? [issue('CLASS_NOT_ASKED', undefined, { ten: text(row, 'tenGoc') })] : []),
      ],
    }
  })
}

type Units = ReadonlyMap<number, { ten: string }>

/** The newest first; `before`: the id from which the page goes on. One more than asked for says that there are more. */
export async function archivePage(req: PayloadRequest, where: Where, before: number | null, limit: number, units: Units): Promise<Archived[]> {
  const found = await req.payload.find({
    collection: 'tu-lieu',
    where: before === null ? where : { and: [where, { id: { less_than: before } }] },
    sort: '-id',
    depth: 0,
    limit,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return archivedOf(req, found.docs as unknown as Row[], units)
}

export async function archiveCount(req: PayloadRequest, where: Where): Promise<number> {
  return (await req.payload.count({ collection: 'tu-lieu', where, overrideAccess: false, req })).totalDocs
}

export type Stored = { donVi: string; so: number; bytes: number }

/** What each unit keeps, the most first; for whoever answers for the room there is. */
export async function storedByUnit(req: PayloadRequest, units: Units): Promise<Stored[]> {
  const rows = await query<{ don_vi: unknown; so: unknown; bytes: unknown }>(
    req,
    sql`select don_vi_id as don_vi, count(*) as so, coalesce(sum(filesize), 0) as bytes from tu_lieu group by 1 order by 3 desc`,
  )
  return rows.map((row) => ({ donVi: units.get(Number(row.don_vi ?? 0))?.ten ?? '', so: Number(row.so), bytes: Number(row.bytes) }))
}

/** Stories whose working copy shows it, or that readers see with it; as this person may read them. */
export async function storiesWith(req: PayloadRequest, id: number): Promise<{ id: number; tieuDe: string; trangThai: TrangThai }[]> {
  const rows = await query<{ id: unknown }>(
    req,
    sql`select id from tin_bai where anh_bia_id = ${id} union select parent_id from tin_bai_rels where path = 'tuLieu' and tu_lieu_id = ${id}
        union select b.tai_lieu from anh_dang a join ban_dang b on b.id = a.ban_dang_id where b.bo_suu_tap = 'tin-bai' and a.tai_lieu = ${id} order by 1 desc limit 50`,
  )
  if (rows.length === 0) return []
  const where = among(rows.map((row) => Number(row.id)))
  const found = await req.payload.find({ collection: 'tin-bai', where, depth: 0, limit: 50, overrideAccess: false, req })
  return found.docs.map((one) => {
    const { id: of, tieuDe, trangThai } = one as unknown as { id: number; tieuDe?: string | null; trangThai?: TrangThai | null }
    return { id: Number(of), tieuDe: tieuDe ?? '', trangThai: trangThai ?? 'nhap' }
  })
}

/** When the first was kept, an ISO instant; null where there is none. */
export async function firstKept(req: PayloadRequest): Promise<string | null> {
  const rows = await query<{ luc: string | null }>(req, sql`select min(created_at)::text as luc from tu_lieu`)
  const luc = rows[0]?.luc ?? null
  return luc === null ? null : new Date(luc).toISOString()
}
