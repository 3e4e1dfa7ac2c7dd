/** Freezes a picture or file: its texts, and the SHA-256 of its bytes and of every size that will be served. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PayloadRequest } from 'payload'
import type { Json } from '../../policy/fingerprint.ts'
import { freezeFields, type Doc } from '../../policy/freeze.ts'
import { TU_LIEU_TEXTS } from '../../policy/gates/tuLieu.ts'
import { fileKind, type FileKind } from '../../policy/fileKind.ts'
import type { Issue } from '../../policy/issues.ts'
import type { FrozenNode } from '../../policy/richText.ts'
import { runtimeOf } from '../../runtime.ts'
import { keepBytes } from './fileStore.ts'

type Size = { width?: number | null; height?: number | null; filename?: string | null }

const noRelations = { media: () => null, address: () => null, live: () => null, file: () => null }

async function keepFile(req: PayloadRequest, filename: string): Promise<{ sha256: string; dungLuong: number; kind: FileKind } | null> {
  const folder = req.payload.collections['tu-lieu']!.config.upload.staticDir as string
  const bytes = await readFile(join(folder, basename(filename))).catch(() => null)
  const kind = bytes && fileKind(bytes)
  if (!bytes || !kind) return null
  return { sha256: await keepBytes(runtimeOf(req.payload).fileStore, bytes), dungLuong: bytes.length, kind }
}

/** The bytes of a `tu-lieu` document, or null where its file is gone. */
export async function freezeFile(req: PayloadRequest, doc: Doc): Promise<FrozenNode | null> {
  const kept = await keepFile(req, String(doc.filename ?? ''))
  if (kept === null) return null
  const isPicture = kept.kind.loai === 'anh'
  const sizes: Json[] = []
  for (const size of Object.values((doc.sizes ?? {}) as Record<string, Size>)) {
    const file = size.filename ? await keepFile(req, size.filename) : null
    if (file) sizes.push({ sha256: file.sha256, rong: Number(size.width), cao: Number(size.height), kieu: file.kind.kieu })
  }
  return {
    taiLieu: Number(doc.id),
    ...kept.kind,
    sha256: kept.sha256,
    dungLuong: kept.dungLuong,
    ...(isPicture ? { rong: Number(doc.width), cao: Number(doc.height), kichThuoc: sizes } : {}),
  }
}

/** A picture as it is frozen inside another document: its file and its texts together. */
export async function freezeMedia(req: PayloadRequest, doc: Doc, issues: Issue[]): Promise<FrozenNode | null> {
  const file = await freezeFile(req, doc)
  return file && { ...file, ...freezeFields(TU_LIEU_TEXTS, doc, '', noRelations, issues) }
}
