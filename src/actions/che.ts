/**
 * che, bo-che (cover, uncover): discs of a picture are drawn over for good in what the school uses; what it was before stays in the
 * store under its hash, where no page and no address leads. Whoever may change the picture may. The people tagged in it are held
 * until it is done: a withdrawal meanwhile waits, then finds what it has to take along.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createLocalReq, type PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { workingToRemove } from '../facts/withdrawnFiles.ts'
import { readConsents } from '../facts/consents.ts'
import { nullIfAbsent } from '../media/absent.ts'
import { refuse } from '../messages/refusal.ts'
import type { Area, View } from '../policy/gate/covered.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { fileKind } from '../policy/gate/fileKind.ts'
import { idsOf } from '../policy/ids.ts'
import { issue } from '../policy/issues.ts'
import { lockHoSo } from '../record/hoSo.ts'
import { holdRemovals, toRemove, unfrozenAmong } from '../record/xoaTep.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { runtimeOf } from '../runtime.ts'
import { inTransaction } from './transaction.ts'

/** In the context of a request: the file that comes is the row's own picture, covered (`che`) or as it was (`bo`). */
export const COVERING = 'congTruongChe'
/** In the context of a request: it put the picture before into the store. */
const KEPT = 'congTruongGiuGoc'
/** `cheHan`: covered for good, for somebody in it has withdrawn. */
export type Covering = 'che' | 'cheHan' | 'bo'

/** `path`: where its file lies. */
type Held = { id: number; bytes: Buffer; ten: string; sha256: string; path: string }
/** `nguoi`: consents of whoever is tagged in it now, or was when it was covered. */
type Locked = { goc: string | null; nguoi: number[] }

/** Refuses what is no picture, is not there for this person, or is no longer what was uploaded. */
async function held(req: PayloadRequest, id: number | null): Promise<Held> {
  // overrideAccess: false, so that whoever may not see it learns nothing of it.
  const doc = id !== null && (await req.payload.findByID({ collection: 'tu-lieu', id, depth: 0, overrideAccess: false, disableErrors: true, req }))
  if (!doc) throw refuse(issue('NOT_FOUND'))
  const folder = req.payload.collections['tu-lieu']!.config.upload.staticDir as string
  const path = join(folder, basename(String(doc.filename ?? '')))
  const bytes = await readFile(path).catch(nullIfAbsent)
  const ten = String(doc.tenGoc ?? doc.filename)
  // On its way out it is nobody's to look at; what was uploaded since may be covered, and that is the way back.
  if (typeof doc.sha256 === 'string' && (await workingToRemove(req, doc.sha256)).includes(String(doc.filename))) throw refuse(issue('PICTURE_GONE'))
  if (!bytes || sha256(bytes) !== doc.sha256) throw refuse(issue('FILE_CHANGED', undefined, { ten }))
  if (fileKind(bytes)?.loai !== 'anh') throw refuse(issue('PICTURE_NEEDED'))
  return { id: Number(id), bytes, ten, sha256: String(doc.sha256), path }
}

/** Its file, the row, then the people in it and in the same picture under another number; throws where the picture is another meanwhile. */
async function locked(req: PayloadRequest, { id, sha256: was, ten }: Held): Promise<Locked> {
  await lockHoSo(req, 'tu-lieu', id)
  const [row] = await query<{ sha256: string | null; goc: string | null }>(req, sql`select sha256, goc from tu_lieu where id = ${id} for update`)
  if (row?.sha256 !== was) throw refuse(issue('FILE_CHANGED', undefined, { ten }))
  const same = row.goc === null ? [was] : [was, row.goc]
  const tagged = await query<{ id: unknown }>(
    req,
    sql`with giong as (select id, goc_nguoi from tu_lieu where id = ${id} or sha256 in ${same} or goc in ${same})
        select dong_y_id as id from tu_lieu_rels where path = 'nguoiXuatHien' and dong_y_id is not null and parent_id in (select id from giong)
        union select unnest(goc_nguoi) from giong`,
  )
  return { goc: row.goc, nguoi: idsOf(tagged.map((one) => Number(one.id))) }
}

/** In the store under its hash. Nothing is removed from there meanwhile, and what another row let go is wanted again. */
async function keepUncovered(req: PayloadRequest, { bytes, sha256: hash }: Held): Promise<void> {
  await holdRemovals(req)
  await query(req, sql`update xoa_tep set xong_luc = ct_nay(), loi = null where sha256 = ${hash} and xong_luc is null`)
  await runtimeOf(req.payload).fileStore.put(bytes)
  Object.assign(req.context, { [KEPT]: true })
}

async function somebodyWithdrew(req: PayloadRequest, people: readonly number[]): Promise<boolean> {
  const consents = await readConsents(req, people)
  return people.some((id) => consents.get(id)?.thuHoiLuc !== null)
}

async function store(req: PayloadRequest, { id, ten }: Held, bytes: Buffer, how: Covering): Promise<void> {
  Object.assign(req.context, { [COVERING]: how })
  await req.payload.update({
    collection: 'tu-lieu',
    id,
    data: {},
    file: { data: bytes, mimetype: 'image/jpeg', name: ten, size: bytes.length },
    depth: 0,
    overrideAccess: false,
    disableTransaction: true,
    req,
  })
}

