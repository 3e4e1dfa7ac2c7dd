/** What the classes are asked for: drawn with its rules, taken with its files, drawn again with all that was typed. */
import type { Request, Response } from 'express'
import { nhanDot } from '../../actions/intake/nhanDot.ts'
import { callOf, entryOfForm, liveResult, type DotGui } from '../../facts/intake/calls.ts'
import type { MaGuiBai } from '../../facts/intake/codes.ts'
import type { Form, Sent } from '../../forms/form.ts'
import { refuse } from '../../messages/refusal.ts'
import { sha256 } from '../../policy/gate/fingerprint.ts'
import { takesEntries } from '../../policy/intake/calls.ts'
import { INTAKE } from '../../policy/intake/limits.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { mustBeWorked, type Intake } from '../context.ts'
import { tooMuch } from '../http/submission.ts'
import { callOver, callPage, entryTaken } from '../pages/call.ts'
import type { Kept } from '../pages/send.ts'
import { codeIn, today } from './send.ts'
import { takes, takeWith } from './taking.ts'

async function callIn(intake: Intake, req: Request): Promise<DotGui> {
  const asked = String(req.params.dot ?? '')
  const call = await callOf(await intake.own(), /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null)
  if (!call) throw refuse(issue('NOT_FOUND'))
  return call
}

/** Its form time is its own: one drawn for a story opens nothing here. */
const placeOf = (code: MaGuiBai, call: DotGui): string => `${code.ma}/dot/${call.id}`

async function draw(intake: Intake, res: Response, code: MaGuiBai, call: DotGui, kept: readonly Kept[], sent: Sent, status = 200): Promise<void> {
  const luc = intake.drawn(placeOf(code, call), sent.form?.text('luc') ?? null)
  await intake.show(res, {
    ...callPage({ ma: code.ma, lop: code.tenDonVi, call, luc, busy: await intake.limits.busy(code.ma), kept, film: await intake.film(), sent }),
    status,
  })
}

export const openCall = (intake: Intake) => async (req: Request, res: Response) => {
  const code = await takes(intake, await codeIn(intake, req))
  const call = await callIn(intake, req)
  if (!takesEntries(call, await today(intake))) {
    const result = await liveResult(await intake.own(), call.bai)
    if (!result) throw refuse(issue('CALL_CLOSED'))
    return intake.show(res, callOver(code.ma, call, result))
  }
  await draw(intake, res, code, call, [], { form: null, refused: [] })
}

async function store(intake: Intake, code: MaGuiBai, call: DotGui, form: Form, kept: readonly Kept[], faults: readonly Issue[]): Promise<string> {
  intake.mustBeTimely(placeOf(code, call), form.text('luc'))
  const phieu = sha256(form.text('luc'))
  const taken = await entryOfForm(await intake.own(), phieu)
  if (taken !== null) return taken
  if (form.text('trangWeb') !== '') throw refuse(issue('FORM_STALE'))
  await mustBeWorked(intake, code.ma, form)
  const issues = [...faults]
  if (kept.length > INTAKE.picturesEach) issues.push(tooMuch(await intake.film()))
  if (issues.length > 0) throw refuse(...issues)
  const line = (name: string): string => form.text(name).replace(/\s+/gu, ' ')
  const entry = { ten: line('ten'), loi: form.text('loi'), nguoiGui: line('nguoiGui'), dongY: line('dongY') }
  const pictures = kept.map(({ staged: { id, name, type, size } }) => ({ name, type, size, read: () => intake.staging.read(id) }))
  // In turn: the press before may have been taken, and its pictures let go.
  const so = await intake.inTurn(
    code.ma,
    async () => (await entryOfForm(await intake.own(), phieu)) ?? nhanDot(intake.options.payload, { ma: code.ma, phieu, dot: call.id, entry }, pictures),
  )
  await intake.staging.drop(kept.map(({ staged }) => staged.id))
  return so
}

export const takeEntry = (intake: Intake) => async (req: Request, res: Response) => {
  const code = await codeIn(intake, req)
  const call = await callIn(intake, req)
  await takeWith(intake, req, res, code, {
    store: (form, kept, faults) => store(intake, code, call, form, kept, faults),
    taken: (so) => intake.show(res, entryTaken(code.ma, call, so)),
    again: (kept, sent, status) => draw(intake, res, code, call, kept, sent, status),
  })
}
