/** Starts the embedded database again when it ends, one try at a time; the returned function stops looking. */
import type { Embedded } from './server.ts'

const EVERY_MS = 2000

export function keepDatabase(database: Pick<Embedded, 'isRunning' | 'start'>): () => void {
  let stopped = false
  let timer: NodeJS.Timeout
  const look = async (): Promise<void> => {
    // Two starts at once would take each other's lock file for a dead one's.
    if (!(await database.isRunning()) && !stopped) await database.start()
  }
  const again = (): void => {
    timer = setTimeout(() => {
      void look()
        .catch(() => undefined)
        .finally(() => stopped || again())
    }, EVERY_MS)
  }
  again()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
