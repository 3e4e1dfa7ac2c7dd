/** Reads the JSON body of an action; anything that is not an object is an empty one, and is refused by what it lacks. */
import type { PayloadRequest } from 'payload'
import { toNfc } from '../policy/gate/fingerprint.ts'
import { issue } from '../policy/issues.ts'
import { refuse } from '../messages/refusal.ts'

export async function readBody(req: PayloadRequest): Promise<Record<string, unknown>> {
  const text = await req.text?.()
  if (text === undefined || text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse(issue('INVALID_VALUE'))
  }
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? toNfc(value as Record<string, unknown>) : {}
}
