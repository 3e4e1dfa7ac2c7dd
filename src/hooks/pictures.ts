/** Rule: no uploaded byte is served as it came. Pictures are decoded, turned upright and encoded anew, which drops EXIF and GPS. */
import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { makeInBackground } from '../media/variants.ts'
import { IMAGE_TYPES, MAX_EDGE, PIXEL_LIMIT } from '../policy/gate/pictureLimits.ts'
import { fileKind, isHeic } from '../policy/gate/fileKind.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'

const COMPUTED = ['mimeType', 'width', 'height', 'filesize', 'sizes', 'url', 'thumbnailURL', 'focalX', 'focalY', 'sha256', 'prefix']

async function encodeAnew(bytes: Buffer): Promise<{ data: Buffer; mime: string; ext: string }> {
  const source = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' }).rotate()
  // A picture that could be transparent and is nowhere is served as the smaller JPEG.
  const { hasAlpha } = await source.metadata()
  const isClear = hasAlpha && !(await source.clone().stats()).isOpaque
  const sized = source.resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true })
  return isClear
    ? { data: await sized.webp({ quality: 88 }).toBuffer(), mime: 'image/webp', ext: 'webp' }
    : { data: await sized.removeAlpha().jpeg({ quality: 86, mozjpeg: true }).toBuffer(), mime: 'image/jpeg', ext: 'jpg' }
}

export const cleanPicture: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  // What the file is, is computed from its bytes; whatever was sent along about it is dropped.
  const data = (args as { data?: Record<string, unknown> }).data ?? {}
  for (const name of COMPUTED) delete data[name]
  if (req.query) delete req.query.uploadEdits
  const file = req.file
  if (!file) return args
  if (!actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
  if (isHeic(file.data)) throw refuse(issue('FILE_HEIC', 'tep'))
  const kind = fileKind(file.data)
  if (kind === null || kind.kieu === 'image/avif' || (kind.loai === 'tep' && file.mimetype !== 'application/pdf') || file.name.includes('\u0000'))
    throw refuse(issue('FILE_UNREADABLE', 'tep'))
  if (kind.loai === 'tep') return args
  if (!IMAGE_TYPES.includes(file.mimetype) && file.mimetype !== 'application/octet-stream') throw refuse(issue('FILE_UNREADABLE', 'tep'))
  const clean = await encodeAnew(file.data).catch(() => {
    throw refuse(issue('FILE_UNREADABLE', 'tep'))
  })
  const stem =
    file.name
      .normalize('NFC')
      .replace(/\.[^.]*$/, '')
      .slice(0, 80) || 'anh'
  req.file = { ...file, data: clean.data, size: clean.data.length, mimetype: clean.mime, name: `${stem}.${clean.ext}` }
  return args
}

/** The hash of what is stored; a hash sent along is not believed. What readers will be served begins to be made. */
export const hashFile: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (req.file && fileKind(req.file.data)?.loai === 'anh') makeInBackground(runtimeOf(req.payload).fileStore, req.file.data)
  return { ...data, sha256: req.file ? sha256(req.file.data) : (originalDoc?.sha256 ?? null) }
}
