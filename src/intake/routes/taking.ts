/** One form with files: taken whole, or drawn again with all that was typed, every file that came, and each that cannot be taken by its name. */
import type { Request, Response } from 'express'
import { mustTake } from '../../actions/intake/nhanBai.ts'
import type { MaGuiBai } from '../../facts/intake/codes.ts'
import type { Form, Sent } from '../../forms/form.ts'
import { mustFit } from '../../media/disk.ts'
import { canBeShown } from '../../media/photo.ts'
import { refuse } from '../../messages/refusal.ts'
import { GUESTS } from '../../policy/gate/lanes.ts'
import { INTAKE } from '../../policy/intake/limits.ts'
import { issue, statusOf, type Issue } from '../../policy/issues.ts'
import { runtimeOf } from '../../runtime.ts'
import { mendable, type Intake } from '../context.ts'
import { readSubmission } from '../http/submission.ts'
import { shutPage, type Kept } from '../pages/send.ts'

/** A form without pictures is smaller. */
const WORDS_BYTES = 100_000

/** Throws where it takes nothing more, now or today. */
export const takes = async (intake: Intake, code: MaGuiBai): Promise<MaGuiBai> => mustTake(await intake.own(), code, await intake.staging.waiting(code.ma))

/** Uploads stop before the record is in danger; words alone are always taken. */
export async function needRoom(intake: Intake, req: Request): Promise<void> {
  if (Number(req.headers['content-length'] ?? Infinity) < WORDS_BYTES) return
  await mustFit(runtimeOf(intake.options.payload).disk, INTAKE.formBytes, 'anh')
  if ((await intake.staging.waiting()) > INTAKE.waitingBytes) throw refuse(issue('STORAGE_FULL', 'anh'))
}

/** Why nothing is taken now, before anything is read; null where it is. */
async function shut(intake: Intake, req: Request, code: MaGuiBai): Promise<readonly Issue[] | null> {
  try {
    await takes(intake, code)
    await intake.limits.form(code.ma)
    await needRoom(intake, req)
    return null
  } catch (error) {
    const refused = mendable(error)
    if (refused === null) throw error
    return refused
  }
}

/** `gone`: named by a word of ours, and there no more. */
async function keptIn(intake: Intake, { ma }: MaGuiBai, form: Form): Promise<{ kept: Kept[]; gone: boolean }> {
  const kept: Kept[] = []
  let gone = false
  for (const word of form.all('giu').slice(0, INTAKE.picturesEach * 2)) {
    const staged = await intake.staging.open(ma, word)
    gone ||= staged === 'gone'
    if (staged !== null && staged !== 'gone' && !kept.some((one) => one.staged.id === staged.id)) kept.push({ word, staged })
  }
  return { kept, gone }
}

/** About a file that cannot be taken, whatever is done with the form. */
const isOfFile = ({ code }: Issue): boolean => /^(?:FILE_(?!UNFINISHED)|FILM_NOT_TAKEN)/.test(code)

function unknownIfRefused(error: unknown): true {
  if (mendable(error) === null) throw error
  return true
}

/** Those of the pictures that can be shown; the others are let go. */
async function readable(intake: Intake, kept: readonly Kept[]): Promise<{ fit: Kept[]; others: Kept[] }> {
  const fit: Kept[] = []
  const others: Kept[] = []
  for (const one of kept) {
    // Whatever is not known of a file now, it is not lost for that.
    const shown = await canBeShown(runtimeOf(intake.options.payload), await intake.staging.read(one.staged.id), GUESTS).catch(unknownIfRefused)
    if (!shown) await intake.staging.drop([one.staged.id])
    const list = shown ? fit : others
    list.push(one)
  }
  return { fit, others }
}

/** The first that could not be read is named by its refusal; each other is named too, for it is offered no more. */
const unnamed = (refused: readonly Issue[], others: readonly Kept[]): Issue[] =>
  others
    .map(({ staged }) => staged.name)
    .filter((ten) => !refused.some(({ detail }) => detail?.ten === ten))
    .map((ten) => issue('FILE_UNREADABLE', 'anh', { ten }))

type Work = {
  /** Answers what it is known by; throws a refusal where it is not taken. */
  store: (form: Form, kept: readonly Kept[], faults: readonly Issue[]) => Promise<string>
  taken: (so: string) => Promise<void>
  again: (kept: readonly Kept[], sent: Sent, status: number) => Promise<void>
}

export async function takeWith(intake: Intake, req: Request, res: Response, code: MaGuiBai, { store, taken, again }: Work): Promise<void> {
  const refusedBefore = await shut(intake, req, code)
  const { form, files, issues } = await readSubmission(req, intake.staging, code.ma, await intake.film())
  if (refusedBefore) {
    // What was typed is shown again, for another code or another hour.
    await intake.staging.drop(files.map(({ id }) => id))
    return intake.show(res, { ...shutPage(code.tenDonVi, form, await intake.say(refusedBefore)), status: statusOf(refusedBefore) })
  }
  const before = await keptIn(intake, code, form)
  const kept = [...before.kept, ...files.map((staged) => ({ staged, word: intake.staging.seal(code.ma, staged) }))]
  const faults = [...issues, ...(before.gone ? [issue('INTAKE_GONE', 'anh')] : [])]
  try {
    const so = await store(form, kept, faults)
    await intake.limits.stored(code.ma)
    return await taken(so)
  } catch (error) {
    const refused = mendable(error)
    if (refused === null) throw error
    const { fit, others } = refused.some(isOfFile) ? await readable(intake, kept) : { fit: kept, others: [] }
    const said = [...refused, ...unnamed(refused, others)].map((one) => (one.field === 'tep' ? { ...one, field: 'anh' } : one))
    return again(fit, { form, refused: await intake.say(said) }, statusOf(refused))
  }
}
