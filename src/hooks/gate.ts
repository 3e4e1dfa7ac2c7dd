/**
 * Rule: a working copy is never public and never deletes its past. Payload's publish switch is closed for
 * everybody, the file is locked before an edit reads anything, and whoever changes content becomes a contributor.
 */
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { actorOf } from '../facts/actor.ts'
import { refuse } from '../messages/refusal.ts'
import { query, sql } from '../database/sql.ts'
import { parseId } from '../actions/case.ts'
import { dropCopies } from '../record/banLuu.ts'
import { createHoSo, deleteHoSo, lockHoSo, recordEdit } from '../record/hoSo.ts'
import { canonicalText, type Json } from '../policy/gate/fingerprint.ts'
import type { Doc } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { issue } from '../policy/issues.ts'
import { isRichText } from '../policy/text/richText.ts'

type Args = { id?: unknown; data?: Record<string, unknown>; draft?: boolean; [key: string]: unknown }
/** The version that is put back, and the document it is of. */
export const RESTORING = 'congTruongRestoring'
export const RESTORED_OF = 'congTruongRestoredOf'
const WRITES = ['create', 'update', 'delete', 'restoreVersion']

async function parentOfVersion(req: PayloadRequest, gate: Gate, versionId: unknown): Promise<number | null> {
  const id = parseId(versionId)
  if (id === null) return null
  const table = sql.identifier(`_${gate.slug.replaceAll('-', '_')}_v`)
  const rows = await query<{ parent_id: number }>(req, sql`select parent_id from ${table} where id = ${id}`)
  return rows[0] ? Number(rows[0].parent_id) : null
}

export const closeOtherDoors =
  (gate: Gate): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (!WRITES.includes(operation)) return args
    if (req.payloadAPI === 'REST' && !actorOf(req)) throw refuse(issue('UNAUTHENTICATED'))
    const asked = args as Args
    const status = asked.data?._status
    if ((status !== undefined && status !== null && status !== 'draft') || asked.publishAllLocales === true || asked.publishSpecificLocale) {
      throw refuse(issue('PUBLISH_SWITCH_CLOSED', '_status'))
    }
    const broken = gate.fields.filter((f) => f.kind === 'richText' && !isRichText(asked.data?.[f.name]))
    if (broken.length > 0) throw refuse(...broken.map((f) => issue('INVALID_VALUE', f.name)))
    if (operation === 'create') return { ...asked, draft: false } as unknown as typeof args
    if (asked.id === undefined) throw refuse(issue('BULK_NOT_ALLOWED'))
    req.context[RESTORING] = operation === ('restoreVersion' as typeof operation) ? asked.id : false
    const versionParent = operation === ('restoreVersion' as typeof operation) ? await parentOfVersion(req, gate, asked.id) : undefined
    const id = versionParent === undefined ? parseId(asked.id) : versionParent
    if (id === null) throw refuse(issue(actorOf(req) ? 'NOT_FOUND' : 'UNAUTHENTICATED'))
    req.context[RESTORED_OF] = id
    await lockHoSo(req, gate.slug, id)
    // One working copy: every save, autosave included, writes the document itself, never a second draft beside it.
    return { ...asked, draft: false } as unknown as typeof args
  }

/** Asked after access: whoever may make none is not told that there is one. */
export const onlyOne =
  (gate: Gate): CollectionBeforeChangeHook =>
  async ({ data, operation, req }) => {
    if (operation !== 'create') return data
    await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${`ct:mot:${gate.slug}`}, 0))`)
    const found = await req.payload.count({ collection: gate.slug as 'cai-dat', overrideAccess: true, req })
    if (found.totalDocs > 0) throw refuse(issue('SINGLE_DOCUMENT'))
    return data
  }

const idsOnly = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(idsOnly)
  if (value !== null && typeof value === 'object' && 'id' in value && 'createdAt' in value) return (value as Doc).id
  return value ?? null
}

/** All that may end up before readers, or decides who must agree to it. */
function substance(gate: Gate, doc: Doc): string {
  const names = [
    ...gate.fields.map((f) => f.name),
    'slug',
    'mucNhayCam',
    'filename',
    'filesize',
    'mimeType',
    'width',
    'height',
    'sha256',
    gate.consents?.field ?? 'slug',
  ]
  return canonicalText(JSON.parse(JSON.stringify(Object.fromEntries(names.map((n) => [n, idsOnly(doc[n])])))) as Json)
}

async function everyContributor(req: PayloadRequest, gate: Gate, id: number): Promise<number[]> {
  const rows = await query<{ nguoi: unknown }>(
    req,
    sql`select nguoi_dong_gop as nguoi from ban_trinh where bo_suu_tap = ${gate.slug} and tai_lieu = ${id}
        union all select nguoi_dong_gop from ho_so where bo_suu_tap = ${gate.slug} and tai_lieu = ${id}`,
  )
  return [...new Set(rows.flatMap((row) => (Array.isArray(row.nguoi) ? row.nguoi.map(Number) : [])))]
}

export const noteContributor =
  (gate: Gate): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req }) => {
    const actor = actorOf(req)
    const facts = {
      tieuDe: String(doc[gate.title] || doc.tenGoc || doc.filename || 'Chưa đặt tên').slice(0, 300),
      loai: gate.kindField ? String(doc[gate.kindField] ?? '') : '',
      tacGia: doc.tacGia === null || doc.tacGia === undefined ? null : Number(idsOnly(doc.tacGia)),
    }
    if (operation === 'create') {
      await createHoSo(req, {
        ...facts,
        boSuuTap: gate.slug,
        taiLieu: Number(doc.id),
        trangThai: 'nhap',
        nguoiDongGop: actor ? [actor.id] : [],
        suaSauTrinh: [],
        mucNhayCam: 'thuong',
      })
      return { ...doc, phienBan: 1 }
    }
    const hoSo = await lockHoSo(req, gate.slug, Number(doc.id))
    if (!hoSo) throw new Error(`noteContributor: expected a file of ${gate.slug} ${doc.id}, found none`)
    const changed = substance(gate, previousDoc as Doc) !== substance(gate, doc as Doc)
    // Old words come back with everyone who ever had a hand in this document.
    const returning = req.context[RESTORING] ? await everyContributor(req, gate, Number(doc.id)) : []
    const add = (list: number[]): number[] => (changed && actor ? [...new Set([...list, ...returning, actor.id])] : list)
    const phienBan = await recordEdit(req, {
      ...hoSo,
      ...facts,
      nguoiDongGop: add(hoSo.nguoiDongGop),
      suaSauTrinh: hoSo.banTrinh === null ? [] : add(hoSo.suaSauTrinh),
    })
    return { ...doc, phienBan }
  }

/** A document once submitted stays: the record names it. So does what a class sent: its receipt does. */
export const keepSubmitted =
  (gate: Gate): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const hoSo = await lockHoSo(req, gate.slug, Number(id))
    if (hoSo && (hoSo.banTrinh !== null || hoSo.trangThai !== 'nhap')) throw refuse(issue('HAS_RECORD'))
  }

export const dropFile =
  (gate: Gate): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    const hoSo = await lockHoSo(req, gate.slug, Number(id))
    if (hoSo) await deleteHoSo(req, hoSo.id)
    await dropCopies(req, gate.slug, Number(id))
  }
