/** The regulation changes by the spokesperson's hand alone, numbered where the checklist changes, and on record. */
import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { demandProof } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { canonicalText, sha256, type Json } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { hostOf } from '../policy/text/links.ts'

type Point = { ma?: string; noiDung?: string; batBuoc?: boolean | null }
const text = (points: unknown): string =>
  canonicalText((Array.isArray(points) ? points : []).map((p: Point) => ({ ma: p.ma ?? '', noiDung: p.noiDung ?? '', batBuoc: p.batBuoc === true })))

export const numberChecklist: GlobalBeforeChangeHook = ({ data, originalDoc }) => {
  const codes = ((data.buoc ?? []) as { ma?: string }[]).map((b) => b.ma)
  if (new Set(codes).size !== codes.length) throw refuse(issue('INVALID_VALUE', 'buoc'))
  // A checklist once there is changed point by point, never emptied.
  if (Array.isArray(data.kiemTra) && data.kiemTra.length === 0 && (originalDoc?.kiemTra ?? []).length > 0) throw refuse(issue('MISSING_FIELD', 'kiemTra'))
  const hosts = Array.isArray(data.mienLienKet) ? (data.mienLienKet as { mien?: string }[]) : undefined
  const mienLienKet = hosts?.map((row, i) => {
    const mien = hostOf(row.mien ?? '')
    if (mien === null) throw refuse(issue('INVALID_VALUE', `mienLienKet.${i}.mien`, { goiY: 'moet.gov.vn' }))
    return { ...row, mien }
  })
  const before = Number(originalDoc?.phienBanKiemTra ?? 0)
  const changed = data.kiemTra !== undefined && text(data.kiemTra) !== text(originalDoc?.kiemTra)
  return { ...data, ...(mienLienKet ? { mienLienKet } : {}), phienBanKiemTra: changed ? before + 1 : before }
}

export const demandProofOfRegulation: GlobalBeforeChangeHook = async ({ data, req, context }) => {
  if (context.console !== true) await demandProof(req, ['quyChe'])
  return data
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
      mienLienKet: plain((doc.mienLienKet ?? []).map((m: { mien: string }) => m.mien)),
      buoc: plain((doc.buoc ?? []).map((b: { ma: string; vaiTro: string }) => `${b.ma}:${b.vaiTro}`)),
      truoc: sha256(canonicalText(plain(previousDoc))),
      sau: sha256(canonicalText(plain(doc))),
    },
  })
  return doc
}
