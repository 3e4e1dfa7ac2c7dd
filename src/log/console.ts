/**
 * Libraries that write to the console by themselves (the panel's) write errors whole, and quote what strangers sent. Rule: the
 * log is a line an event, and no stranger's words are in it; nobody writes a line of ours by asking for an odd address.
 */
import type { Failures } from './failures.ts'

/** That something was said; who said it stands in the lines of the program, what was said nowhere. */
class Said extends Error {
  override name = 'Said'
}

type Taken = Pick<Console, 'error' | 'warn'>

/** From now on what is written as an error or a warning goes to the log, once and counted. The returned function ends it. */
export function takeConsole(failures: Pick<Failures, 'failed'>, console: Taken = globalThis.console): () => void {
  const was = { error: console.error, warn: console.warn }
  const take = (...args: unknown[]): void => {
    const errors = args.filter((one) => one instanceof Error)
    for (const error of errors) failures.failed(error)
    if (errors.length === 0) failures.failed(new Said('said on the console'), { where: 'console' })
  }
  Object.assign(console, { error: take, warn: take })
  return () => void Object.assign(console, was)
}
