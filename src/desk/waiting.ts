/** What waits for a person, in the order in which it is due: emergencies by their hour, then what has waited longest. */
import type { PayloadRequest, Where } from 'payload'
import { query, sql } from '../database/sql.ts'
import { queuesFor, receivedQueue, type Queue } from '../policy/gate/queues.ts'
import { waitingIn } from '../record/goiTrinh.ts'
import type { Visit } from './room.ts'
import { pathOf, SLUG } from './writing/story.ts'

/** A document that waits. `tenNguoiTrinh`, `donVi` and `trinhLuc` of what was submitted; `khanDen` where an emergency runs out. */
export type Row = {
  id: number
  tieuDe: string
  boSuuTap: string
  loai: string
  taiLieu: number
  trangThai: string
  banTrinh: number | null
  updatedAt: string
  tenNguoiTrinh: string | null
  donVi: string | null
  trinhLuc: string | null
  khanDen: string | null
}
export type Group = { rows: Row[]; total: number }

type Stored = { id: number; tieuDe: string; boSuuTap: string; loai?: string | null; taiLieu: number; trangThai: string; banTrinh?: number | { id: number } | null; updatedAt: string } // prettier-ignore
const idOf = (value: number | { id: number } | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(typeof value === 'object' ? value.id : value)

type Submitted = { id: unknown; ten: string; luc: string; don_vi: string | null; khan: string | null }

/** Whose it is and when it is due. */
async function told(req: PayloadRequest, docs: readonly Stored[]): Promise<Row[]> {
  const ids = docs.map((doc) => idOf(doc.banTrinh)).filter((id) => id !== null)
  const known =
    ids.length === 0
      ? []
      : await query<Submitted>(
          req,
          sql`select b.id, b.ten_nguoi_trinh as ten, b.created_at::text as luc, b.noi_dung::jsonb #>> '{donVi,ten}' as don_vi,
                (select d.khan_den::text from ban_dang d where d.ban_trinh_id = b.id and d.khan_den is not null and d.ket_thuc_luc is null limit 1) as khan
              from ban_trinh b where b.id in ${ids}`,
        )
  const of = new Map(known.map((row) => [Number(row.id), row]))
  return docs.map((doc) => {
    const banTrinh = idOf(doc.banTrinh)
    const more = banTrinh === null ? undefined : of.get(banTrinh)
    const { id, tieuDe, boSuuTap, loai, taiLieu, trangThai, updatedAt } = doc
    return {
      id,
      tieuDe,
      boSuuTap,
      loai: loai ?? '',
      taiLieu,
      trangThai,
      updatedAt,
      banTrinh,
      tenNguoiTrinh: more?.ten ?? null,
      donVi: more?.don_vi ?? null,
      trinhLuc: more ? new Date(more.luc).toISOString() : null,
      khanDen: more?.khan ? new Date(more.khan).toISOString() : null,
    }
  })
}

/** What was approved waits for its hour, not for a verdict: it comes after what does. */
const byDue = (one: Row, other: Row): number =>
  Number(one.trangThai === 'daDuyet') - Number(other.trangThai === 'daDuyet') ||
  (one.khanDen ?? '9').localeCompare(other.khanDen ?? '9') ||
  (one.trinhLuc ?? one.updatedAt).localeCompare(other.trinhLuc ?? other.updatedAt)

async function rowsOf(visit: Visit, queues: readonly Queue[], limit: number, sort: string, without: readonly number[] = []): Promise<Group> {
  if (queues.length === 0) return { rows: [], total: 0 }
  const req = await visit.own()
  const leftOut: Where[] = without.length > 0 ? [{ or: [{ banTrinh: { exists: false } }, { banTrinh: { not_in: [...without] } }] }] : []
  const and: Where[] = [{ or: queues.map((queue) => queue.where as Where) }, ...leftOut]
  // overrideAccess: bundles are shown to approvers alone, who read every file (src/access/record.ts); what is left out of them is
  // a longer list than a person may ask by.
  const overrideAccess = without.length > 0
  const found = await req.payload.find({ collection: 'ho-so', where: { and }, sort, limit, depth: 0, overrideAccess, req })
  const rows = found.docs as unknown as Stored[]
  // What became of his own is told newest first; only what is to be decided is due.
  if (queues.every(({ own }) => own !== null)) return { rows: await told(req, rows), total: found.totalDocs }
  const urgent = await urgentAmong(req, and, rows)
  return { rows: (await told(req, [...urgent, ...rows])).toSorted(byDue), total: found.totalDocs }
}

/** Emergencies that wait, however many others have waited longer. */
async function urgentAmong(req: PayloadRequest, and: readonly Where[], shown: readonly Stored[]): Promise<Stored[]> {
  const open = await query<{ id: unknown }>(req, sql`select ban_trinh_id as id from ban_dang where khan_den is not null and ket_thuc_luc is null limit 100`)
  const ids = open.map((row) => Number(row.id)).filter((id) => !shown.some((doc) => idOf(doc.banTrinh) === id))
  if (ids.length === 0) return []
  // overrideAccess: narrowed to what waits for this very person, whose steps say that he reads it.
  const found = await req.payload.find({
    collection: 'ho-so',
    where: { and: [...and, { banTrinh: { in: ids } }] },
    depth: 0,
    limit: 20,
    overrideAccess: true,
    req,
  })
  return found.docs as unknown as Stored[]
}

const MOST = 20

/** What this person is to decide; `goi`: bundles shown as such. */
export async function toDecide(visit: Visit, goi: readonly number[] = []): Promise<Group> {
  const received = receivedQueue(visit.actor)
  const queues = [...queuesFor(visit.actor).filter((queue) => queue.own === null), ...(received ? [received] : [])]
  return rowsOf(visit, queues, MOST, 'updatedAt', goi.length > 0 ? await waitingIn(await visit.own(), goi) : [])
}

/** What became of his own. */
export const ofOwn = (visit: Visit, own: NonNullable<Queue['own']>): Promise<Group> =>
  rowsOf(visit, queuesFor(visit.actor).filter((queue) => queue.own === own), MOST, '-updatedAt') // prettier-ignore

/** Where a row is worked on: what was submitted is read at the desk, a story is written there, all else in the panel. */
export function placeOf({ trangThai, banTrinh, boSuuTap, taiLieu }: Row): string {
  if ((trangThai.startsWith('cho') || trangThai === 'daDuyet') && banTrinh !== null) return `/lam-viec/doc/${banTrinh}`
  // Sent by a class and not yet looked at.
  if (trangThai === 'choTiepNhan' && boSuuTap === SLUG) return `/lam-viec/nhan/${taiLieu}`
  return boSuuTap === SLUG ? pathOf(taiLieu) : `/admin/collections/${boSuuTap}/${taiLieu}`
}
