/**
 * `/tep/<hash>/<name>`: bytes by their own hash, only while a live edition names it.
 *
 * An address never comes to mean other bytes, so a reader's own device keeps them a week and does not ask again. Not a
 * year: a picture may be withdrawn because it shows a child. From that moment this address is 404 and no page shows it;
 * what was fetched before is gone from the family's phone or the school's computer after a week at most. Caches in front
 * of the site, which would hand it to others, keep it a day, or until they are told to drop the document that showed it
 * (`Surrogate-Key`). A file of an unconfirmed emergency is kept nowhere longer than its hour.
 */
import { Readable } from 'node:stream'
import { Router, type Request, type Response } from 'express'
import { givenName } from '../../policy/gate/fileName.ts'
import { ENDINGS, fileKind, type FileKind } from '../../policy/gate/fileKind.ts'
import { liveFile, type LiveFile } from '../queries/editions.ts'
import { Away, markStale } from '../cache/away.ts'
import type { Context, FileToSend } from '../http/context.ts'
import { answersAs } from '../http/headerPolicy.ts'
import { sendFile } from '../http/sendFile.ts'

const A_WEEK = 604_800
const A_DAY = 86_400
const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z0-9]+)$/
const LONGEST_NAME = 100
/** What every document was called until 0.2: such an address still answers. */
const NAMELESS = 'tep'

const cacheControl = (leftMs: number): string =>
  leftMs === Infinity ? `public, max-age=${A_WEEK}, s-maxage=${A_DAY}, immutable` : `public, max-age=${Math.floor(Math.min(leftMs / 1000, A_DAY))}`

type Asked = { hash: string; name: string }

/** The name is plain letters by its making: nothing in it ends the header, turns the writing around or means a device. */
function disposition(opened: boolean, words: string, ending: string): string {
  const name = `${givenName(words)}.${ending}`
  return `${opened ? 'inline' : 'attachment'}; filename="${name}"; filename*=UTF-8''${name}`
}

type Standing = ({ is: 'live' } & LiveFile) | { is: 'stale' } | { is: 'gone' }

const inMemory = (bytes: Buffer | null): FileToSend | null =>
  bytes && {
    size: bytes.length,
    head: bytes,
    whole: bytes,
    pieces: (start, end) => Readable.from([bytes.subarray(start, end + 1)]),
    close: () => Promise.resolve(),
  }

export function files({ db, readFile, openFile, cache }: Pick<Context, 'db' | 'readFile' | 'openFile' | 'cache'>): Router {
  const router = Router()
  /** Whether a live edition names the hash; while the database is away, whether one did when it was last asked. */
  const standing = async (hash: string): Promise<Standing> => {
    const begun = cache.generation
    try {
      const found = await liveFile(db, hash)
      cache.files.remember(hash, begun, found.leftMs)
      return found.leftMs > 0 ? { is: 'live', ...found } : { is: 'gone' }
    } catch (error) {
      if (!(error instanceof Away) || !cache.files.stood(hash)) throw error
      return { is: 'stale' }
    }
  }
  const describe = (res: Response, { hash, name }: Asked, { kieu, loai }: FileKind, found: Standing, opened: boolean): void => {
    answersAs(res, loai === 'tep' ? (opened ? 'opened' : 'kept') : 'picture')
    res.set({ ETag: `"${hash.slice(0, 32)}"`, 'Content-Type': kieu })
    if (found.is === 'live') {
      res.set({ 'Cache-Control': cacheControl(found.leftMs), 'Surrogate-Key': found.documents.join(' ') })
      if (found.since) res.set('Last-Modified', found.since.toUTCString())
    } else markStale(res)
    if (loai === 'tep') res.set('Content-Disposition', disposition(opened, name === NAMELESS && found.is === 'live' ? found.title : name, ENDINGS[kieu]!))
  }
  /** True where the request was answered. */
  const serve = async (req: Request, res: Response): Promise<boolean> => {
    const hash = String(req.params.hash)
    const [whole = '', name = '', extension] = NAME.exec(String(req.params.name)) ?? []
    if (!/^[0-9a-f]{64}$/.test(hash) || extension === undefined || whole.length > LONGEST_NAME) return false
    const found = await standing(hash)
    if (found.is === 'gone') return false
    const file = openFile ? await openFile(hash) : inMemory(await readFile(hash))
    if (file === null) return false
    try {
      const kind = fileKind(file.head)
      // The name says what the file is, or there is no such address.
      if (kind === null || ENDINGS[kind.kieu] !== extension) return false
      if (kind.loai !== 'tep' && name.includes('-')) return false
      describe(res, { hash, name }, kind, found, 'xem' in req.query && kind.kieu === 'application/pdf')
      await sendFile(req, res, file)
      return true
    } finally {
      await file.close()
    }
  }
  router.get('/tep/:hash/:name', async (req, res, next) => {
    if (!(await serve(req, res))) next()
  })
  return router
}
