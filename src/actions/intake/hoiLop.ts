/** hoi-lop: one question at a time to the class that sent something; it is read and answered under the receipt. */
import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import { itemByReceipt, questionsOf } from '../../facts/intake/items.ts'
import { refuse } from '../../messages/refusal.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { INTAKE } from '../../policy/intake/limits.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { headOfLog } from '../../record/nhatKy.ts'
import { inTransaction } from '../transaction.ts'
import { openItem } from './receiver.ts'

const MOST = { hoi: 1000, traLoi: 8000 }

function wordsIssues(field: 'hoi' | 'traLoi', text: string): Issue[] {
  if (text.trim() === '') return [issue('MISSING_FIELD', field)]
  return [...text].length > MOST[field] ? [issue('TOO_LONG', field, { max: MOST[field] })] : textIssues(text, field)
}

export const hoiLop = (req: PayloadRequest, rawId: unknown, hoi: string): Promise<null> =>
  inTransaction(req, async () => {
    const { actor, item } = await openItem(req, rawId)
    const wrong = wordsIssues('hoi', hoi)
    if (wrong.length > 0) throw refuse(...wrong)
    const asked = await questionsOf(req, item.id)
    if (asked.some(({ traLoi }) => traLoi === null)) throw refuse(issue('QUESTION_OPEN', 'hoi'))
    if (asked.length >= INTAKE.answersEach) throw refuse(issue('QUESTIONS_FULL', 'hoi', { max: INTAKE.answersEach }))
    await query(req, sql`insert into hoi_lop (bai_gui, hoi, nguoi) values (${item.id}, ${hoi.trim()}, ${actor.id})`)
    return { answer: null, bam: (await headOfLog(req)).bam }
  })

/** The class's own answer, under its receipt. */
export const traLoi = (req: PayloadRequest, so: string, text: string): Promise<null> =>
  inTransaction(req, async () => {
    const wrong = wordsIssues('traLoi', text)
    if (wrong.length > 0) throw refuse(...wrong)
    const item = await itemByReceipt(req, so)
    const rows = item
      ? await query(req, sql`update hoi_lop set tra_loi = ${text.trim()}, tra_loi_luc = ct_nay() where bai_gui = ${item.id} and tra_loi is null returning id`)
      : []
    if (rows.length === 0) throw refuse(issue('NOT_FOUND'))
    return { answer: null, bam: (await headOfLog(req)).bam }
  })
