import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { frozenMedia, type FrozenMedia } from '../policy/gate/frozenMedia.ts'
import type { ConsentUse, DongY } from '../policy/people/consent.ts'
import type { Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { idsOf } from '../policy/ids.ts'
import type { BanTrinh } from '../record/banTrinh.ts'
import { peopleInBytes } from './peopleInBytes.ts'

type Row = {
  id: number
  ho_ten: string
  nam_sinh: unknown
  chinh_chu: boolean | null
  nguoi_dam_ho: string | null
  muc_dich: string | null
  han: string | null
  thu_hoi_luc: string | null
  kenh: string[] | null
}
export type Consent = DongY & { mucDich: string }

const instant = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString())

/** Held until the transaction ends: a withdrawal meanwhile waits. */
export async function readConsents(req: PayloadRequest, wanted: readonly number[]): Promise<Map<number, Consent>> {
  if (wanted.length === 0) return new Map()
  const rows = await query<Row>(
    req,
    sql`select d.id, d.ho_ten, d.nam_sinh, d.chinh_chu, d.nguoi_dam_ho, d.muc_dich, d.han::text, d.thu_hoi_luc::text,
          (select array_agg(k.value::text order by k.value::text) from dong_y_kenh k where k.parent_id = d.id) as kenh
        from dong_y d where d.id in ${[...wanted]} order by d.id for share`,
  )
  return new Map(
    rows.map((r) => [
      Number(r.id),
      {
        id: Number(r.id),
        hoTen: r.ho_ten,
        namSinh: r.nam_sinh === null ? null : Number(r.nam_sinh),
        chinhChu: r.chinh_chu,
        nguoiDamHo: r.nguoi_dam_ho ?? '',
        mucDich: r.muc_dich ?? '',
        kenh: r.kenh ?? [],
        han: instant(r.han),
        thuHoiLuc: instant(r.thu_hoi_luc),
      },
    ]),
  )
}

type Use = Omit<ConsentUse, 'dongY'>

/** One use a person; where he is pictured, in which pictures. */
function gathered(uses: readonly Use[]): Use[] {
  const all = new Map<number, Use>()
  for (const use of uses) {
    const known = all.get(use.id)
    const anh = [...new Set([known?.anh, use.anh].filter((one) => one !== undefined))].join('”, “')
    const tuLieu = [...new Set([...(known?.tuLieu ?? []), ...(use.tuLieu ?? [])])]
    all.set(use.id, { ...(known ?? use), ...(anh === '' ? {} : { anh }), ...(tuLieu.length > 0 ? { tuLieu } : {}) })
  }
  return [...all.values()]
}

const nameOf = (picture: Doc): string => String(picture.tenGoc || picture.altText || picture.filename || picture.id)

async function withConsents(req: PayloadRequest, uses: readonly Use[]): Promise<(Use & { dongY: Consent | null })[]> {
  const consents = await readConsents(
    req,
    uses.map((u) => u.id),
  )
  return uses.map((use) => ({ ...use, dongY: consents.get(use.id) ?? null }))
}

/** Every use of a person in a document and in the pictures it shows, with the consent as it stands now. */
export async function consentUses(req: PayloadRequest, gate: Gate, doc: Doc, mediaDocs: readonly Doc[]): Promise<(Use & { dongY: Consent | null })[]> {
  const own = gate.consents ? idsOf(doc[gate.consents.field]).map((id) => ({ field: gate.consents!.field, id })) : []
  const alike = await peopleInBytes(
    req,
    mediaDocs.map((m) => m.sha256).filter((hash): hash is string => typeof hash === 'string'),
  )
  const pictured = mediaDocs.flatMap((m) => {
    const people = [...idsOf(m.nguoiXuatHien), ...alike.filter(({ sha256 }) => sha256 === m.sha256).map(({ dongY }) => dongY)]
    return [...new Set(people)].map((id) => ({ field: 'nguoiXuatHien', id, anh: nameOf(m), tuLieu: [Number(m.id)] }))
  })
  return withConsents(req, gathered([...own, ...pictured]))
}

/** People tagged in these pictures as they stand now, and in the same bytes elsewhere. */
async function picturedNow(req: PayloadRequest, media: readonly FrozenMedia[]): Promise<Use[]> {
  if (media.length === 0) return []
  const ids = [...new Set(media.map(({ taiLieu }) => taiLieu))]
  const elsewhere = await peopleInBytes(
    req,
    media.flatMap(({ hashes }) => hashes.slice(0, 1)),
  )
  const rows = await query<{ id: unknown; anh: string }>(
    req,
    sql`select r.dong_y_id as id, coalesce(nullif(t.ten_goc, ''), nullif(t.alt_text, ''), t.id::text) as anh from tu_lieu_rels r join tu_lieu t on t.id = r.parent_id
        where r.path = 'nguoiXuatHien' and r.parent_id in ${[...ids]} and r.dong_y_id is not null order by r.dong_y_id`,
  )
  return [
    ...rows.map(({ id, anh }) => ({ field: 'nguoiXuatHien', id: Number(id), anh })),
    ...elsewhere.map(({ dongY }) => ({ field: 'nguoiXuatHien', id: dongY })),
  ]
}

type FrozenUse = { field: string; id: number; chinhChu?: unknown }

/** The consents frozen as evidence, and of whoever was tagged in its pictures since, as they stand now. */
export async function consentsNow(req: PayloadRequest, { bangChung, noiDung }: Pick<BanTrinh, 'bangChung' | 'noiDung'>): Promise<ConsentUse[]> {
  const asked = (JSON.parse(bangChung) as { dongY?: FrozenUse[] }).dongY ?? []
  // What was sent before ages were asked keeps its rule as a whole.
  const old = asked.some(({ chinhChu }) => chinhChu === undefined) ? ({ cu: true } as const) : {}
  const frozen = asked.map(({ field, id }): Use => ({ field, id, ...old }))
  const tagged = await picturedNow(req, frozenMedia(JSON.parse(noiDung)))
  return withConsents(req, gathered([...frozen, ...tagged.map((one): Use => ({ ...one, ...old }))]))
}
