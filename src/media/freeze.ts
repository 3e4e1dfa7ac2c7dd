/** Freezes a picture or file: its texts, and the SHA-256 of its bytes and of every size that will be served. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { freezeFields, type Doc } from '../policy/gate/freeze.ts'
import { TU_LIEU_TEXTS } from '../policy/gate/gates/tuLieu.ts'
import { fileKind } from '../policy/gate/fileKind.ts'
import type { Issue } from '../policy/issues.ts'
import type { FrozenNode } from '../policy/text/richText.ts'
import { runtimeOf } from '../runtime.ts'
import { keepBytes } from './store.ts'
import { variantsOf } from './variants.ts'

const noRelations = { media: () => null, address: () => null, live: () => null, file: () => null }

/** The bytes of a `tu-lieu` document, or null where its file is gone or cannot be read. */
export async function freezeFile(req: PayloadRequest, doc: Doc): Promise<FrozenNode | null> {
  const folder = req.payload.collections['tu-lieu']!.config.upload.staticDir as string
  const bytes = await readFile(join(folder, basename(String(doc.filename ?? '')))).catch(() => null)
  const kind = bytes && fileKind(bytes)
  if (!bytes || !kind) return null
  const store = runtimeOf(req.payload).fileStore
  const hash = await keepBytes(store, bytes)
  const file = { taiLieu: Number(doc.id), ...kind, sha256: hash, dungLuong: bytes.length }
  if (kind.loai === 'tep') return file
  const made = await variantsOf(store, bytes, hash)
  if (made === null) return null
  const kichThuoc = made.kichThuoc.map(({ sha256, rong, cao, kieu }) => ({ sha256, rong, cao, kieu }))
  return { ...file, rong: made.rong, cao: made.cao, kichThuoc, ...(made.mauNen ? { mauNen: made.mauNen } : {}) }
}

/** A picture as it is frozen inside another document: its file and its texts together. */
export async function freezeMedia(req: PayloadRequest, doc: Doc, issues: Issue[]): Promise<FrozenNode | null> {
  const file = await freezeFile(req, doc)
  return file && { ...file, ...freezeFields(TU_LIEU_TEXTS, doc, '', noRelations, issues) }
}
