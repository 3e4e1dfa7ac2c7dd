/** Rule: every error answers with a stable code and a sentence; Payload's own shape stays beside them for its panel. */
import type { AfterErrorHook } from 'payload'
import { keepToSign } from '../actions/kyDoi.ts'
import { issuesOf, moreOf, refusalBody } from '../messages/refusal.ts'
import { languageOf, sentence } from '../messages/sentence.ts'
import { FIELDS } from '../messages/fields.ts'
import { issue, statusOf, type Issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'

type PayloadIssue = { name?: string; message?: string; data?: { errors?: { path?: string; message?: string }[] } }

/** A version is known by its number alone: one that may not be read is told from one that is not there by nothing. */
const ofVersion = (pathname = ''): boolean => /\/versions\/[^/]+$/.test(pathname)

function ownIssue(error: { name?: string; status?: number }, signedIn: boolean, pathname?: string): Issue | null {
  if (error.status === 403 && signedIn && ofVersion(pathname)) return issue('NOT_FOUND')
  if (error.name === 'Forbidden' || error.status === 403) return issue(signedIn ? 'FORBIDDEN' : 'UNAUTHENTICATED')
  if (error.status === 404) return issue('NOT_FOUND')
  if (error.name === 'MissingFile' || error.name === 'InvalidFileType') return issue('FILE_UNREADABLE', 'tep')
  // The bytes were read and cleaned before: what failed is keeping them.
  if (error.name === 'FileUploadError') return issue('UNAVAILABLE')
  if (error.name === 'FileRetrievalError') return issue('FILE_UNREADABLE', 'tep')
  if ((error as { code?: string }).code === 'ENAMETOOLONG') return issue('NOT_FOUND')
  if (error.status === 413) return issue('TOO_LARGE')
  if (error instanceof SyntaxError || error instanceof URIError) return issue('INVALID_VALUE')
  return (error.status ?? 500) >= 500 ? issue('INTERNAL') : null
}

/** What the library says of a file it says in English, and to a programmer. */
const ofFile = (message = ''): Issue => (/pdf/i.test(message) ? issue('PDF_UNREADABLE', 'tep') : issue('FILE_KIND', 'tep'))

const label = (path = ''): string => {
  const name = FIELDS[path.split('.')[0] ?? ''] ?? 'một mục'
  return name.charAt(0).toUpperCase() + name.slice(1)
}

export const answerInPlainWords: AfterErrorHook = async ({ error, req, result }) => {
  await keepToSign(req.payload, error)
  const ma = runtimeOf(req.payload).failures.failed(error)
  const refused = issuesOf(error)
  if (refused) return { response: refusalBody(refused, req, moreOf(error)) as never, status: statusOf(refused) }
  const own = ownIssue(error as never, Boolean(req.user), req.pathname)
  if (own && own.code === 'INTERNAL' && ma !== null) own.detail = { ma }
  if (own) return { response: { errors: [sentence(own, languageOf(req))] } as never, status: statusOf([own]) }
  const errors = ((result as { errors?: PayloadIssue[] } | undefined)?.errors ?? []).map((e) => {
    const [first, ...others] = e.data?.errors ?? []
    const code = (error as { status?: number }).status === 401 ? 'UNAUTHENTICATED' : 'INVALID_VALUE'
    if (!first) return { code, ...e }
    if (first.path === 'file') return { ...e, ...sentence(ofFile(first.message), languageOf(req)) }
    // Payload names the fields in English here; the reasons beside them are already in the reader's language.
    const message = [first, ...others].map((f) => `${label(f.path)}: ${f.message ?? ''}`).join(' ')
    return { code, ...(first.path ? { field: first.path } : {}), ...e, message }
  })
  return { response: { errors } as never }
}
