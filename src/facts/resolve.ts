/** Reads everything a working copy refers to, once, and hands policy a synchronous resolver. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../database/sql.ts'
import type { Doc, FreezeResolver } from '../policy/gate/freeze.ts'
import type { FieldRule, Gate } from '../policy/gate/gates/index.ts'
import { idOf, idsOf } from '../policy/ids.ts'
import type { Issue } from '../policy/issues.ts'
import type { FrozenNode } from '../policy/text/richText.ts'
import { runtimeOf } from '../runtime.ts'
import { holdPictures } from '../record/hoSo.ts'
import { freezeFile, freezeMedia, isRefused, type FrozenFile } from '../media/freeze.ts'

/** Ids of pictures and of documents named inside rich text. */
function refsInText(node: unknown, refs: { media: number[]; docs: [string, number][] }, depth = 0): void {
  if (node === null || typeof node !== 'object' || depth > 60) return
  if (Array.isArray(node)) return node.forEach((n) => refsInText(n, refs, depth + 1))
  const n = node as Doc
  if (n.type === 'upload') refs.media.push(idOf(n.value))
  const doc = (n.fields as Doc | undefined)?.doc as Doc | undefined
  if (doc && typeof doc === 'object') refs.docs.push([String(doc.relationTo), idOf(doc.value)])
  refsInText(n.root ?? n.children, refs, depth + 1)
}

function refsOf(rules: readonly FieldRule[], doc: Doc, refs = { media: [] as number[], docs: [] as [string, number][] }): typeof refs {
  for (const rule of rules) {
    const value = doc[rule.name]
    if (rule.kind === 'media') refs.media.push(...idsOf(value))
    if (rule.kind === 'live') refs.docs.push(...idsOf(value).map((id): [string, number] => [rule.to, id]))
    if (rule.kind === 'richText') refsInText(value, refs)
    if (rule.kind === 'group' && value) refsOf(rule.fields, value as Doc, refs)
  }
  return refs
}

/** Ids of every picture and file a document shows, inside its text too. */
export const mediaIdsOf = (gate: Gate, doc: Doc): number[] => [...new Set(refsOf(gate.fields, doc).media.filter(Number.isInteger))]

export type Resolved = { resolver: FreezeResolver; mediaIds: number[]; mediaDocs: Doc[]; issues: Issue[] }

export async function resolveReferences(req: PayloadRequest, gate: Gate, doc: Doc): Promise<Resolved> {
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
  const live = new Map<string, { taiLieu: number; slug: string; ten: string }>()
  for (const [slug, id] of refs.docs) {
    const rows = await query<{ slug: string; tieu_de: string }>(
      req,
      sql`select slug, tieu_de from ban_dang where bo_suu_tap = ${slug} and tai_lieu = ${id} and ket_thuc_luc is null
          and (khan_den is null or khan_den > ct_nay())`,
    )
    if (rows[0]) live.set(`${slug}/${id}`, { taiLieu: id, slug: rows[0].slug, ten: rows[0].tieu_de })
  }
  const own = gate.fields.some((f) => f.kind === 'file') ? await freezeFile(req, doc) : null
  const frozen = (file: FrozenFile | null | undefined): FrozenNode | null => (file && !isRefused(file) ? file : null)
  const why = (file: FrozenFile | null | undefined): Issue | null => (file && isRefused(file) ? file.refused : null)
  const pages = new Map(runtimeOf(req.payload).gates.map((g) => [g.slug, g.page]))
  return {
    mediaIds,
    mediaDocs,
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
