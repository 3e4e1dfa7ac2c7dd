/** What the site's routes share. */
import type { Request, RequestHandler, Response } from 'express'
import type { FailureLog } from '../../policy/failures/log.ts'
import type { Cdn } from '../cache/cacheControl.ts'
import { drawOf, type Outcome } from '../cache/draw.ts'
import type { PageCache } from '../cache/pageCache.ts'
import type { OwnPage } from '../content/ownPage.ts'
import type { DeviceKey, Head } from '../pages/evidence.ts'
import type { Pages } from '../pages/index.ts'
import type { Site, Theme } from '../pages/site.ts'
import { answersAs, type AnswerKind } from './headerPolicy.ts'
import type { Db } from '../queries/db.ts'

export type SchoolSiteOptions = {
  /** A `pg.Pool`, or anything that runs one statement like it. */
  db: Db
  /** The bytes behind a hash, or null; the plugin's content-addressed store. */
  readFile: (hash: string) => Promise<Buffer | null>
  /** The same opened to be sent, each piece compared with the hash as it leaves; with it large files are streamed. */
  openFile?: (hash: string) => Promise<FileToSend | null>
  /** `https://…` without a slash at the end; canonical addresses are built on it. */
  siteUrl: string
  /** Under which address ids of feeds and events are made, as `siteUrl`; by default the one fixed at the first start (`danh_tinh`), else `siteUrl`. */
  identity?: string
  /** What lets readers check the record; without it the site has no `/so-duyet` and no public key. */
  evidence?: Evidence
  /** Page functions of the school's own, instead of the theme's: data in, a whole HTML page out. */
  pages?: Partial<Pages>
  /** Address of the form for those who send good deeds without an account; its link stands above the list of them. */
  intake?: string
  /** Gated collections of the school's own, each with its page and list. */
  collections?: readonly OwnPage[]
  /** A school's own design tokens and style, after the theme's. */
  theme?: Theme
  /** Drawn pages, watched by whoever made it (`schoolCache`); else the site keeps its own and asks `db` every couple of seconds what changed. */
  cache?: PageCache
  /** Hears of every failure once; without it nothing is written, and no reader is given an id. */
  log?: FailureLog
  /** A cache in front of the site may answer by itself for so long; without it every answer is asked for here. */
  cdn?: Cdn
}

/** `whole`: all of it, where it is small. `pieces` yields from `start` up to and with `end`, and fails where bytes changed. */
export type FileToSend = {
  size: number
  head: Buffer
  whole: Buffer | null
  pieces: (start: number, end: number) => AsyncIterable<Buffer>
  close: () => Promise<void>
}

/** `publicKey`: PEM of the key that signs verdicts. `deviceKeys`: with which approvers sign; nothing is told of them where it is left out. */
export type Evidence = { publicKey: () => string; head: () => Promise<Head>; deviceKeys?: () => Promise<DeviceKey[]> }

export type Context = Omit<SchoolSiteOptions, 'pages' | 'cache' | 'log' | 'identity'> & {
  pages: Pages
  cache: PageCache
  log: FailureLog
  identity: () => Promise<string>
  site: (res: Response) => Promise<Site>
}

/**
 * `tags`: what the page was made from (tags.ts); without them it is kept for nobody else. `maxAgeMs`: after that it is drawn
 * anew even if nothing changed; 0: it is kept only for when the database is away.
 */
export type Sent = Outcome & { type?: string; /** What kind of answer it is, where it is no page. */ as?: AnswerKind }

/** The answer of a route. A page is kept for others only where the route asked for the site's settings, and so for how long it may stand. */
export const send = (res: Response, status: number, body: string, { type = 'html', as, ...outcome }: Sent = {}): void => {
  if (as) answersAs(res, as)
  res.status(status).type(type)
  const draw = drawOf(res)
  if (!draw) return void res.set('Cache-Control', 'no-cache').send(body)
  draw.finish(res, status, body, outcome).catch((error: unknown) => {
    draw.tell(res, error)
    draw.fail(res, error, false)
    if (!res.headersSent) res.set('Cache-Control', 'no-cache').send(body)
  })
}

/** A route that draws with the site's settings, which are read beside what it shows. */
export const page =
  (context: Context, handler: (req: Request, res: Response, site: Promise<Site>) => Promise<void>): RequestHandler =>
  (req, res) =>
    handler(req, res, context.site(res))
