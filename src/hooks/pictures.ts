/**
 * Rule: no uploaded byte is served as it came, and no file is kept under a name that another could have. Payload writes the
 * file before the row, so a shared name would leave one person's bytes under another's row.
 */
import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { INTAKE_UPLOAD } from '../actions/intake/nhanBai.ts'
import { actorOf } from '../facts/actor.ts'
import { mustFit } from '../media/disk.ts'
import { cleanPhoto } from '../media/photo.ts'
import { refuse } from '../messages/refusal.ts'
import { UPLOAD_TYPES } from '../policy/gate/pictureLimits.ts'
import { fileKind, isHeic, type FileKind } from '../policy/gate/fileKind.ts'
import { keptName, originalName } from '../policy/gate/fileName.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'

const COMPUTED = ['filename', 'mimeType', 'width', 'height', 'filesize', 'sizes', 'url', 'thumbnailURL', 'focalX', 'focalY', 'sha256', 'prefix', 'tenGoc']
const ORIGINAL = 'congTruongTenGoc'

type Upload = NonNullable<PayloadRequest['file']>

/** It is kept as one, whatever it came as. */
const PHOTO: FileKind = { loai: 'anh', kieu: 'image/jpeg' }

/** What the file is, told by its bytes and fitting what it was sent as. */
function kindOf(file: Upload): FileKind {
  const ten = originalName(file.name) ?? ''
  if (file.data.length === 0) throw refuse(issue('FILE_UNREADABLE', 'tep', { ten }))
  const kind = isHeic(file.data) ? PHOTO : fileKind(file.data)
  const sentAs = kind?.loai === 'tep' ? ['application/pdf'] : [...UPLOAD_TYPES, 'application/octet-stream']
  if (kind === null || kind.kieu === 'image/avif' || !sentAs.includes(file.mimetype) || file.name.includes('\u0000'))
    throw refuse(issue('FILE_KIND', 'tep', { ten }))
  return kind
}

async function cleanBytes(req: PayloadRequest, bytes: Buffer, kind: FileKind, ten: string): Promise<{ bytes: Buffer; mime: string; ext: string }> {
  const { child, documents } = runtimeOf(req.payload)
  if (kind.loai === 'tep') {
    const clean = await documents.clean(bytes)
    if ('code' in clean) throw refuse({ ...clean, field: 'tep', detail: { ...clean.detail, ten } })
    return { bytes: clean.bytes, mime: 'application/pdf', ext: 'pdf' }
  }
  const made = await cleanPhoto(child, bytes)
  if ('refused' in made) throw refuse(issue(made.refused, 'tep', { ten }))
  return { bytes: Buffer.from(made.bytes), mime: 'image/jpeg', ext: 'jpg' }
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
  await mustFit(runtimeOf(req.payload).disk, file.data.length, 'tep')
  const { bytes, mime, ext } = await cleanBytes(req, file.data, kind, originalName(file.name) ?? '')
  req.context[ORIGINAL] = originalName(file.name)
  req.file = { ...file, data: bytes, size: bytes.length, mimetype: mime, name: keptName(file.name, randomBytes(8).toString('hex'), ext) }
  return args
}

/** The hash of what is stored; a hash sent along is not believed. What readers will be served begins to be made. */
export const hashFile: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (!req.file) return { ...data, sha256: originalDoc?.sha256 ?? null, tenGoc: originalDoc?.tenGoc ?? null }
  if (fileKind(req.file.data)?.loai === 'anh') runtimeOf(req.payload).variants.begin(req.file.data)
  return { ...data, sha256: sha256(req.file.data), tenGoc: req.context[ORIGINAL] ?? null }
}
