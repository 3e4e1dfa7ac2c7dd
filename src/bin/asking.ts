/** Questions at the console, answered by typing or by a pipe. A secret that is typed is not shown, not even as stars. */
import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'

export type Asking = { ask: (question: string) => Promise<string>; askSecret: (question: string) => Promise<string>; close: () => void }

export function askingAt(input: NodeJS.ReadStream, output: NodeJS.WriteStream, unanswered: string): Asking {
  let hidden = false
  // At a terminal the library echoes what is typed to its output; while a secret is asked for, that leads nowhere.
  const echo = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (!hidden) output.write(chunk)
      done()
    },
  })
  const lines: Interface = createInterface({ input, output: echo, terminal: Boolean(input.isTTY) })
  const answers = lines[Symbol.asyncIterator]()
  const ask = async (question: string): Promise<string> => {
    output.write(question)
    const { value, done } = (await answers.next()) as IteratorResult<string>
    if (done) throw new Error(unanswered)
    return String(value)
  }
  return {
    ask: async (question) => (await ask(question)).trim(),
    askSecret: async (question) => {
      hidden = true
      try {
        // A password keeps its spaces; only the end of the line goes.
        return (await ask(question)).replace(/[\r\n]+$/, '')
      } finally {
        hidden = false
        if (input.isTTY) output.write('\n')
      }
    },
    close: () => lines.close(),
  }
}
