/** What the site's routes share. */
import type { Request, RequestHandler, Response } from 'express'
import { lastOf } from './lastPages.ts'
import type { LastPages } from './lastPages.ts'
import type { Head } from './pages/evidence.ts'
import type { Pages } from './pages/index.ts'
import type { Site, Theme } from './pages/layout.ts'
import type { Db } from './queries/db.ts'

export type SchoolSiteOptions = {
  /** A `pg.Pool`, or anything that runs one statement like it. */
  db: Db
  /** The bytes behind a hash, or null; the plugin's content-addressed store. */
  readFile: (hash: string) => Promise<Buffer | null>
  /** Where those bytes lie as a file, checked against the hash; with it large files are streamed, in parts where a reader asks for parts. */
  filePath?: (hash: string) => Promise<string | null>
  /** `https://…` without a slash at the end; canonical addresses are built on it. */
  siteUrl: string
  /** What lets readers check the record; without it the site has no `/so-duyet` and no public key. */
  evidence?: Evidence
  /** Page functions of the school's own, instead of the theme's: data in, a whole HTML page out. */
  pages?: Partial<Pages>
  /** A school's own design tokens and style, after the theme's. */
  theme?: Theme
  /** Kept by whoever mounts the site, to tell it `forgetAll()` when anything was published or withdrawn; else the site keeps its own. */
  lastPages?: LastPages
}

/** `publicKey`: PEM of the key that signs verdicts. */
export type Evidence = { publicKey: () => string; head: () => Promise<Head> }

export type Context = Omit<SchoolSiteOptions, 'pages'> & { pages: Pages; site: (res: Response) => Promise<Site> }

/** `tags`: what the page was made from (tags.ts). `maxAgeMs`: after that it is drawn anew even if nothing changed. */
export type Sent = { tags?: readonly string[]; maxAgeMs?: number; type?: string }

export const send = (res: Response, status: number, body: string, { type = 'html' }: Sent = {}): void => {
  if (status === 200) lastOf(res)?.remember({ type, body }, res.locals.khanConMs as number | undefined)
  res.status(status).set('Cache-Control', 'no-cache').type(type).send(body)
}

/** A route that draws with the site's settings at hand. */
export const page =
  (context: Context, handler: (req: Request, res: Response, site: Site) => Promise<void>): RequestHandler =>
  async (req, res) =>
    handler(req, res, await context.site(res))
