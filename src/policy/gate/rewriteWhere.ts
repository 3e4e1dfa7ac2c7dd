/** One walk over a question's conditions: each is put as the database knows it, or stays as it is. */
type Where = Record<string, unknown>
/** What stands in place of one field's conditions; null: they stay. */
export type Rewrite = (field: string, conditions: Record<string, unknown>) => Promise<Where | null>

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

/** The question is judged before (asked.ts): its depth and length are bounded. */
export async function rewriteWhere(where: Where, rewrite: Rewrite): Promise<Where> {
  const parts: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    if (key === 'and' || key === 'or') {
      const list = isRecord(value) ? Object.values(value) : (value as unknown[])
      const inner: unknown[] = []
      for (const one of Array.isArray(list) ? list : []) inner.push(isRecord(one) ? await rewriteWhere(one, rewrite) : one)
      parts.push({ [key]: inner })
    } else parts.push((isRecord(value) ? await rewrite(key, value) : null) ?? { [key]: value })
  }
  return parts.length === 1 ? parts[0]! : { and: parts }
}
