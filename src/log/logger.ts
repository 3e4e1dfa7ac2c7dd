/**
 * The service's own log: JSON, a line each, on the standard output. Payload and everything else that writes to it goes
 * through here: an error is told by its kind and without anything personal, a sentence without what it quotes.
 */
import { pino, type Logger, type LogFn } from 'pino'
import { withoutQuotes } from '../policy/failures/line.ts'
import type { About } from '../policy/failures/log.ts'
import type { Failures } from './failures.ts'

type Fields = Partial<About> & { err?: unknown; error?: unknown; msg?: unknown }

/** The error in what is to be written, and what was said of it. */
function failureIn([first]: unknown[]): { error: unknown; about: Partial<About> } | null {
  if (first instanceof Error) return { error: first, about: {} }
  if (first === null || typeof first !== 'object') return null
  const { err, error, where, of, job, again } = first as Fields
  const found = err ?? (error instanceof Error ? error : undefined)
  if (found === undefined) return null
  return { error: found, about: Object.fromEntries(Object.entries({ where, of, job, again }).filter(([, value]) => value !== undefined)) }
}

const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutQuotes(value)
  if (value !== null && typeof value === 'object' && typeof (value as Fields).msg === 'string')
    return { ...value, msg: withoutQuotes((value as { msg: string }).msg) }
  return value
}

export function schoolLogger(failures: Failures, write = (line: string): void => void process.stdout.write(line)): Logger {
  const logger = pino(
    {
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // A person's question, and what was sent with it, never belongs to a line.
      redact: ['req', 'res', 'headers', 'body', 'data', 'user'],
      hooks: {
        logMethod(args, method) {
          const found = failureIn(args)
          if (found) failures.failed(found.error, found.about)
          else method.apply(this, args.map(plain) as Parameters<LogFn>)
        },
      },
    },
    { write },
  )
  failures.writeTo(logger)
  return logger
}