/**
 * The library takes the old file away before it asks whether it may: what was refused has its file back. What the row says now
 * decides – a picture that was covered by somebody else meanwhile is not laid back uncovered; where it cannot be asked nothing is lost.
 */
async function undone(req: PayloadRequest, { path, bytes, id, sha256: was }: Held, error: unknown): Promise<never> {
  // A request of its own: the one that failed is over.
  const fresh = await createLocalReq({}, req.payload)
  const row = await query<{ filename: string | null; goc: string | null }>(fresh, sql`select filename, goc from tu_lieu where id = ${id}`).then(
    ([found]) => found ?? { filename: null, goc: null },
    () => null,
  )
  if (row === null || row.filename === basename(path))
    await writeFile(path, bytes, { flag: 'wx', mode: 0o640 }).catch((failed: NodeJS.ErrnoException) => {
      if (failed.code !== 'EEXIST') throw failed
    })
  const made = req.file?.name ? basename(req.file.name) : null
  if (row !== null && made !== null && made !== row.filename && made !== basename(path)) await rm(join(dirname(path), made), { force: true })
  if (row !== null && row.goc !== was && req.context[KEPT] === true) await toRemove(fresh, await unfrozenAmong(fresh, [was], id))
  throw error
}

const logged = (req: PayloadRequest, hanhDong: 'che-anh' | 'bo-che-anh', taiLieu: number, so: number): Promise<string> =>
  insertNhatKy(req, { hanhDong, nguoi: actorOf(req), boSuuTap: 'tu-lieu', taiLieu, chiTiet: { so } })

/** How a part of it would look, as JPEG so many pixels wide. */
export async function xemChe(
  req: PayloadRequest,
  id: number | null,
  areas: readonly Area[],
  view: View,
  width: number,
): Promise<{ bytes: Buffer; cao: number }> {
  const made = await runtimeOf(req.payload).child.ask('coverPicture', (await held(req, id)).bytes, { about: { areas, view, width } })
  if ('refused' in made) throw refuse(issue(made.refused))
  return { bytes: Buffer.from(made.bytes), cao: made.cao }
}

export async function daChe(req: PayloadRequest, id: number | null): Promise<{ daChe: boolean; ten: string }> {
  const { ten, id: known } = await held(req, id)
  const [row] = await query<{ goc: string | null }>(req, sql`select goc from tu_lieu where id = ${known}`)
  return { daChe: row?.goc !== null, ten }
}

export async function che(req: PayloadRequest, id: number | null, areas: readonly Area[]): Promise<void> {
  if (areas.length === 0) throw refuse(issue('MISSING_FIELD', 'vung'))
  const picture = await held(req, id)
  const made = await runtimeOf(req.payload).child.ask('coverPicture', picture.bytes, { about: { areas } })
  if ('refused' in made) throw refuse(issue(made.refused))
  await inTransaction(req, async () => {
    const { goc, nguoi } = await locked(req, picture)
    const forGood = await somebodyWithdrew(req, nguoi)
    if (!forGood && goc === null) await keepUncovered(req, picture)
    if (forGood && goc !== null) await toRemove(req, await unfrozenAmong(req, [goc], picture.id))
    await query(req, sql`update tu_lieu set goc_nguoi = ${sql.param(nguoi)}::int[] where id = ${picture.id}`)
    await query(req, sql`insert into tep_da_che (tu_lieu, sha256, ten) values (${picture.id}, ${goc ?? picture.sha256}, ${picture.ten})`)
    await store(req, picture, Buffer.from(made.bytes), forGood ? 'cheHan' : 'che')
    return { answer: {}, bam: await logged(req, 'che-anh', picture.id, areas.length) }
  }).catch((error: unknown) => undone(req, picture, error))
}

export async function boChe(req: PayloadRequest, id: number | null): Promise<void> {
  const picture = await held(req, id)
  const [row] = await query<{ goc: string | null }>(req, sql`select goc from tu_lieu where id = ${picture.id}`)
  // Before anything is locked: it may have to come from a store elsewhere.
  const bytes = row?.goc ? await runtimeOf(req.payload).fileStore.read(row.goc) : null
  await inTransaction(req, async () => {
    const { goc, nguoi } = await locked(req, picture)
    if (bytes === null || goc === null || goc !== row?.goc || (await somebodyWithdrew(req, nguoi))) throw refuse(issue('PICTURE_GONE'))
    await store(req, picture, bytes, 'bo')
    await query(req, sql`update tep_da_che set bo_luc = ct_nay() where tu_lieu = ${picture.id} and sha256 = ${goc} and bo_luc is null`)
    // The row has it again; what lay beside it is not needed.
    await toRemove(req, await unfrozenAmong(req, [goc], picture.id))
    return { answer: {}, bam: await logged(req, 'bo-che-anh', picture.id, 0) }
  }).catch((error: unknown) => undone(req, picture, error))
}
