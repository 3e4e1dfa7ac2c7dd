/**
 * Adds the rows of a list one by one. Rule: what was added is always shown, with what is shown of it once: a row that is refused
 * stays in the list, and what stops the whole – a proof that ran out, a service away – stops it there, in words.
 */
import { Forbidden, ValidationError } from 'payload'
import { issuesOf } from '../../messages/refusal.ts'
import { issue, STATUS, type Issue } from '../../policy/issues.ts'
import { runtimeOf } from '../../runtime.ts'
import type { DeskPage, Visit } from '../room.ts'
import type { Item, Listed, Rows } from './listed.ts'
import { done, type Outcome } from './listPages.ts'

/** A page answers within this time; what is left goes on with one more tap. */
const AT_ONCE_MS = 15_000

/** What is wrong with a row; null where the row is not what failed. */
export function rowIssues(error: unknown): readonly Issue[] | null {
  const issues =
    error instanceof ValidationError
      ? error.data.errors.map(({ path }) => issue('INVALID_VALUE', path || undefined))
      : error instanceof Forbidden
        ? [issue('FORBIDDEN')]
        : issuesOf(error)
  return issues === null || issues.some(({ code }) => STATUS[code] >= 500 || code === 'PROOF_NEEDED') ? null : issues
}

function stopOf({ options }: Visit, error: unknown): readonly Issue[] {
  const ma = runtimeOf(options.payload).failures.failed(error)
  return issuesOf(error) ?? [issue('INTERNAL', undefined, ma === null ? undefined : { ma })]
}

export async function addAll<T extends Item>(list: Listed<T>, visit: Visit, rows: Rows, items: readonly T[]): Promise<DeskPage> {
  const until = performance.now() + AT_ONCE_MS
  const free = items.filter((item) => item.issues.length === 0 && !item.there)
  const fresh = list.inOrder?.(free) ?? free
  const added: { o: readonly string[]; hien?: string }[] = []
  const failed: Item[] = items.filter((item) => item.issues.length > 0)
  let [daCo, left] = [items.filter((item) => item.there).length, fresh.length]
  let stopped: Outcome['stopped'] = []
  for (const item of fresh) {
    if (performance.now() > until) break
    try {
      const answered = await list.add(visit, item)
      if (answered.daCo) daCo += 1
      else added.push({ o: item.o, ...answered })
    } catch (error) {
      const issues = rowIssues(error)
      if (issues === null && added.length === 0) throw error
      if (issues === null) {
        stopped = stopOf(visit, error)
        break
      }
      failed.push({ ...item, issues })
    }
    left -= 1
  }
  const judged = new Set(items.map((item) => item.dong))
  const wrong = new Set(failed.map((item) => item.dong))
  const keep = rows.filter((_row, i) => wrong.has(i + 1) || !judged.has(i + 1))
  return done(list, { added, failed, daCo, left, stopped, rows, keep })
}
