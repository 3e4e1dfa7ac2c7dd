/** What was refused while somebody worked at the desk, and how it is said. */
import { APIError } from 'payload'
import { issuesOf } from '../messages/refusal.ts'
import { sentence, type Refused } from '../messages/sentence.ts'
import { issue, type Issue } from '../policy/issues.ts'

/** What Payload itself refuses – a right, a session, a document – is a refusal like any other. */
export function refusalIn(error: unknown): readonly Issue[] | null {
  const known = issuesOf(error)
  if (known !== null || !(error instanceof APIError)) return known
  const code = ({ 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND' } as const)[error.status]
  return code === undefined ? null : [issue(code)]
}

export const say = (issues: readonly Issue[]): Refused[] => issues.map((one) => sentence(one, 'vi'))
