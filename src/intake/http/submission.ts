/** Reads a form with pictures as it comes: texts in memory, each picture on the disk. Too many or too large are refused in words, and what fitted stays. */
import busboy from 'busboy'
import type { Request } from 'express'
import { Transform, type Readable } from 'node:stream'
import { refuse } from '../../messages/refusal.ts'
import { INTAKE } from '../../policy/intake/limits.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { formOf } from '../../forms/read.ts'
import type { Form } from '../../forms/form.ts'
import type { Staged, Staging } from '../staging.ts'
import { shownAmong } from './shown.ts'

export type Submission = { form: Form; files: Staged[]; issues: Issue[] }

/** `film`: bytes of one film, by the regulation. */
export const tooMuch = (film: number): Issue =>
  issue('INTAKE_FILES', 'anh', { max: INTAKE.picturesEach, mb: INTAKE.pictureBytes / 1_000_000, phim: film / 1_000_000 })
/** As it says of itself: what it is, is told by its bytes when it is taken up. */
export const isPlayed = ({ type, name }: Pick<Staged, 'type' | 'name'>): boolean =>
  /^(?:video|audio)\//.test(type) || /\.(?:mp4|mov|m4v|3gp|m4a|mp3)$/i.test(name)

const FIELD_BYTES = 100_000

function parser(req: Request): ReturnType<typeof busboy> {
  try {
    return busboy({
      headers: { 'content-type': req.headers['content-type'] ?? '' },
      // Without it names of files lose their Vietnamese letters.
      defParamCharset: 'utf8',
      limits: { fields: 60, fieldSize: FIELD_BYTES, files: INTAKE.picturesEach + 1, parts: 80, fileSize: INTAKE.filmBytes },
    })
  } catch {
    throw refuse(issue('INVALID_VALUE'))
  }
}

/** Ends the reading where more comes than a form may have; the parser is told, never destroyed in its own event. */
const counted = (most: number): Transform => {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > most ? refuse(issue('TOO_LARGE')) : null, chunk)
    },
  })
}

/** `film`: bytes a film or recording may have. */
export async function readSubmission(req: Request, staging: Staging, code: string, film: number): Promise<Submission> {
  if (Number(req.headers['content-length'] ?? 0) > INTAKE.formBytes) throw refuse(issue('TOO_LARGE'))
  const texts = new Map<string, string[]>()
  const keeping: Promise<{ staged: Staged | null; cut: boolean }>[] = []
  const issues: Issue[] = []
  let broken = false
  const form = parser(req)
  form.on('field', (name: unknown, value: unknown, { valueTruncated }) => {
    if (typeof name !== 'string' || typeof value !== 'string' || valueTruncated) broken = true
    else texts.set(name, [...(texts.get(name) ?? []), value.normalize('NFC').replace(/\r\n?/g, '\n')])
  })
  form.on('file', (_name, stream, { filename, mimeType }) => {
    if (!filename) return void stream.resume()
    const source = stream as Readable & { truncated?: boolean }
    const kept = staging.keep(code, source, { name: filename.normalize('NFC').slice(0, 300), type: mimeType })
    keeping.push(
      kept.then(
        (staged) => ({ staged, cut: source.truncated === true }),
        (error: unknown) => {
          source.resume()
          // A disk that fails is a failure; a line cut off breaks the form it is in.
          if (typeof (error as NodeJS.ErrnoException).code === 'string' && /^E(?:NOSPC|IO|ROFS|ACCES|DQUOT)$/.test((error as NodeJS.ErrnoException).code!))
            throw error
          return { staged: null, cut: false }
        },
      ),
    )
  })
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    form.on(limit, () => {
      issues.push(tooMuch(film))
    })
  const whole = await new Promise<unknown>((resolve) => {
    const flow = counted(INTAKE.formBytes)
    form.once('close', () => resolve(null)).once('error', resolve)
    flow.once('error', (error) => {
      resolve(error)
      // What still waits for more of it ends here.
      setImmediate(() => form.destroy())
    })
    req.once('aborted', () => flow.destroy(refuse(issue('INVALID_VALUE'))))
    req.pipe(flow).pipe(form)
  })
  const settled = await Promise.allSettled(keeping)
  const failed = settled.find((one) => one.status === 'rejected')
  const files: Staged[] = []
  for (const one of settled) {
    if (one.status === 'rejected' || one.value.staged === null) continue
    const { staged } = one.value
    const cut = one.value.cut || (staged.size > INTAKE.pictureBytes && !isPlayed(staged))
    if (cut || staged.size === 0) await staging.drop([staged.id])
    if (cut) issues.push(tooMuch(film))
    else if (staged.size > 0) files.push(staged)
  }
  if (failed ?? whole ?? broken) {
    await staging.drop(files.map(({ id }) => id))
    throw failed?.status === 'rejected' ? failed.reason : whole instanceof Error && 'issues' in whole ? whole : refuse(issue('INVALID_VALUE'))
  }
  const shown = await shownAmong(staging, files, film)
  return { form: formOf(texts), files: shown.fit, issues: [...issues.slice(0, 1), ...shown.issues] }
}
