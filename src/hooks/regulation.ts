/** The regulation changes by the spokesperson's hand alone, numbered where the checklist changes, and on record. */
import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { actorOf } from '../access/actor.ts'
import { refuse } from '../access/refusal.ts'
import { insertNhatKy } from '../actions/record/nhatKy.ts'
import { canonicalText, sha256, type Json } from '../policy/fingerprint.ts'
import { issue } from '../policy/issues.ts'

type Point = { ma?: string; noiDung?: string; batBuoc?: boolean | null }
const text = (points: unknown): string =>
  canonicalText((Array.isArray(points) ? points : []).map((p: Point) => ({ ma: p.ma ?? '', noiDung: p.noiDung ?? '', batBuoc: p.batBuoc === true })))

export const numberChecklist: GlobalBeforeChangeHook = ({ data, originalDoc }) => {
  const codes = ((data.buoc ?? []) as { ma?: string }[]).map((b) => b.ma)
  if (new Set(codes).size !== codes.length) throw refuse(issue('INVALID_VALUE', 'buoc'))
  // A checklist once there is changed point by point, never emptied.
  if (Array.isArray(data.kiemTra) && data.kiemTra.length === 0 && (originalDoc?.kiemTra ?? []).length > 0) throw refuse(issue('MISSING_FIELD', 'kiemTra'))
  const before = Number(originalDoc?.phienBanKiemTra ?? 0)
  const changed = data.kiemTra !== undefined && text(data.kiemTra) !== text(originalDoc?.kiemTra)
  return { ...data, phienBanKiemTra: changed ? before + 1 : before }
}

export const logRegulationChange: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? {})) as Json
  await insertNhatKy(req, {
    hanhDong: 'doi-quy-che',
    nguoi: actorOf(req),
    boSuuTap: 'quy-che',
    taiLieu: null,
    chiTiet: {
      phienBanKiemTra: Number(doc.phienBanKiemTra ?? 0),
      buoc: plain((doc.buoc ?? []).map((b: { ma: string; vaiTro: string }) => `${b.ma}:${b.vaiTro}`)),
      truoc: sha256(canonicalText(plain(previousDoc))),
      sau: sha256(canonicalText(plain(doc))),
    },
  })
  return doc
}
