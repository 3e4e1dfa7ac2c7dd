/**
 * che, bo-che (cover, uncover): discs of a picture are drawn over for good in what the school uses; what it was before stays in the
 * store under its hash, where no page and no address leads. Whoever may change the picture may. The people tagged in it are held
 * until it is done: a withdrawal meanwhile waits, then finds what it has to take along.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { readConsents } from '../facts/consents.ts'
import { nullIfAbsent } from '../media/absent.ts'
import { refuse } from '../messages/refusal.ts'
import type { Area, View } from '../policy/gate/covered.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { fileKind } from '../policy/gate/fileKind.ts'
import { idsOf } from '../policy/ids.ts'
import { issue } from '../policy/issues.ts'
import { toRemove, unfrozenAmong } from '../record/xoaTep.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { runtimeOf } from '../runtime.ts'
import { inTransaction } from './transaction.ts'

/** In the context of a request: the file that comes is the row's own picture, covered (`che`) or as it was (`bo`). */
export const COVERING = 'congTruongChe'
/** `cheHan`: covered for good, for somebody in it has withdrawn. */
export type Covering = 'che' | 'cheHan' | 'bo'

type Held = { id: number; bytes: Buffer; ten: string; sha256: string }
/** `nguoi`: consents of whoever is tagged in it now, or was when it was covered. */
type Locked = { goc: string | null; nguoi: number[] }

/** Refuses what is no picture, is not there for this person, or is no longer what was uploaded. */
async function held(req: PayloadRequest, id: number | null): Promise<Held> {
  // overrideAccess: false, so that whoever may not see it learns nothing of it.
  const doc = id !== null && (await req.payload.findByID({ collection: 'tu-lieu', id, depth: 0, overrideAccess: false, disableErrors: true, req }))
  if (!doc) throw refuse(issue('NOT_FOUND'))
  const folder = req.payload.collections['tu-lieu']!.config.upload.staticDir as string
  const bytes = await readFile(join(folder, basename(String(doc.filename ?? '')))).catch(nullIfAbsent)
  const ten = String(doc.tenGoc ?? doc.filename)
  if (!bytes || sha256(bytes) !== doc.sha256) throw refuse(issue('FILE_CHANGED', undefined, { ten }))
  if (fileKind(bytes)?.loai !== 'anh') throw refuse(issue('PICTURE_NEEDED'))
  return { id: Number(id), bytes, ten, sha256: String(doc.sha256) }
}

/** The row first, then its people; throws where the picture is another meanwhile. */
async function locked(req: PayloadRequest, { id, sha256: was, ten }: Held): Promise<Locked> {
  const [row] = await query<{ sha256: string | null; goc: string | null; goc_nguoi: number[] | null }>(
    req,
    sql`select sha256, goc, goc_nguoi from tu_lieu where id = ${id} for update`,
  )
  if (row?.sha256 !== was) throw refuse(issue('FILE_CHANGED', undefined, { ten }))
  const tagged = await query<{ id: unknown }>(req, sql`select dong_y_id as id from tu_lieu_rels where parent_id = ${id} and path = 'nguoiXuatHien'`)
  return { goc: row.goc, nguoi: idsOf([...tagged.map((one) => Number(one.id)), ...(row.goc_nguoi ?? []).map(Number)]) }
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
  const { child, fileStore } = runtimeOf(req.payload)
  const made = await child.ask('coverPicture', picture.bytes, { about: { areas } })
  if ('refused' in made) throw refuse(issue(made.refused))
  await inTransaction(req, async () => {
    const { goc, nguoi } = await locked(req, picture)
    const forGood = await somebodyWithdrew(req, nguoi)
    if (!forGood && goc === null) await fileStore.put(picture.bytes)
    if (forGood && goc !== null) await toRemove(req, await unfrozenAmong(req, [goc]))
    await query(req, sql`update tu_lieu set goc_nguoi = ${sql.param(nguoi)}::int[] where id = ${picture.id}`)
    await store(req, picture, Buffer.from(made.bytes), forGood ? 'cheHan' : 'che')
    return { answer: {}, bam: await logged(req, 'che-anh', picture.id, areas.length) }
  })
}

export async function boChe(req: PayloadRequest, id: number | null): Promise<void> {
  const picture = await held(req, id)
  await inTransaction(req, async () => {
    const { goc, nguoi } = await locked(req, picture)
    const bytes = goc !== null && !(await somebodyWithdrew(req, nguoi)) ? await runtimeOf(req.payload).fileStore.read(goc) : null
    if (bytes === null || goc === null) throw refuse(issue('PICTURE_GONE'))
    await store(req, picture, bytes, 'bo')
    // The row has it again; what lay beside it is not needed.
    await toRemove(req, await unfrozenAmong(req, [goc]))
    return { answer: {}, bam: await logged(req, 'bo-che-anh', picture.id, 0) }
  })
}
