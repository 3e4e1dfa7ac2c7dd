/** What a story chooses from: units, topics, people who agreed, pictures, the story it corrects. Read as its writer may read them. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { ownUnits, readUnits } from '../../facts/members.ts'
import { namesAnyUnit } from '../../policy/gate/authority.ts'
import { idsOf } from '../../policy/ids.ts'
import type { Visit } from '../room.ts'
import { STANDS } from '../../record/banDang.ts'
import { waitingAmong } from '../../record/viecTep.ts'

export type Choice = { value: string; label: string }
/** `nguoi`: consents of those tagged in it; `khongNhanRa`: somebody looked and nobody can be told. `dangLam`: what readers get of it is being made. `trung`: the same bytes were there before, under this number. `che`: a picture, in which somebody can be covered; `soKhung`: frames it had, of which the first was kept. */
export type Picture = {
  id: number
  altText: string
  ten: string
  anh: string | null
  che: boolean
  soKhung: number
  trung: number | null
  dangLam: boolean
  nguoi: number[]
  khongNhanRa: boolean
  loai: 'Ảnh' | 'Phim' | 'Âm thanh' | 'Tệp'
}
export type Person = { id: number; hoTen: string; namSinh: number | null; ended: boolean }

/** The chosen one stays in the list, though it was closed since. */
export async function unitChoices({ own, actor }: Visit, chosen: number | undefined): Promise<Choice[]> {
  const req = await own()
  const units = [...(await readUnits(req)).values()]
  const mine = namesAnyUnit(actor) ? units.filter(({ mo }) => mo).map(({ id }) => id) : await ownUnits(req, actor.id)
  return units
    .filter(({ id }) => mine.includes(id) || id === chosen)
    .map(({ id, ten, mo }) => ({ value: String(id), label: mo ? ten : `${ten} (đã đóng)` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'vi'))
}

async function liveOf(req: PayloadRequest, slug: string, limit: number): Promise<Choice[]> {
  const rows = await query<{ id: number; ten: string }>(
    req,
    sql`select tai_lieu as id, tieu_de as ten from ban_dang where bo_suu_tap = ${slug} and ${STANDS} order by id desc limit ${limit}`,
  )
  return rows.map(({ id, ten }) => ({ value: String(id), label: ten }))
}

/** Topics readers know, and those a draft names already. */
export async function topicChoices({ own }: Visit, chosen: readonly number[]): Promise<Choice[]> {
  const req = await own()
  const live = await liveOf(req, 'chu-de', 200)
  const others = chosen.filter((id) => !live.some(({ value }) => value === String(id)))
  const named = others.length === 0 ? [] : await query<{ id: number; ten: string | null }>(req, sql`select id, ten from chu_de where id in ${[...others]}`)
  const waiting = named.map(({ id, ten }) => ({ value: String(id), label: `${ten ?? ''} (chưa lên trang)` }))
  return [...live, ...waiting].toSorted((one, other) => one.label.localeCompare(other.label, 'vi'))
}

/** The newest ones: what is corrected is seldom old, and an older one is chosen in the panel. */
export const correctedChoices = async ({ own }: Visit): Promise<Choice[]> => liveOf(await own(), 'tin-bai', 100)

const kindWord = (mime: string): Picture['loai'] =>
  mime.startsWith('image/') ? 'Ảnh' : mime.startsWith('video/') ? 'Phim' : mime.startsWith('audio/') ? 'Âm thanh' : 'Tệp'

export async function picturesOf({ own }: Visit, ids: readonly number[]): Promise<Picture[]> {
  if (ids.length === 0) return []
  const req = await own()
  const found = await req.payload.find({
    collection: 'tu-lieu',
    where: { id: { in: [...ids] } },
    depth: 0,
    limit: ids.length,
    overrideAccess: false,
    req,
  })
  const waiting = await waitingAmong(req, ids)
  const known = new Map(found.docs.map((one) => [Number(one.id), one]))
  return ids.map((id) => {
    const one = known.get(id) as
      | {
          altText?: string | null
          tenGoc?: string | null
          thumbnailURL?: string | null
          mimeType?: string | null
          soKhung?: number | null
          trung?: number | null
          nguoiXuatHien?: unknown
          khongNhanRa?: boolean | null
        }
      | undefined
    const anh = one?.thumbnailURL ?? null
    const path = anh?.startsWith('/') ? anh : anh === null ? null : new URL(anh).pathname
    const che = one?.mimeType?.startsWith('image/') === true
    return {
      id,
      altText: one?.altText ?? '',
      ten: one?.tenGoc ?? '',
      anh: che ? path : null,
      che,
      soKhung: one?.soKhung ?? 0,
      trung: one?.trung ?? null,
      loai: kindWord(one?.mimeType ?? ''),
      dangLam: waiting.has(id),
      nguoi: idsOf(one?.nguoiXuatHien ?? null),
      khongNhanRa: one?.khongNhanRa === true,
    }
  })
}

/** Colleagues who may share a story: of its writer's own units, and whoever is chosen already. The author himself is one anyway. */
export async function coAuthorChoices({ own, actor }: Visit, author: number | null, chosen: readonly number[]): Promise<Choice[]> {
  const req = await own()
  const units = await ownUnits(req, author ?? actor.id)
  const rows = await query<{ id: unknown; ten: string }>(
    req,
    sql`select n.id, n.ho_ten as ten from nguoi_dung n where n.id <> ${author ?? actor.id} and (n.id in ${[0, ...chosen]}
          or (n.kich_hoat and exists (select 1 from thanh_vien t where t.nguoi_id = n.id and t.den is null and t.don_vi_id in ${[0, ...units]})))
        order by n.ten_sap_xep, n.id limit 60`,
  )
  return rows.map(({ id, ten }) => ({ value: String(id), label: ten }))
}

/** Those chosen, then the newest this person may read. */
export async function peopleOf({ own }: Visit, chosen: readonly number[], most = 30): Promise<Person[]> {
  const req = await own()
  const select = { hoTen: true, namSinh: true, thuHoiLuc: true, han: true } as const
  const ask = { collection: 'dong-y', depth: 0, select, overrideAccess: false, req } as const
  const named = chosen.length === 0 ? [] : (await req.payload.find({ ...ask, where: { id: { in: [...chosen] } }, limit: chosen.length })).docs
  const recent = (await req.payload.find({ ...ask, where: { thuHoiLuc: { exists: false } }, sort: '-id', limit: most })).docs
  return [...named, ...recent.filter(({ id }) => !chosen.includes(Number(id)))].map((one) => ({
    id: Number(one.id),
    hoTen: String(one.hoTen ?? ''),
    namSinh: typeof one.namSinh === 'number' ? one.namSinh : null,
    ended: Boolean(one.thuHoiLuc),
  }))
}
