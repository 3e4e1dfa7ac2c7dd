/**
 * Pictures that came before their form was whole: kept under a name of chance, named to the sender by a sealed word that says
 * what they are and for which code, so that nothing has to be chosen again. What nobody asked for in a day goes.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nullIfAbsent } from '../media/absent.ts'
import { refuse } from '../messages/refusal.ts'
import { HEAD } from '../policy/gate/fileKind.ts'
import { INTAKE } from '../policy/intake/limits.ts'
import { issue } from '../policy/issues.ts'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Staged = { id: string; name: string; type: string; size: number }

const A_DAY = 86_400_000
/** What a file counts for at least: many small ones are many all the same. */
const LEAST_BYTES = 1_000_000
/** Whose code it came under, then chance. */
const NAME = /^[0-9a-f]{16}-[0-9a-f]{32}$/

/** No more than was said, whatever comes. */
const atMost = (bytes: number): Transform => {
  let left = bytes
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length
      done(left < 0 ? refuse(issue('TOO_LARGE')) : null, chunk)
    },
  })
}

export class Staging {
  readonly #folder: string
  readonly #secret: string
  readonly #going = new Map<string, { stop: AbortController; done: Promise<undefined> }>()
  constructor(folder: string, secret: string) {
    this.#folder = folder
    this.#secret = secret
  }

  #path(id: string): string {
    if (!NAME.test(id)) throw new Error('Staging: expected the name of a waiting file')
    return join(this.#folder, id)
  }

  #mac(code: string, text: string): string {
    return createHmac('sha256', this.#secret).update(`ct:gui-bai:${code}:${text}`).digest('base64url')
  }

  /** Nothing of a file that breaks off stays. */
  async keep(code: string, source: Readable, about: Pick<Staged, 'name' | 'type'>): Promise<Staged> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const id = `${this.#under(code)}-${randomBytes(16).toString('hex')}`
    try {
      await pipeline(source, createWriteStream(this.#path(id), { flags: 'wx', mode: 0o600 }))
      return { id, ...about, size: (await stat(this.#path(id))).size }
    } catch (error) {
      await this.drop([id])
      throw error
    }
  }

  /** Room for one that comes in parts; whole when it is as long as was said. */
  async begin(code: string, about: Omit<Staged, 'id'>): Promise<Staged> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const id = `${this.#under(code)}-${randomBytes(16).toString('hex')}`
    await writeFile(this.#path(id), '', { flag: 'wx', mode: 0o600 })
    return { id, ...about }
  }

  /** What was sealed here for this code, however much of it came; null where it is another's, or there no more. */
  async part(code: string, word: string): Promise<{ staged: Staged; length: number } | null> {
    const staged = this.#sealed(code, word)
    const there = staged && (await stat(this.#path(staged.id)).catch(nullIfAbsent))
    return staged && there ? { staged, length: there.size } : null
  }

  /**
   * Goes on from `at`; where it came to is answered, and whether anything was added. One whose line breaks off leaves what came; whoever
   * comes again for the same file ends the one before, whose line is dead without its knowing.
   */
  async append({ id, size }: Staged, at: number, source: Readable): Promise<{ toi: number; went: boolean }> {
    for (let before = this.#going.get(id); before; before = this.#going.get(id)) {
      before.stop.abort()
      await before.done
    }
    const stop = new AbortController()
    const work = this.#write(id, at, source, size, stop.signal)
    const mine = { stop, done: work.then(() => undefined, () => undefined) } // prettier-ignore
    this.#going.set(id, mine)
    try {
      return await work
    } finally {
      if (this.#going.get(id) === mine) this.#going.delete(id)
    }
  }

  async #write(id: string, at: number, source: Readable, size: number, signal: AbortSignal): Promise<{ toi: number; went: boolean }> {
    const before = (await stat(this.#path(id))).size
    if (before !== at) return { toi: before, went: false }
    const most = Math.min(INTAKE.partBytes, size - before)
    // Never made anew: one that was swept away is gone.
    await pipeline(source, atMost(most), createWriteStream(this.#path(id), { flags: 'r+', start: before }), { signal }).catch(
      (error: NodeJS.ErrnoException) => {
        if (!['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'].includes(String(error.code))) throw error
      },
    )
    return { toi: (await stat(this.#path(id))).size, went: true }
  }

  #under = (code: string): string => createHmac('sha256', this.#secret).update(`ct:cho-gui:${code}`).digest('hex').slice(0, 16)

  /** Bytes of all that waits, or of what came under one code. */
  async waiting(code: string | null = null): Promise<number> {
    const under = code === null ? '' : this.#under(code)
    let bytes = 0
    for (const name of (await this.#names()).filter((one) => one.startsWith(under)))
      bytes += Math.max(LEAST_BYTES, (await stat(this.#path(name)).catch(nullIfAbsent))?.size ?? 0)
    return bytes
  }

  async #names(): Promise<string[]> {
    return ((await readdir(this.#folder).catch(nullIfAbsent)) ?? []).filter((one) => NAME.test(one))
  }

  /** Refuses where it is there no more: another form took it up. */
  read = async (id: string): Promise<Buffer> => {
    const bytes = await readFile(this.#path(id)).catch(nullIfAbsent)
    if (bytes === null) throw refuse(issue('INTAKE_GONE', 'anh'))
    return bytes
  }

  /** Its first bytes, by which it is told what it is. */
  head = async (id: string): Promise<Buffer> => {
    const file = await open(this.#path(id), 'r').catch(nullIfAbsent)
    if (file === null) throw refuse(issue('INTAKE_GONE', 'anh'))
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  async drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(this.#path(id), { force: true })
  }

  #sealed(code: string, word: string): Staged | null {
    const [text = '', mac = ''] = word.split('.')
    const [made, given] = [Buffer.from(this.#mac(code, text)), Buffer.from(mac)]
    if (made.length !== given.length || !timingSafeEqual(made, given)) return null
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Staged
  }

  seal(code: string, staged: Staged): string {
    const text = Buffer.from(JSON.stringify(staged)).toString('base64url')
    return `${text}.${this.#mac(code, text)}`
  }

  /** Null where it was not sealed here for this code; `gone` where its file is there no more. A disk that fails is neither. */
  async open(code: string, word: string): Promise<Staged | 'gone' | null> {
    const staged = this.#sealed(code, word)
    if (staged === null) return null
    const there = await stat(this.#path(staged.id)).catch(nullIfAbsent)
    return there?.size === staged.size ? staged : 'gone'
  }

  async sweep(nowMs: number): Promise<void> {
    for (const name of await this.#names()) {
      const known = await stat(this.#path(name)).catch(nullIfAbsent)
      if (known && known.mtimeMs < nowMs - A_DAY) await this.drop([name])
    }
  }
}
