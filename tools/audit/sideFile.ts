/** A file that appears under its name only when it is whole; until then it stands beside it. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'

export type LineFile = { write: (line: object) => Promise<void>; lines: () => number; bytes: () => number; firstLine: () => string }

const ENOUGH = 1 << 20

/** Runs `work` with a new file of lines; nothing is left behind where it fails. An existing file is never replaced. */
export async function writeLines(path: string, work: (file: LineFile) => Promise<void>): Promise<void> {
  if (existsSync(path)) throw new Error(`đã có tệp ${path}. Hãy đặt tên khác sau --out, hoặc chuyển tệp cũ đi.`)
  const side = `${path}.dang-ghi`
  // Drafts that were submitted and not published are in it: readable by whoever runs the command alone.
  const handle = await open(side, 'w', 0o600)
  let [waiting, count, bytes, first] = ['', 0, 0, '']
  const flush = async (): Promise<void> => {
    const data = Buffer.from(waiting, 'utf8')
    waiting = ''
    bytes += data.length
    await handle.appendFile(data)
  }
  try {
    await work({
      write: async (line) => {
        const text = JSON.stringify(line)
        if (count === 0) first = createHash('sha256').update(text).digest('hex')
        count += 1
        waiting += `${text}\n`
        if (waiting.length > ENOUGH) await flush()
      },
      lines: () => count,
      bytes: () => bytes + Buffer.byteLength(waiting),
      firstLine: () => first,
    })
    await flush()
    await handle.sync()
    await handle.close()
    await rename(side, path)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(side, { force: true })
    throw error
  }
}
