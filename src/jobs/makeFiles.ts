/**
 * Makes what readers will be served of the files that were kept, one at a time and behind everybody who waits for an answer: neither
 * an upload nor `trinh` waits for it. What is there already for the same bytes is not made again.
 */
import type { Payload } from 'payload'
import { makeOf } from '../media/made.ts'
import { MOST_TRIES, takeWork, workDone, workLater, type FileWork } from '../record/viecTep.ts'
import { runtimeOf } from '../runtime.ts'
import { failedJob, wentWell } from './told.ts'

const NAME = 'sizes of pictures'

async function one(payload: Payload, work: FileWork): Promise<void> {
  const folder = payload.collections['tu-lieu']!.config.upload.staticDir!
  try {
    await workDone(payload, work, await makeOf(runtimeOf(payload), folder, work.filename, work.sha256))
  } catch (error) {
    failedJob(payload, NAME)(error)
    const why = error instanceof Error ? error.message : String(error)
    // Whoever submits it meets the same, in words.
    await (work.lan >= MOST_TRIES ? workDone(payload, work, why) : workLater(payload, work, why))
  }
}

/** Everything that is due; answers how many. */
export async function makeFiles(payload: Payload, goOn: () => boolean = () => true): Promise<number> {
  let done = 0
  for (let work = await takeWork(payload); work; work = goOn() ? await takeWork(payload) : null) {
    await one(payload, work)
    done += 1
  }
  return done
}

/** Until the returned function is called. */
export function keepMaking(payload: Payload, everyMs = 2000): () => void {
  let running = false
  let going = true
  const timer = setInterval(() => {
    if (running) return
    running = true
    void makeFiles(payload, () => going)
      .then(() => wentWell(payload, NAME), failedJob(payload, NAME))
      .finally(() => (running = false))
  }, everyMs)
  return () => {
    going = false
    clearInterval(timer)
  }
}
