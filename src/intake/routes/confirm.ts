/** The form teacher's link: read, then confirmed by name. The secret is the right; it stands in no log of ours. */
import type { Request, Response } from 'express'
import { parseId } from '../../actions/case.ts'
import { hashOf, xacNhanBai } from '../../actions/intake/xacNhanBai.ts'
import { itemOfLink, itemToConfirm } from '../../facts/intake/items.ts'
import { sentPicture, sentPictures } from '../../facts/intake/sentPictures.ts'
import { sendBytes, sendTo } from '../../forms/answer.ts'
import type { Sent } from '../../forms/form.ts'
import { readForm } from '../../forms/read.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue, statusOf } from '../../policy/issues.ts'
import { mendable, type Intake } from '../context.ts'
import { confirmedPage, confirmPage, lateConfirmPage } from '../pages/confirm.ts'

const SMALL = 8_000

async function draw(intake: Intake, req: Request, res: Response, sent: Sent, status = 200): Promise<void> {
  const secret = String(req.params.secret ?? '')
  const asked = await itemToConfirm(await intake.own(), hashOf(secret))
  // Twenty-four bytes of chance are not guessed.
  if (!asked) throw refuse(issue('LINK_EXPIRED'))
  const { item, loi } = asked
  const lines = loi.split('\n').filter((line) => line.trim() !== '')
  const pictures = await sentPictures(await intake.own(), item.tinBai)
  await intake.show(res, { ...confirmPage(item, { lines, pictures }, secret, intake.drawn('xac-nhan', sent.form?.text('luc') ?? null), sent), status })
}

export const openConfirm = (intake: Intake) => async (req: Request, res: Response) => draw(intake, req, res, { form: null, refused: [] })

/** While the link holds, and to whoever has it. */
export const confirmPicture = (intake: Intake) => async (req: Request, res: Response) => {
  const asked = await itemToConfirm(await intake.own(), hashOf(String(req.params.secret ?? '')))
  const id = parseId(req.params.id)
  const picture = asked && id !== null ? await sentPicture(await intake.own(), asked.item.tinBai, id) : null
  if (!picture) throw refuse(issue('NOT_FOUND'))
  sendBytes(res, picture)
}

export const takeConfirm = (intake: Intake) => async (req: Request, res: Response) => {
  const hash = hashOf(String(req.params.secret ?? ''))
  const item = await itemOfLink(await intake.own(), hash)
  // Twenty-four bytes of chance are not guessed.
  if (!item) throw refuse(issue('LINK_EXPIRED'))
  const form = await readForm(req, SMALL)
  try {
    await intake.limits.form(item.so)
    intake.mustBeTimely('xac-nhan', form.text('luc'))
    const khong = form.text('viec') === 'khong' ? form.text('lyDo') : null
    await xacNhanBai(await intake.own(), String(req.params.secret ?? ''), form.text('hoTen'), khong)
    return sendTo(res, '/gui-bai/da-xac-nhan')
  } catch (error) {
    const refused = mendable(error)
    if (refused === null) throw error
    // What was typed is there, to be told to whoever asked.
    if (!(await itemToConfirm(await intake.own(), hash)))
      return intake.show(res, { ...lateConfirmPage(form, await intake.say(refused), await intake.words()), status: statusOf(refused) })
    await draw(intake, req, res, { form, refused: await intake.say(refused) }, statusOf(refused))
  }
}

export const showConfirmed = (intake: Intake) => async (_req: Request, res: Response) => intake.show(res, confirmedPage)
