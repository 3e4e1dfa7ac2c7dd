/** The regulation changes by the spokesperson's hand alone, numbered where the checklist changes, and on record. */
import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'
import { actorOf } from '../facts/actor.ts'
import { demandProof } from '../facts/proof.ts'
import { refuse } from '../messages/refusal.ts'
import { regulationChanges } from '../messages/changes.ts'
import { authorityOf } from '../record/authority/read.ts'
import { confirmActor } from '../record/authority/confirm.ts'
import { signChange } from '../actions/kyDoi.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { insertQuyCheBan } from '../record/quyCheBan.ts'
import { regulationText } from '../policy/gate/regulationText.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import { canonicalText, sha256, type Json } from '../policy/gate/fingerprint.ts'
import { issue, type Issue } from '../policy/issues.ts'
import { hostOf } from '../policy/text/links.ts'

/** One sentence, not an article. */
const MAX_PUBLIC_REASON = 300

type Point = { ma?: string; noiDung?: string; batBuoc?: boolean | null; boSuuTap?: string[] | null; apDung?: string[] | null }
const text = (points: unknown): string =>
  canonicalText(
    (Array.isArray(points) ? points : []).map((p: Point) => ({
      ma: p.ma ?? '',
      noiDung: p.noiDung ?? '',
      batBuoc: p.batBuoc === true,
      boSuuTap: p.boSuuTap ?? [],
      apDung: p.apDung ?? [],
    })),
  )

/** Reasons that readers may be told: each with a code of its own, of characters that may be published. */
function reasonIssues(reasons: unknown): Issue[] {
  const rows = (Array.isArray(reasons) ? reasons : []) as { ma?: string; noiDung?: string }[]
  return rows.flatMap(({ ma = '', noiDung = '' }, i) => {
    const field = `lyDoGo.${i}.noiDung`
    const doubled =
      rows.findIndex((row) => row.ma === ma) !== i || !/^[A-Za-z][\w-]{0,39}$/.test(ma) ? [issue('INVALID_VALUE', `lyDoGo.${i}.ma`, { goiY: 'saiSot' })] : []
    const long = [...noiDung].length > MAX_PUBLIC_REASON ? [issue('TOO_LONG', field, { max: MAX_PUBLIC_REASON })] : []
    return [...doubled, ...long, ...textIssues(noiDung, field)]
  })
}

export const numberChecklist: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const actor = actorOf(req)
  if (actor) await confirmActor(req, actor)
  const issues = reasonIssues(data.lyDoGo)
  if (issues.length > 0) throw refuse(...issues)
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

/** The version, as it is signed. What is not signed of the regulation – the name of a field, the order of ids – is no change. */
export const logRegulationChange: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? {})) as Json
  const [before, after] = [regulationText((previousDoc ?? {}) as Record<string, unknown>), regulationText(doc as Record<string, unknown>)]
  const { quyChe } = (await authorityOf(req)).so
  // What somebody wrote into the database is never signed along: only the version in force is changed, or put back as it was.
  if (quyChe !== null && sha256(before) !== quyChe && sha256(after) !== quyChe) throw refuse(issue('AUTHORITY_UNSIGNED'))
  const version = await insertQuyCheBan(req, after)
  const row = await signChange(
    req,
    {
      hanhDong: 'doi-quy-che',
      nguoi: actorOf(req),
      boSuuTap: 'quy-che',
      taiLieu: null,
      chiTiet: {
        phienBanKiemTra: Number(doc.phienBanKiemTra ?? 0),
        mienLienKet: plain((doc.mienLienKet ?? []).map((m: { mien: string }) => m.mien)),
        buoc: plain((doc.buoc ?? []).map((b: { ma: string; vaiTro: string }) => `${b.ma}:${b.vaiTro}`)),
        truoc: quyChe ?? sha256(before),
        quyCheBan: version.id,
        phienBan: version.so,
        vanTay: version.vanTay,
      },
    },
    regulationChanges(before, after),
  )
  await insertNhatKy(req, row)
  return doc
}
