/**
 * One file in parts, for weak lines: begun with its name and length, gone on with from wherever it came to. What came stays when a
 * line breaks; the word it was begun with is what the form then carries.
 */
import type { Request, Response } from 'express'
import { sendData } from '../../forms/answer.ts'
import { mustFit } from '../../media/disk.ts'
import { refuse } from '../../messages/refusal.ts'
import { INTAKE } from '../../policy/intake/limits.ts'
import { issue, statusOf } from '../../policy/issues.ts'
import { runtimeOf } from '../../runtime.ts'
import { mendable, type Intake } from '../context.ts'
import { shownAmong } from '../http/shown.ts'
import { isPlayed } from '../http/submission.ts'
import type { Staged } from '../staging.ts'
import { codeIn } from './send.ts'
import { takes } from './taking.ts'

const asked = (req: Request, name: string): string => {
  const value = req.query[name]
  return typeof value === 'string' ? value.normalize('NFC') : ''
}

/** A script reads the answer: a refusal is data too. */
const inData =
  (intake: Intake, work: (req: Request, res: Response) => Promise<void>) =>
  async (req: Request, res: Response): Promise<void> => {
    try {
      await work(req, res)
    } catch (error) {
      const refused = mendable(error)
      if (refused === null) throw error
      const [first] = await intake.say(refused)
      sendData(res, { loi: first!.message }, statusOf(refused))
    }
  }

function aboutOf(req: Request, film: number): Omit<Staged, 'id'> {
  const size = /^[1-9]\d{0,14}$/.test(asked(req, 'co')) ? Number(asked(req, 'co')) : 0
  const about = { name: asked(req, 'ten').slice(0, 300), type: asked(req, 'loai').slice(0, 100), size }
  if (size === 0) throw refuse(issue('MISSING_FIELD', 'anh'))
  const most = isPlayed(about) ? film : INTAKE.pictureBytes
  if (size > most) throw refuse(issue('INTAKE_TOO_BIG', 'anh', { ten: about.name, nang: Math.ceil(size / 1_000_000), max: most / 1_000_000 }))
  return about
}

export const beginParts = (intake: Intake) =>
  inData(intake, async (req, res) => {
    const code = await takes(intake, await codeIn(intake, req))
    await intake.limits.picture(code.ma)
    const about = aboutOf(req, await intake.film())
    await mustFit(runtimeOf(intake.options.payload).disk, about.size, 'anh')
    if ((await intake.staging.waiting()) + about.size > INTAKE.waitingBytes) throw refuse(issue('STORAGE_FULL', 'anh'))
    sendData(res, { giu: intake.staging.seal(code.ma, await intake.staging.begin(code.ma, about)), toi: 0 })
  })

export const partsSoFar = (intake: Intake) =>
  inData(intake, async (req, res) => {
    const { ma } = await codeIn(intake, req)
    const part = await intake.staging.part(ma, asked(req, 'giu'))
    if (!part) throw refuse(issue('INTAKE_GONE', 'anh'))
    sendData(res, { toi: part.length })
  })

export const takePart = (intake: Intake) =>
  inData(intake, async (req, res) => {
    const code = await takes(intake, await codeIn(intake, req))
    await intake.limits.part(code.ma)
    const word = req.get('x-giu') ?? ''
    const from = Number(asked(req, 'tu'))
    const part = await intake.staging.part(code.ma, word)
    if (!part) throw refuse(issue('INTAKE_GONE', 'anh'))
    const most = Math.min(INTAKE.partBytes, Math.max(0, part.staged.size - part.length))
    if (Number(req.headers['content-length'] ?? 0) > most && from === part.length) throw refuse(issue('TOO_LARGE'))
    const { toi, went } = await intake.staging.append(part.staged, from, req)
    if (!went) req.resume()
    // Judged once, when its last part came.
    const { issues } =
      went && toi === part.staged.size && toi > part.length ? await shownAmong(intake.staging, [part.staged], await intake.film()) : { issues: [] }
    if (issues.length > 0) throw refuse(...issues)
    sendData(res, { toi }, went ? 200 : 409)
  })
