/**
 * dang-khan (emergency): the spokesperson alone puts the latest submission before readers. It stays in review, and
 * leaves the site by itself at the hour by which the review must have approved it.
 */
import type { PayloadRequest } from 'payload'
import { refuse } from '../messages/refusal.ts'
import { textIssues } from '../policy/gate/freeze.ts'
import type { Gate } from '../policy/gate/gates/index.ts'
import { waitsFor } from '../policy/gate/steps.ts'
import { issue } from '../policy/issues.ts'
import type { Json } from '../policy/gate/fingerprint.ts'
import { allWords, sameWords } from '../policy/text/sameWords.ts'
import { openCase, type Answer, type Case } from './case.ts'
import { readQuyChe } from '../facts/quyChe.ts'
import { mustBePublishable, summary } from './publish.ts'
import { hasUnconfirmedEmergency, insertBanDang, unconfirmedEmergencies } from '../record/banDang.ts'
import { saveHoSo } from '../record/hoSo.ts'
import { insertNhatKy } from '../record/nhatKy.ts'
import { inTransaction } from './transaction.ts'
import { giveVerdict, inLog, reasonOf, submissionRead, type Body } from './verdict.ts'

const AN_HOUR = 3_600_000

const wordsOf = (noiDung: string): string => allWords(JSON.parse(noiDung) as Json)

/** Rule: one unconfirmed emergency a spokesperson, and none for words that left the site unconfirmed before. */
async function neverAgain(req: PayloadRequest, { actor, banTrinh }: Case): Promise<void> {
  const before = await unconfirmedEmergencies(req, actor.id)
  if (before.some((one) => one.dangMo)) throw refuse(issue('EMERGENCY_OPEN'))
  const words = banTrinh && wordsOf(banTrinh.noiDung)
  if (words !== null && before.some((one) => sameWords(wordsOf(one.noiDung), words))) throw refuse(issue('EMERGENCY_LAPSED'))
}

export const dangKhan = (req: PayloadRequest, gate: Gate, rawId: unknown, body: Body): Promise<Answer> =>
  inTransaction(req, async () => {
    const opened = await openCase(req, gate, rawId, 'dang-khan')
    const { hoSo, actor } = opened
    if (await hasUnconfirmedEmergency(req, gate.slug, hoSo.taiLieu)) throw refuse(issue('EMERGENCY_USED'))
    if (body.banTrinh !== undefined) submissionRead(opened, body)
    await neverAgain(req, opened)
    const lyDo = reasonOf(body)
    const issues = textIssues(lyDo, 'lyDo')
    if (issues.length > 0) throw refuse(...issues)
    const khanSauMs = (await readQuyChe(req)).gioXacNhanKhan * AN_HOUR
    const given = await giveVerdict(req, opened, { quyetDinh: 'dangKhan', lyDo, khanSauMs }, body)
    const banTrinh = await mustBePublishable(req, opened, true)
    const edition = await insertBanDang(req, banTrinh.id, true)
    // State and contributors stay: nobody has approved these words yet.
    // An ordinary edition that it covers stays the document's own.
    await saveHoSo(req, { ...hoSo, banDang: hoSo.banDang ?? edition.id }, waitsFor(opened.buocCho, opened.facts.daDuyet))
    const bam = await insertNhatKy(req, {
      hanhDong: 'dang-khan',
      nguoi: actor,
      boSuuTap: gate.slug,
      taiLieu: hoSo.taiLieu,
      chiTiet: {
        tu: hoSo.trangThai,
        den: hoSo.trangThai,
        banTrinh: banTrinh.id,
        banDang: edition.id,
        vanTay: banTrinh.vanTay,
        slug: edition.slug,
        khanDen: given.khanDen!,
        lyDo,
        ...inLog(given),
      },
    })
    return { answer: { trangThai: hoSo.trangThai, banTrinh: summary(banTrinh), banDang: edition }, bam }
  })
