import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { failpoint } from '../failpoint.ts'

/** What readers see changed by the transaction of a request, as the database names it; everything until it has said so. */
const touched = new WeakMap<PayloadRequest, string[]>()
export const touchedTags = (req: PayloadRequest): readonly string[] | null => touched.get(req) ?? null
const EVERYTHING = '*'

async function touching<T extends { the: string[] }>(req: PayloadRequest, work: () => Promise<T[]>): Promise<T[]> {
  const before = touched.get(req) ?? []
  touched.set(req, [EVERYTHING])
  const rows = await work()
  touched.set(req, [...before, ...rows.flatMap((row) => row.the)])
  return rows
}

/** As src/theme/queries/editions.ts has it for readers. */
export const STANDS = sql`ket_thuc_luc is null and (khan_den is null or khan_den > ct_nay()) and (an_den is null or an_den <= ct_nay())`

const TAGS = sql`ct_the_cua(ban_dang) as the`

type Row = { id: number; slug: string; khan_den: string | null }
export type Edition = { id: number; slug: string; khanDen?: string }

const KHAN_DEN = sql`to_char(khan_den at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as khan_den`
const toEdition = (row: Row): Edition => ({ id: Number(row.id), slug: row.slug, ...(row.khan_den === null ? {} : { khanDen: row.khan_den }) })

/**
 * Makes a submission the live edition. The database copies the content, checks the verdicts and ends the edition before.
 * `khan`: for an emergency, until the hour its verdict names.
 */
export async function insertBanDang(req: PayloadRequest, banTrinh: number, khan = false): Promise<Edition> {
  // What stood until now – an ordinary edition, an emergency – is what this statement can see of the document.
  const rows = await touching(req, () =>
    query<Row & { the: string[] }>(
      req,
      sql`insert into ban_dang (ban_trinh_id, khan_den) values (${banTrinh}, ${khan ? sql`ct_nay()` : null}) returning id, slug, ${KHAN_DEN},
        ct_the_cua(ban_dang) || coalesce((select array_agg(the) from ban_dang cu, unnest(ct_the_cua(cu)) as the
          where cu.bo_suu_tap = ban_dang.bo_suu_tap and cu.tai_lieu = ban_dang.tai_lieu and cu.ket_thuc_luc is null), '{}') as the`,
    ),
  )
  failpoint('failpoint:edition-written')
  return toEdition(rows[0]!)
}

/** The emergency edition of this submission, while nobody has ended or confirmed it; its hour may have passed. */
export async function openEmergency(req: PayloadRequest, banTrinh: number): Promise<Edition | null> {
  const rows = await query<Row>(
    req,
    sql`select id, slug, ${KHAN_DEN} from ban_dang where ban_trinh_id = ${banTrinh} and khan_den is not null and ket_thuc_luc is null`,
  )
  return rows[0] ? toEdition(rows[0]) : null
}

/** An emergency not yet confirmed by an ordinary edition stands in the way of another. */
export async function hasUnconfirmedEmergency(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<boolean> {
  const rows = await query<{ khan: boolean }>(
    req,
    sql`select khan_den is not null as khan from ban_dang where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} order by id desc limit 1`,
  )
  return rows[0]?.khan === true
}

/** Words of emergencies that no ordinary edition confirmed, of a year back; and whether one of this spokesperson's still stands. */
export async function unconfirmedEmergencies(req: PayloadRequest, nguoi: number): Promise<{ noiDung: string; dangMo: boolean }[]> {
  const rows = await query<{ noi_dung: string; mo: boolean }>(
    req,
    sql`select d.noi_dung, d.ket_thuc_luc is null and d.khan_den > ct_nay()
          and exists (select 1 from phieu_duyet p where p.ban_trinh_id = d.ban_trinh_id and p.quyet_dinh = 'dangKhan' and p.nguoi = ${nguoi}) as mo
        from ban_dang d where d.khan_den > ct_nay() - interval '1 year'
          and not exists (select 1 from ban_dang x where x.ban_trinh_id = d.ban_trinh_id and x.khan_den is null) order by d.id desc limit 500`,
  )
  return rows.map((row) => ({ noiDung: row.noi_dung, dangMo: row.mo }))
}

export const endBanDang = async (req: PayloadRequest, id: number, lyDo: string): Promise<void> => {
  await touching(req, () =>
    query<{ the: string[] }>(req, sql`update ban_dang set ket_thuc_luc = ct_nay(), ly_do_go = ${lyDo} where id = ${id} returning ${TAGS}`),
  )
  failpoint('failpoint:edition-ended')
}

/** From readers, until it is shown again: it has not ended. */
export const hideBanDang = async (req: PayloadRequest, id: number): Promise<void> => {
  await touching(req, () =>
    query<{ the: string[] }>(req, sql`update ban_dang set an_den = '9999-12-31T00:00:00Z' where id = ${id} and ket_thuc_luc is null returning ${TAGS}`),
  )
}
export const showBanDang = async (req: PayloadRequest, id: number): Promise<void> => {
  await touching(req, () => query<{ the: string[] }>(req, sql`update ban_dang set an_den = null where id = ${id} and ket_thuc_luc is null returning ${TAGS}`))
}

/** Who owns each of these addresses, whether its edition is live or ended. */
export async function slugOwners(req: PayloadRequest, boSuuTap: string, base: string): Promise<Map<string, number>> {
  const rows = await query<{ slug: string; tai_lieu: number }>(
    req,
    sql`select distinct slug, tai_lieu from ban_dang where bo_suu_tap = ${boSuuTap} and starts_with(slug, ${base.slice(0, 70)})`,
  )
  return new Map(rows.map((row) => [row.slug, Number(row.tai_lieu)]))
}

/** The address readers know a document by: that of its newest edition. */
export async function lastSlug(req: PayloadRequest, boSuuTap: string, taiLieu: number): Promise<string | null> {
  const rows = await query<{ slug: string }>(
    req,
    sql`select slug from ban_dang where bo_suu_tap = ${boSuuTap} and tai_lieu = ${taiLieu} order by id desc limit 1`,
  )
  return rows[0]?.slug ?? null
}

/** What an answer says of the edition readers see now; nothing where there is none. */
export async function liveSummary(req: PayloadRequest, id: number | null): Promise<{ banDang?: Edition }> {
  if (id === null) return {}
  const rows = await query<Row>(req, sql`select id, slug, ${KHAN_DEN} from ban_dang where id = ${id} and ${STANDS}`)
  return rows[0] ? { banDang: toEdition(rows[0]) } : {}
}

/** The submission an edition is of. */
export async function submissionOf(req: PayloadRequest, banDang: number): Promise<number | null> {
  const rows = await query<{ ban_trinh_id: unknown }>(req, sql`select ban_trinh_id from ban_dang where id = ${banDang}`)
  return rows[0] ? Number(rows[0].ban_trinh_id) : null
}
