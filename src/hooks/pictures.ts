/**
 * Rule: no uploaded byte is served as it came, and no file is kept under a name that another could have. Payload writes the
 * file before the row, so a shared name would leave one person's bytes under another's row.
 */
import { randomBytes } from 'node:crypto'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { COVERING, type Covering } from '../actions/che.ts'
import { INTAKE_UPLOAD } from '../actions/intake/nhanBai.ts'
import { query, sql } from '../database/sql.ts'
import { actorOf } from '../facts/actor.ts'
import { filmLimit } from '../facts/filmLimit.ts'
import { mustFit } from '../media/disk.ts'
import { cleanPhoto } from '../media/photo.ts'
import { refuse } from '../messages/refusal.ts'
import { GUESTS } from '../policy/gate/lanes.ts'
import { SENT_AS } from '../policy/gate/pictureLimits.ts'
import { ENDINGS, fileKind, isHeic, type FileKind } from '../policy/gate/fileKind.ts'
import { keptName, originalName } from '../policy/gate/fileName.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { rememberPeopleOf } from '../record/nguoiTrongTep.ts'
import { toMake } from '../record/viecTep.ts'
import { toRemove, unfrozenAmong } from '../record/xoaTep.ts'
import { runtimeOf } from '../runtime.ts'

const COMPUTED = [
  'filename',
  'mimeType',
  'width',
  'height',
  'filesize',
  'sizes',
  'url',
  'thumbnailURL',
  'focalX',
  'focalY',
  'sha256',
  'prefix',
  'tenGoc',
  'soKhung',
  'giay',
  'goc',
  'trung',
]
const ORIGINAL = 'congTruongTenGoc'
const FOUND = 'congTruongTrongTep'

type Upload = NonNullable<PayloadRequest['file']>

/** It is kept as one, whatever it came as. */
const PHOTO: FileKind = { loai: 'anh', kieu: 'image/jpeg' }

/** What the file is, told by its bytes and fitting what it was sent as. */
function kindOf(file: Upload): FileKind {
  const ten = originalName(file.name) ?? ''
  if (file.data.length === 0) throw refuse(issue('FILE_UNREADABLE', 'tep', { ten }))
  const kind = isHeic(file.data) ? PHOTO : fileKind(file.data)
  if (kind === null || kind.kieu === 'image/avif' || !SENT_AS[kind.loai].includes(file.mimetype) || file.name.includes('\u0000'))
    throw refuse(issue('FILE_KIND', 'tep', { ten }))
  return kind
}

/** `soKhung`: frames it had, of which the first was kept; `giay`: how long it plays. */
type Clean = { bytes: Buffer; kieu: string; soKhung: number | null; giay: number | null }

async function cleanBytes(req: PayloadRequest, bytes: Buffer, kind: FileKind, ten: string): Promise<Clean> {
  const actor = actorOf(req)
  const of = actor ? `nguoi/${actor.id}` : GUESTS
  const { child, documents, played } = runtimeOf(req.payload)
  if (kind.loai === 'anh') {
    const made = await cleanPhoto(child, bytes, of)
    if ('refused' in made) throw refuse(issue(made.refused, 'tep', { ten }))
    return { bytes: Buffer.from(made.bytes), kieu: 'image/jpeg', soKhung: made.khung ?? null, giay: null }
  }
  const clean = await (kind.loai === 'tep' ? documents : played).clean(bytes, of)
  if ('code' in clean) throw refuse({ ...clean, field: 'tep', detail: { ...clean.detail, ten } })
  // Sound alone is told from a film by what is in it.
  return { bytes: clean.bytes, kieu: fileKind(clean.bytes)?.kieu ?? kind.kieu, soKhung: null, giay: 'giay' in clean ? clean.giay : null }
}

async function mustBeShort(req: PayloadRequest, { data, name }: Upload): Promise<void> {
  const most = await filmLimit(req)
  if (data.length > most) throw refuse(issue('FILM_TOO_BIG', 'tep', { ten: originalName(name) ?? '', nang: Math.ceil(data.length / 1e6), max: most / 1e6 }))
}

export const cleanUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  // What the file is, is computed from its bytes; whatever was sent along about it is dropped.
  const data = (args as { data?: Record<string, unknown> }).data ?? {}
  for (const name of COMPUTED) delete data[name]
  if (req.query) delete req.query.uploadEdits
  const file = req.file
  if (!file) return args
  // Without an account only what a class sent under its code.
  if (!actorOf(req) && req.context[INTAKE_UPLOAD] !== true) throw refuse(issue('UNAUTHENTICATED'))
  const kind = kindOf(file)
  if (kind.loai === 'phim' || kind.loai === 'am') await mustBeShort(req, file)
  await mustFit(runtimeOf(req.payload).disk, file.data.length, 'tep')
  const { bytes, kieu, soKhung, giay } = await cleanBytes(req, file.data, kind, originalName(file.name) ?? '')
  req.context[ORIGINAL] = originalName(file.name)
  req.context[FOUND] = { soKhung, giay }
  req.file = { ...file, data: bytes, size: bytes.length, mimetype: kieu, name: keptName(file.name, randomBytes(8).toString('hex'), ENDINGS[kieu] ?? 'bin') }
  return args
}

/** The first row with the same bytes, so that nobody describes one picture twice; null where there is none. */
async function twinOf(req: PayloadRequest, hash: string, own: number): Promise<number | null> {
  const rows = await query<{ id: unknown }>(req, sql`select id from tu_lieu where sha256 = ${hash} and id <> ${own} order by id limit 1`)
  return rows[0] ? Number(rows[0].id) : null
}

/** The hash of what is stored; a hash sent along is not believed. */
export const hashFile: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { sha256: before = null, tenGoc = null, soKhung = null, giay = null, goc = null, trung = null } = (originalDoc ?? {}) as Record<string, unknown>
  if (!req.file) return { ...data, sha256: before, tenGoc, soKhung, giay, goc, trung }
  const hash = sha256(req.file.data)
  const covering = req.context[COVERING] as Covering | undefined
  if (!covering && originalDoc?.id !== undefined) await rememberPeopleOf(req, Number(originalDoc.id))
  // Another file in its place: what was covered in the one before is nobody's to have back.
  if (!covering && typeof goc === 'string') await toRemove(req, await unfrozenAmong(req, [goc], Number(originalDoc?.id ?? 0)))
  // The same picture with somebody covered: it keeps its name, and what it was before is known to the service alone.
  const own = covering ? { tenGoc, soKhung, goc: covering === 'che' ? (goc ?? before) : null } : { tenGoc: req.context[ORIGINAL] ?? null, goc: null }
  return { ...data, ...(req.context[FOUND] as object), sha256: hash, trung: await twinOf(req, hash, Number(originalDoc?.id ?? 0)), ...own }
}

/** What readers will be served of a new file is made after this (src/jobs/makeFiles.ts). */
export const beginFiles: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (req.file && typeof doc.sha256 === 'string') await toMake(req, Number(doc.id), doc.sha256)
  return doc as unknown
}

/** With the row goes what was covered in its picture; who was in it stays known. */
export const forgetUncovered: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await rememberPeopleOf(req, Number(id))
  const rows = await query<{ goc: string }>(req, sql`select goc from tu_lieu where id = ${Number(id)} and goc is not null`)
  const hashes = rows.map(({ goc }) => goc)
  await toRemove(req, await unfrozenAmong(req, hashes, Number(id)))
}
