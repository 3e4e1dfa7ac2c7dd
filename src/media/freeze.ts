/** Freezes a picture or file: its texts, and the SHA-256 of its bytes and of every size that will be served. */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { freezeFields, type Doc } from '../policy/gate/freeze.ts'
import { sha256 } from '../policy/gate/fingerprint.ts'
import { TU_LIEU_TEXTS } from '../policy/gate/gates/tuLieu.ts'
import { fileKind, type DocumentKind, type PictureKind, type PlayedKind } from '../policy/gate/fileKind.ts'
import { issue, type Issue } from '../policy/issues.ts'
import type { FrozenNode } from '../policy/text/richText.ts'
import { runtimeOf } from '../runtime.ts'
import { nullIfAbsent } from './absent.ts'

const noRelations = { media: () => null, address: () => null, live: () => null, file: () => null }

/** What a file became, or why it cannot be frozen; `field` is the caller's to say. */
export type FrozenFile = FrozenNode | { refused: Issue }
export const isRefused = (frozen: FrozenFile): frozen is { refused: Issue } => 'refused' in frozen

const no = (code: Issue['code'], detail?: Issue['detail']): { refused: Issue } => ({ refused: issue(code, undefined, detail) })

/** Pictures kept before all were opaque are made so here; readers get what reviewers see, on any ground. */
async function opaque(req: PayloadRequest, bytes: Buffer, kind: PictureKind): Promise<Buffer | { refused: Issue }> {
  if (kind.kieu === 'image/jpeg') return bytes
  const made = await runtimeOf(req.payload).child.ask('cleanPicture', bytes)
  return 'refused' in made ? no(made.refused) : Buffer.from(made.bytes)
}

async function freezePicture(req: PayloadRequest, id: number, stored: Buffer, kind: PictureKind): Promise<FrozenFile> {
  const bytes = await opaque(req, stored, kind)
  if ('refused' in bytes) return bytes
  const { fileStore, variants } = runtimeOf(req.payload)
  const hash = await fileStore.keep(bytes)
  const made = await variants.of(bytes, hash, true)
  if ('refused' in made) return no(made.refused)
  const kichThuoc = made.kichThuoc.map(({ sha256: of, rong, cao, kieu }) => ({ sha256: of, rong, cao, kieu }))
  const file = { taiLieu: id, loai: 'anh', kieu: 'image/jpeg', sha256: hash, dungLuong: bytes.length }
  return { ...file, rong: made.rong, cao: made.cao, kichThuoc, ...(made.mauNen ? { mauNen: made.mauNen } : {}) }
}

async function freezePlayed(req: PayloadRequest, id: number, stored: Buffer, kind: PlayedKind): Promise<FrozenFile> {
  const { fileStore, played } = runtimeOf(req.payload)
  const clean = await played.clean(stored)
  if ('code' in clean) return { refused: clean }
  const { bytes, giay, rong, cao } = clean
  const file = { taiLieu: id, ...kind, sha256: await fileStore.keep(bytes), dungLuong: bytes.length, giay }
  if (kind.loai === 'am') return file
  const poster = await played.poster(bytes)
  const anhDau = poster && { sha256: poster.sha256, rong: poster.rong, cao: poster.cao, kieu: poster.kieu }
  return { ...file, rong, cao, ...(anhDau ? { kichThuoc: [anhDau] } : {}) }
}

async function freezeDocument(req: PayloadRequest, id: number, stored: Buffer, kind: DocumentKind): Promise<FrozenFile> {
  const { fileStore, documents } = runtimeOf(req.payload)
  const clean = await documents.clean(stored)
  if ('code' in clean) return { refused: clean }
  const hash = await fileStore.keep(clean.bytes)
  const chuTep = await documents.words(clean.bytes, true)
  const file = { taiLieu: id, ...kind, sha256: hash, dungLuong: clean.bytes.length }
  return { ...file, ...(clean.lienKet.length > 0 ? { lienKet: clean.lienKet } : {}), ...(chuTep === '' ? {} : { chuTep }) }
}

/** While a picture is frozen no file is removed: one that is there now is there when its submission stands. */
const holdFiles = (req: PayloadRequest): Promise<unknown> => query(req, sql`select pg_advisory_xact_lock_shared(hashtextextended('ct:xoa-tep', 0))`)

/** The bytes of a `tu-lieu` document: those its row was written with, or none. */
export async function freezeFile(req: PayloadRequest, doc: Doc): Promise<FrozenFile> {
  const folder = req.payload.collections['tu-lieu']!.config.upload.staticDir as string
  const bytes = await readFile(join(folder, basename(String(doc.filename ?? '')))).catch(nullIfAbsent)
  if (!bytes) return no('FILE_UNREADABLE')
  if (sha256(bytes) !== doc.sha256) return no('FILE_CHANGED', { ten: String(doc.tenGoc ?? doc.filename) })
  const kind = fileKind(bytes)
  if (!kind) return no('FILE_UNREADABLE')
  await holdFiles(req)
  if (kind.loai === 'tep') return freezeDocument(req, Number(doc.id), bytes, kind)
  return kind.loai === 'anh' ? freezePicture(req, Number(doc.id), bytes, kind) : freezePlayed(req, Number(doc.id), bytes, kind)
}

/** A picture as it is frozen inside another document: its file and its texts together. */
export async function freezeMedia(req: PayloadRequest, doc: Doc, issues: Issue[]): Promise<FrozenFile> {
  const file = await freezeFile(req, doc)
  return isRefused(file) ? file : { ...file, ...freezeFields(TU_LIEU_TEXTS, doc, '', noRelations, issues) }
}
