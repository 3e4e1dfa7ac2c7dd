/** Libraries that write errors to the console by themselves (the panel's) write them whole, with what people sent in them. */
import type { Failures } from './failures.ts'

/** From now on an error among what is written goes to the log; the rest is written as ever. The returned function ends it. */
export function takeConsole(failures: Pick<Failures, 'failed'>, console: Pick<Console, 'error'> = globalThis.console): () => void {
  const { error: write } = console
  console.error = (...args: unknown[]) => {
    const errors = args.filter((one) => one instanceof Error)
    for (const error of errors) failures.failed(error)
    if (errors.length === 0) write.apply(console, args)
  }
  return () => {
    console.error = write
  }
}
