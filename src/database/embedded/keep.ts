/** Starts the embedded database again when it ends, one try at a time; the returned function stops looking. */
import type { Embedded } from './server.ts'

const EVERY_MS = 2000

/** `failed`: told once each time it will not start. */
export function keepDatabase(database: Pick<Embedded, 'isRunning' | 'start'>, failed: (error: unknown) => void = () => undefined): () => void {
  let told = false
  let stopped = false
  let timer: NodeJS.Timeout
  const look = async (): Promise<void> => {
    // Two starts at once would take each other's lock file for a dead one's.
    if (!(await database.isRunning()) && !stopped) await database.start()
  }
  const again = (): void => {
    timer = setTimeout(() => {
      void look()
        .then(
          () => (told = false),
          (error: unknown) => {
            if (!told) failed(error)
            told = true
          },
        )
        .finally(() => stopped || again())
    }, EVERY_MS)
  }
  again()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
