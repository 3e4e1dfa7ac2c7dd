/**
 * Looks at every live edition once after the start and at each new one soon after it appears: what was put in with the
 * database's password, past the actions, has no valid signature and leaves the site again.
 */
import { createLocalReq, type Payload } from 'payload'
import { goGiaMao } from '../actions/goGiaMao.ts'
import { suspectEditions } from '../record/suspect.ts'
import { runtimeOf } from '../runtime.ts'

const BATCH = 50
export type Found = (text: string) => void

/** Looks at all editions after this id; answers the id up to which it looked. */
export async function checkRecord(payload: Payload, after: number, found: Found): Promise<number> {
  for (let from = after; ;) {
    const { suspects, last } = await suspectEditions({ payload }, runtimeOf(payload).signingKey(), from, BATCH)
    for (const suspect of suspects) {
      await goGiaMao(await createLocalReq({}, payload), suspect)
      found(`bản đăng ${suspect.id} (${suspect.boSuuTap} ${suspect.taiLieu}) không có phiếu duyệt hợp lệ, đã gỡ khỏi trang`)
    }
    if (last === null) return from
    from = last
    // Readers go first: one batch, then a breath.
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Watches until the returned function is called. */
export function watchRecord(payload: Payload, found: Found, everyMs = 5000): () => void {
  let after = 0
  let running = false
  const look = (): void => {
    if (running) return
    running = true
    void checkRecord(payload, after, found)
      .then((last) => (after = last))
      .catch((error: unknown) => payload.logger.error({ err: error, msg: 'watchRecord' }))
      .finally(() => (running = false))
  }
  look()
  const timer = setInterval(look, everyMs)
  return () => clearInterval(timer)
}
