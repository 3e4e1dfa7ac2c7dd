/**
 * What a line of the log says of an error. Rule: nothing personal. Sentences of errors carry values (a database quotes what
 * it was given, a parser what it could not read), so none is told: names, codes, names of things in the database, and the
 * lines of the program.
 */
import { causesOf, sqlState } from './causes.ts'

type Fields = { name?: unknown; code?: unknown; message?: unknown; stack?: unknown; where?: unknown; constraint?: unknown; table?: unknown; issues?: unknown }

export type ErrorLine = {
  error: string
  code?: string
  sqlstate?: string
  /** The function of the database that failed, the constraint, the table. */
  function?: string
  constraint?: string
  table?: string
  says?: string
  stack?: string
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : undefined)

/** `where` quotes the question and its values; of it only the name of the function is told. */
const functionIn = (where: unknown): string | undefined =>
  typeof where === 'string' ? /^(?:PL\/pgSQL function|SQL function) "?([a-z_][\w.]{0,80})/m.exec(where)?.[1] : undefined

const FRAME = /^\s+at .{1,200}(?::\d+:\d+\)?|<anonymous>\)?)$/
const MOST_FRAMES = 12

/** The lines of the program without the sentence above them. */
function framesOf({ stack, message }: Fields): string | undefined {
  if (typeof stack !== 'string') return undefined
  const sentence = typeof message === 'string' ? message : ''
  const after = sentence !== '' && stack.includes(sentence) ? stack.slice(stack.indexOf(sentence) + sentence.length) : stack
  const frames = after.split('\n').filter((line) => FRAME.test(line))
  return frames.length > 0
    ? frames
        .slice(0, MOST_FRAMES)
        .map((line) => line.trim())
        .join(' | ')
    : undefined
}

/** The engine's own sentences about a program name things of the program; what they quote is left out. */
const saidByEngine = ({ name, message }: Fields): string | undefined =>
  typeof message === 'string' && (name === 'TypeError' || name === 'ReferenceError')
    ? message
        .slice(0, 200)
        .split('\n', 1)[0]!
        .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '…')
    : undefined

export function lineOf(error: unknown): ErrorLine {
  const causes = causesOf(error) as Fields[]
  if (causes.length === 0) return { error: typeof error }
  const innermost = causes.at(-1)!
  const first = <T>(read: (cause: Fields) => T | undefined): T | undefined => causes.map(read).findLast((found) => found !== undefined)
  const told = {
    error: word(innermost.name) ?? 'Error',
    code: first(({ code }) => word(code)) ?? word(first(({ issues }) => (Array.isArray(issues) ? (issues[0] as { code?: unknown })?.code : undefined))),
    sqlstate: sqlState(error) ?? undefined,
    function: first(({ where }) => functionIn(where)),
    constraint: first(({ constraint }) => word(constraint)),
    table: first(({ table }) => word(table)),
    says: saidByEngine(innermost),
    stack: causes.map(framesOf).find((frames) => frames !== undefined),
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as ErrorLine
}

/** A word for a failure: what is the same failure has the same. */
export const codeOf = (error: unknown): string => {
  const { sqlstate, code, error: name } = lineOf(error)
  return sqlstate ?? code ?? name
}

/** Sentences written by others: what they quote, and what looks like an address, is left out. */
export const withoutQuotes = (text: string): string => text.replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|\S+@\S+/g, '…')
