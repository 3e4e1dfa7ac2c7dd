/** Carries what is kept to the store elsewhere, where the service has one; one that hangs or refuses holds nobody up, and is told once. */
import type { Payload } from 'payload'
import { runtimeOf } from '../runtime.ts'
import { failedJob, wentWell } from './told.ts'

const NAME = 'store elsewhere'

/** Until the returned function is called. */
export function keepCarrying(payload: Payload, everyMs = 5000): () => void {
  const { settle } = runtimeOf(payload)
  if (settle === null) return () => undefined
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    void settle()
      .then(() => wentWell(payload, NAME), failedJob(payload, NAME))
      .finally(() => (running = false))
  }, everyMs)
  return () => clearInterval(timer)
}
