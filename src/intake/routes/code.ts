/** A code or a receipt, typed in: each leads to its page. */
import type { Request, Response } from 'express'
import { codeOf } from '../../facts/intake/codes.ts'
import { entryByReceipt } from '../../facts/intake/calls.ts'
import { itemByReceipt } from '../../facts/intake/items.ts'
import { sendTo } from '../../forms/answer.ts'
import { readForm } from '../../forms/read.ts'
import { CODE_LENGTH, readCode, RECEIPT_LENGTH } from '../../policy/intake/code.ts'
import { issue, statusOf } from '../../policy/issues.ts'
import type { Intake } from '../context.ts'
import { codePage } from '../pages/code.ts'

const SMALL = 4_000

export const askCode = (intake: Intake) => async (_req: Request, res: Response) => intake.show(res, codePage({ form: null, refused: [] }, await intake.words()))

export const takeCode = (intake: Intake) => async (req: Request, res: Response) => {
  const form = await readForm(req, SMALL)
  const typed = form.text('ma')
  const [code, receipt] = [readCode(typed, CODE_LENGTH), readCode(typed, RECEIPT_LENGTH)]
  if (code !== null && (await codeOf(await intake.own(), code))) return sendTo(res, `/gui-bai/${code}`)
  const known = receipt !== null && ((await itemByReceipt(await intake.own(), receipt)) ?? (await entryByReceipt(await intake.own(), receipt)))
  if (known) return sendTo(res, `/gui-bai/bien-nhan/${receipt}`)
  await intake.limits.wrong(req)
  const issues = [typed === '' ? issue('MISSING_FIELD', 'ma') : issue('CODE_UNKNOWN', 'ma')]
  const page = codePage({ form, refused: await intake.say(issues) }, await intake.words())
  return intake.show(res, { ...page, status: statusOf(issues) })
}
