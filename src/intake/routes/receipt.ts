/** What became of it, and the class's answer to a question. */
import type { Request, Response } from 'express'
import { traLoi } from '../../actions/intake/hoiLop.ts'
import { entryByReceipt, liveResult } from '../../facts/intake/calls.ts'
import { itemById, itemByReceipt, questionsOf, type BaiGui } from '../../facts/intake/items.ts'
import { sendTo } from '../../forms/answer.ts'
import type { Sent } from '../../forms/form.ts'
import { readForm } from '../../forms/read.ts'
import { refuse } from '../../messages/refusal.ts'
import { readCode, RECEIPT_LENGTH } from '../../policy/intake/code.ts'
import { issue, statusOf } from '../../policy/issues.ts'
import { mendable, type Intake } from '../context.ts'
import { entryReceipt } from '../pages/call.ts'
import { receiptPage } from '../pages/receipt.ts'

/** One was merged into another, that into a third. */
const MOST_HOPS = 10
const ANSWER_BYTES = 60_000

const receiptIn = (req: Request): string | null => readCode(String(req.params.so ?? ''), RECEIPT_LENGTH)

async function itemIn(intake: Intake, req: Request): Promise<BaiGui> {
  const so = receiptIn(req)
  const item = so === null ? null : await itemByReceipt(await intake.own(), so)
  if (item) return item
  await intake.limits.wrong(req)
  throw refuse(issue('NOT_FOUND'))
}

async function draw(intake: Intake, req: Request, res: Response, item: BaiGui, sent: Sent, status = 200): Promise<void> {
  // What was merged is where the other one is.
  let other: BaiGui | null = item
  for (let hops = 0; other?.gopVao && hops < MOST_HOPS; hops += 1) other = await itemById(await intake.own(), other.gopVao)
  const shown = other !== item && other?.standing.dang ? { ...item, standing: { ...item.standing, gop: false, dang: other.standing.dang } } : item
  const questions = await questionsOf(await intake.own(), item.id)
  const page = receiptPage({
    item: shown,
    questions,
    luc: intake.drawn(item.so, sent.form?.text('luc') ?? null),
    sent,
    tuNgu: await intake.words(),
    fresh: req.query.moi === '1',
  })
  await intake.show(res, { ...page, status })
}

export const showReceipt = (intake: Intake) => async (req: Request, res: Response) => {
  const so = receiptIn(req)
  const entry = so === null ? null : await entryByReceipt(await intake.own(), so)
  if (entry) return intake.show(res, entryReceipt(entry, await liveResult(await intake.own(), entry.call.bai)))
  return draw(intake, req, res, await itemIn(intake, req), { form: null, refused: [] })
}

export const takeAnswer = (intake: Intake) => async (req: Request, res: Response) => {
  const item = await itemIn(intake, req)
  const form = await readForm(req, ANSWER_BYTES)
  try {
    await intake.limits.form(item.so)
    intake.mustBeTimely(item.so, form.text('luc'))
    await traLoi(await intake.own(), item.so, form.text('traLoi'))
    return sendTo(res, `/gui-bai/bien-nhan/${item.so}`)
  } catch (error) {
    const refused = mendable(error)
    if (refused === null) throw error
    await draw(intake, req, res, item, { form, refused: await intake.say(refused) }, statusOf(refused))
  }
}
