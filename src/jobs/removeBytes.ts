/** Removes the bytes that a withdrawal took off the site; a disk that refuses is asked again, and told once. */
import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import { workingToRemove } from '../facts/withdrawnFiles.ts'
import { removeWorking } from '../media/working.ts'
import { dueRemovals, notRemoved, removed, toRemove } from '../record/xoaTep.ts'
import { runtimeOf } from '../runtime.ts'
import { failedJob, wentWell } from './told.ts'

/** Why it could not be removed; null where it was. The working file goes too, where it shows nobody else. */
async function removeOne(req: PayloadRequest, hash: string): Promise<string | null> {
  const { payload } = req
  try {
    await runtimeOf(payload).fileStore.remove(hash)
    await removeWorking(payload.collections['tu-lieu']!.config.upload.staticDir!, await workingToRemove(req, hash))
    return null
  } catch (error) {
    failedJob(payload, NAME)(error)
    return error instanceof Error ? error.message : String(error)
  }
}

const BATCH = 50
const NAME = 'removed files'

/** One round; answers how many files went. */
export async function removeBytes(payload: Payload): Promise<number> {
  const { fileStore, variants, played } = runtimeOf(payload)
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    let gone = 0
    for (const one of await dueRemovals(req, BATCH)) {
      const why = await removeOne(req, one.sha256)
      if (why === null) gone += 1
      // What was made of it shows the same; each is asked for like any other before it goes.
      for (const hash of [...(await variants.madeOf(one.sha256)), ...(await played.madeOf(one.sha256))])
        if (hash !== one.sha256 && (await fileStore.has(hash).catch(() => true))) await toRemove(req, [hash])
      await (why === null ? removed(req, one.sha256) : notRemoved(req, one, why))
    }
    await commitTransaction(req)
    return gone
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** Until the returned function is called. */
export function keepRemoving(payload: Payload, everyMs = 5000): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    void removeBytes(payload)
      .then(() => wentWell(payload, NAME), failedJob(payload, NAME))
      .finally(() => (running = false))
  }, everyMs)
  return () => clearInterval(timer)
}
