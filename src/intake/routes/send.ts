/** The form of a class: drawn, taken, drawn again with all that was typed and every picture that came. */
import type { Request, Response } from 'express'
import { mustTake, nhanBai, receiptOfForm } from '../../actions/intake/nhanBai.ts'
import { now } from '../../database/clock.ts'
import { openCalls, recentResults } from '../../facts/intake/calls.ts'
import { codeOf, type MaGuiBai } from '../../facts/intake/codes.ts'
import { sendData, sendTo } from '../../forms/answer.ts'
import type { Form, Sent } from '../../forms/form.ts'
import { refuse } from '../../messages/refusal.ts'
import { sha256 } from '../../policy/gate/fingerprint.ts'
import { CODE_LENGTH, readCode } from '../../policy/intake/code.ts'
import { INTAKE } from '../../policy/intake/limits.ts'
import { toldIssues, type Told } from '../../policy/intake/told.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { mustBeWorked, type Intake } from '../context.ts'
import { readSubmission, tooMuch } from '../http/submission.ts'
import { sendPage, type Kept } from '../pages/send.ts'
import { needRoom, takes, takeWith } from './taking.ts'

export const today = async (intake: Intake): Promise<string> => dayOf(Date.parse(await now(await intake.own())))

/** The code in an address, whether or not it still takes anything. */
export async function codeIn(intake: Intake, req: Request): Promise<MaGuiBai> {
  const ma = readCode(String(req.params.ma ?? ''), CODE_LENGTH)
  const code = ma === null ? null : await codeOf(await intake.own(), ma)
  if (code) return code
  await intake.limits.wrong(req)
  throw refuse(issue('CODE_UNKNOWN', 'ma'))
}

async function draw(intake: Intake, res: Response, code: MaGuiBai, kept: readonly Kept[], sent: Sent, status = 200): Promise<void> {
  const page = sendPage({
    ma: code.ma,
    lop: code.tenDonVi,
    luc: intake.drawn(code.ma, sent.form?.text('luc') ?? null),
    busy: await intake.limits.busy(code.ma),
    kept,
    film: await intake.film(),
    sent,
    today: await today(intake),
    calls: await openCalls(await intake.own(), await today(intake)),
    results: await recentResults(await intake.own()),
  })
  await intake.show(res, { ...page, status })
}

export const openForm = (intake: Intake) => async (req: Request, res: Response) =>
  // What waits for other forms closes nobody's page.
  draw(intake, res, await mustTake(await intake.own(), await codeIn(intake, req), 0), [], { form: null, refused: [] })

const toldIn = (form: Form): Told => {
  // A field of one line holds one, whatever was sent.
  const line = (name: string): string => form.text(name).replace(/\s+/gu, ' ')
  return { ai: line('ai'), viec: form.text('viec'), ngay: line('ngay'), nguoiXacNhan: line('nguoiXacNhan'), nguoiGui: line('nguoiGui'), dongY: line('dongY') }
}

async function store(intake: Intake, code: MaGuiBai, form: Form, kept: readonly Kept[], faults: readonly Issue[]): Promise<string> {
  intake.mustBeTimely(code.ma, form.text('luc'))
  const phieu = sha256(form.text('luc'))
  const taken = await receiptOfForm(await intake.own(), phieu)
  if (taken) return taken.so
  // Seen by nobody, filled in by a robot alone.
  if (form.text('trangWeb') !== '') throw refuse(issue('FORM_STALE'))
  await mustBeWorked(intake, code.ma, form)
  const told = toldIn(form)
  const issues = [...faults, ...toldIssues(told, await today(intake))]
  if (kept.length > INTAKE.picturesEach) issues.push(tooMuch(await intake.film()))
  if (issues.length > 0) throw refuse(...issues)
  const pictures = kept.map(({ staged: { id, name, type, size } }) => ({ name, type, size, read: () => intake.staging.read(id) }))
  // In turn: the press before may have been taken, and its pictures let go.
  const { so } = await intake.inTurn(
    code.ma,
    async () => (await receiptOfForm(await intake.own(), phieu)) ?? nhanBai(intake.options.payload, { ma: code.ma, phieu, told }, pictures),
  )
  await intake.staging.drop(kept.map(({ staged }) => staged.id))
  return so
}

export const takeForm = (intake: Intake) => async (req: Request, res: Response) => {
  const code = await codeIn(intake, req)
  await takeWith(intake, req, res, code, {
    store: (form, kept, faults) => store(intake, code, form, kept, faults),
    taken: async (so) => sendTo(res, `/gui-bai/bien-nhan/${so}?moi=1`),
    again: (kept, sent, status) => draw(intake, res, code, kept, sent, status),
  })
}

/** One picture by itself, before the form: for whoever has a script and a weak line. Answers the word the form then carries. */
export const takePicture = (intake: Intake) => async (req: Request, res: Response) => {
  const code = await takes(intake, await codeIn(intake, req))
  await intake.limits.picture(code.ma)
  await needRoom(intake, req)
  const { files, issues } = await readSubmission(req, intake.staging, code.ma, await intake.film())
  const [staged, ...more] = files
  await intake.staging.drop(more.map(({ id }) => id))
  if (!staged || issues.length > 0) {
    if (staged) await intake.staging.drop([staged.id])
    const [refused] = await intake.say(issues.length > 0 ? issues : [issue('MISSING_FIELD', 'anh')])
    return sendData(res, { loi: refused!.message }, 422)
  }
  return sendData(res, { giu: intake.staging.seal(code.ma, staged), ten: staged.name, size: staged.size })
}
