/** Reads everything a working copy refers to, once, and hands policy a synchronous resolver. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import { keyOf, type Promised } from '../policy/gate/bundle.ts'
import type { Doc, FreezeResolver } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { refsOf } from '../policy/gate/refs.ts'
import type { Issue } from '../policy/issues.ts'
import type { FrozenNode } from '../policy/text/richText.ts'
import { runtimeOf } from '../runtime.ts'
import { STANDS } from '../record/banDang.ts'
import { holdPictures } from '../record/hoSo.ts'
import { freezeFile, freezeMedia, isRefused, type FrozenFile } from '../media/freeze.ts'

/** Ids of every picture and file a document shows, inside its text too. */
export const mediaIdsOf = (gate: Gate, doc: Doc): number[] => [...new Set(refsOf(gate.fields, doc).media.filter(Number.isInteger))]

/** `promised`: what is named and is not live yet, but will be published before this, in the same bundle. */
export type Resolved = { resolver: FreezeResolver; mediaIds: number[]; mediaDocs: Doc[]; promised: Promised[]; issues: Issue[] }

export async function resolveReferences(req: PayloadRequest, gate: Gate, doc: Doc, members: ReadonlyMap<string, Promised> = new Map()): Promise<Resolved> {
  const refs = refsOf(gate.fields, doc)
  const mediaIds = [...new Set(refs.media.filter(Number.isInteger))]
  await holdPictures(req, mediaIds)
  const issues: Issue[] = []
  const media = new Map<number, FrozenFile>()
  const mediaDocs: Doc[] = []
  for (const id of mediaIds) {
    // overrideAccess: who may name a picture was judged when it was named (src/hooks/references.ts).
    const picture = (await req.payload.findByID({ collection: 'tu-lieu', id, depth: 0, overrideAccess: true, disableErrors: true, req })) as Doc | null
    if (picture) mediaDocs.push(picture)
    if (picture) media.set(id, await freezeMedia(req, picture, issues))
  }
  const promised: Promised[] = []
  const live = new Map<string, { taiLieu: number; slug: string; ten: string }>()
  for (const [slug, id] of refs.docs) {
    const rows = await query<{ slug: string; tieu_de: string }>(
      req,
      sql`select slug, tieu_de from ban_dang where bo_suu_tap = ${slug} and tai_lieu = ${id} and ${STANDS}`,
    )
    const coming = members.get(keyOf({ boSuuTap: slug, taiLieu: id }))
    if (rows[0]) live.set(`${slug}/${id}`, { taiLieu: id, slug: rows[0].slug, ten: rows[0].tieu_de })
    else if (coming) {
      live.set(`${slug}/${id}`, { taiLieu: id, slug: coming.slug, ten: coming.ten })
      promised.push(coming)
    }
  }
  const own = gate.fields.some((f) => f.kind === 'file') ? await freezeFile(req, doc) : null
  const frozen = (file: FrozenFile | null | undefined): FrozenNode | null => (file && !isRefused(file) ? file : null)
  const why = (file: FrozenFile | null | undefined): Issue | null => (file && isRefused(file) ? file.refused : null)
  const pages = new Map(runtimeOf(req.payload).gates.map((g) => [g.slug, g.page]))
  return {
    mediaIds,
    mediaDocs,
    promised,
    issues,
    resolver: {
      live: (slug, id) => live.get(`${slug}/${id}`) ?? null,
      media: (id) => frozen(media.get(id)),
      mediaRefused: (id) => why(media.get(id)),
      file: () => frozen(own),
      fileRefused: () => why(own),
      address: (slug, id) => {
        const edition = live.get(`${slug}/${id}`)
        return edition ? (pages.get(slug)?.replace(':slug', edition.slug) ?? null) : null
      },
    },
  }
}
