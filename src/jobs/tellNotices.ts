/** Tells what happened, every few seconds; collecting waits for no mail server. */
import type { Payload } from 'payload'
import { hasPost } from '../facts/mail.ts'
import { collect, isWholeBatch } from '../notices/collect.ts'
import { sendDue } from '../notices/send.ts'
import { failedJob, wentWell } from './told.ts'

/** One at a time; a round that is late is left out. */
function every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
  let running = false
  return setInterval(() => {
    if (running) return
    running = true
    void work().finally(() => (running = false))
  }, ms)
}

/** Until the returned function is called. */
export function tellNotices(payload: Payload, everyMs = 3000): () => void {
  const failed = (what: string) => failedJob(payload, what)
  const collecting = every(everyMs, async () => {
    let read: number | void = undefined
    do read = await collect(payload, failed).catch(failed('notices'))
    while (read !== undefined && isWholeBatch(read))
    if (read !== undefined) wentWell(payload, 'notices')
  })
  const sending = every(everyMs, async () => {
    if (!hasPost(payload)) return
    const sent = await sendDue(payload, failed).catch(failed('notices mail'))
    if (sent !== undefined) wentWell(payload, 'notices mail')
  })
  return () => {
    clearInterval(collecting)
    clearInterval(sending)
  }
}
