/** The signed paper of a consent: a picture in the store under its hash, shown to those who may read the consent and to nobody else. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { mustFit } from '../media/disk.ts'
import { cleanPhoto } from '../media/photo.ts'
import { refuse } from '../messages/refusal.ts'
import { fileKind, isHeic } from '../policy/gate/fileKind.ts'
import { issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { isReliedOn } from './consentLive.ts'

export async function paperOf(req: PayloadRequest, dongY: number): Promise<string | null> {
  const rows = await query<{ giay_to: string | null }>(req, sql`select giay_to from dong_y where id = ${dongY}`)
  return rows[0]?.giay_to ?? null
}

/** Drawn anew, as every picture; refuses what is none. */
export async function drawnPaper(req: PayloadRequest, bytes: Buffer, field: string): Promise<Buffer> {
  if (!isHeic(bytes) && fileKind(bytes)?.loai !== 'anh') throw refuse(issue('FILE_KIND', field))
  const { child, disk } = runtimeOf(req.payload)
  await mustFit(disk, bytes.length, field)
  const made = await cleanPhoto(child, bytes)
  if ('refused' in made) throw refuse(issue(made.refused, field, { ten: '' }))
  return Buffer.from(made.bytes)
}

/** `drawn`: by `drawnPaper`. Once something rests on the consent its paper is not exchanged for another. */
export async function keepPaper(req: PayloadRequest, dongY: number, drawn: Buffer, field: string): Promise<void> {
  if ((await paperOf(req, dongY)) !== null && (await isReliedOn(req, dongY))) throw refuse(issue('CONSENT_KEPT', field))
  const hash = await runtimeOf(req.payload).fileStore.put(drawn)
  await query(req, sql`update dong_y set giay_to = ${hash} where id = ${dongY}`)
}
