/**
 * schoolIntake(options): what a class sends without an account, as ordinary Express middleware. The class's code opens the form;
 * without one nothing larger than a code is read. Works without a script.
 */
import { Router, type Request, type Response } from 'express'
import { sendScript } from '../forms/answer.ts'
import { summaryOf } from '../forms/field.ts'
import { issuesOf, refuse } from '../messages/refusal.ts'
import { issue, statusOf } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { html } from '../theme/draw/html.ts'
import { Intake } from './context.ts'
import type { IntakeOptions } from './options.ts'
import { openCall, takeEntry } from './routes/call.ts'
import { askCode, takeCode } from './routes/code.ts'
import { confirmPicture, openConfirm, showConfirmed, takeConfirm } from './routes/confirm.ts'
import { beginParts, partsSoFar, takePart } from './routes/parts.ts'
import { showReceipt, takeAnswer } from './routes/receipt.ts'
import { openForm, takeForm, takePicture } from './routes/send.ts'
import { SCRIPT } from './script/index.ts'

export type { IntakeOptions } from './options.ts'

const AN_HOUR = 3_600_000

/** Every failure is a page: what happened and what to do next. */
async function fail(intake: Intake, error: unknown, req: Request, res: Response): Promise<void> {
  if (res.headersSent || req.socket.destroyed) return void res.destroy()
  const refused = issuesOf(error)
  const ma = refused === null ? runtimeOf(intake.options.payload).failures.failed(error) : null
  const issues = refused ?? [issue('INTERNAL', undefined, ma === null ? undefined : { ma })]
  const status = statusOf(issues)
  if (status === 413 || !req.complete) res.set('Connection', 'close')
  const title = status === 404 ? 'Không có trang này' : 'Chưa làm được'
  await intake.show(res, { title, status, main: html`${summaryOf(await intake.say(issues))}<p><a href="/gui-bai">Gõ lại mã của lớp hoặc số biên nhận</a></p>` })
}

export function schoolIntake(options: IntakeOptions): { router: Router; close: () => void } {
  const intake = new Intake(options)
  const { failures } = runtimeOf(options.payload)
  const router = Router({ caseSensitive: true })
  const guarded = (work: (req: Request, res: Response) => Promise<void>) => (req: Request, res: Response) =>
    failures.during({ request: req, route: '/gui-bai', where: 'intake', id: null }, () =>
      work(req, res).catch((error: unknown) => fail(intake, error, req, res)),
    )
  router.get(
    SCRIPT.path.replace(/^\/gui-bai/, ''),
    guarded((_req, res) => sendScript(res, SCRIPT.text)),
  )
  router.get('/', guarded(askCode(intake)))
  router.post('/', guarded(takeCode(intake)))
  router.get('/da-xac-nhan', guarded(showConfirmed(intake)))
  router.get('/bien-nhan/:so', guarded(showReceipt(intake)))
  router.post('/bien-nhan/:so', guarded(takeAnswer(intake)))
  router.get('/xac-nhan/:secret', guarded(openConfirm(intake)))
  router.get('/xac-nhan/:secret/anh/:id', guarded(confirmPicture(intake)))
  router.post('/xac-nhan/:secret', guarded(takeConfirm(intake)))
  router.get('/:ma', guarded(openForm(intake)))
  router.post('/:ma', guarded(takeForm(intake)))
  router.post('/:ma/tep', guarded(takePicture(intake)))
  router.get('/:ma/dot/:dot', guarded(openCall(intake)))
  router.post('/:ma/dot/:dot', guarded(takeEntry(intake)))
  router.post('/:ma/phan', guarded(beginParts(intake)))
  router.get('/:ma/phan', guarded(partsSoFar(intake)))
  router.post('/:ma/phan/noi', guarded(takePart(intake)))
  router.use(
    guarded(async () => {
      throw refuse(issue('NOT_FOUND'))
    }),
  )
  const sweep = (): void =>
    void intake.staging.sweep(Date.now()).catch((error: unknown) => failures.failed(error, { where: 'intake files', job: true, again: true }))
  const timer = setInterval(sweep, AN_HOUR)
  timer.unref()
  return { router, close: () => clearInterval(timer) }
}
