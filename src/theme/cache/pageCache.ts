/**
 * Drawn pages in memory, found by key, dropped by tag. Rules: nothing is shown as fresh unless the database has lately
 * said that nothing else changed; while it is away the last page is shown as such, for a while, and never one that was
 * withdrawn: whatever is published or ended has dropped it.
 */
import { parse } from 'node:querystring'
import { LRUCache } from 'lru-cache'
import { addressOf, keyOf, VARIANTS, variantOf, type Address } from './address.ts'
import { Drops } from './drops.ts'
import { LastChanged } from './lastChanged.ts'
import { Packer } from './packer.ts'
import type { Page } from './page.ts'
import { StandingFiles } from './standingFiles.ts'
import { TagIndex } from './tagIndex.ts'

export type Limits = {
  maxBytes?: number
  /** A page is drawn anew after this even if nothing changed. */
  maxAgeMs?: number
  /** For how long after the database was last heard of the last pages are shown. */
  maxStaleMs?: number
  /** For how long the database's word that nothing changed is taken. */
  maxDoubtMs?: number
  /** Steps forward only, however the clock of the machine is set. */
  now?: () => number
}

const NO_NAMES: readonly string[] = []

export class PageCache {
  readonly now: () => number
  readonly maxAgeMs: number
  readonly files: StandingFiles
  private readonly maxStaleMs: number
  private readonly maxDoubtMs: number
  private readonly pages: LRUCache<string, Page>
  /** Which parameters the route of a path was seen to read. */
  private readonly read = new LRUCache<string, readonly string[]>({ max: 20_000 })
  private readonly index = new TagIndex()
  readonly lastChanged = new LastChanged()
  private readonly drops = new Drops()
  private readonly packer = new Packer()
  private heardAt = -Infinity
  private sureUntil = -Infinity
  /** How often a page was drawn to be kept, since the start. */
  drawn = 0

  constructor({ maxBytes = 96_000_000, maxAgeMs = 600_000, maxStaleMs = 600_000, maxDoubtMs = 5000, now = () => performance.now() }: Limits = {}) {
    this.now = now
    this.maxAgeMs = maxAgeMs
    this.maxStaleMs = maxStaleMs
    this.maxDoubtMs = maxDoubtMs
    this.files = new StandingFiles(this)
    this.pages = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: (page, key) => page.bytes + key.length * 2,
      dispose: (page, key) => {
        this.index.remove(key, page.tags)
        this.packer.remove(page)
      },
    })
  }

  get size(): number {
    return this.pages.size
  }

  get bytes(): number {
    return this.pages.calculatedSize
  }

  /** The number of changes heard of so far: noted by whatever begins to draw. */
  get generation(): number {
    return this.drops.now
  }

  /** The page at a request target, where it may be shown as it is. */
  at(url: string, cookies: string | undefined): Page | null {
    if (this.now() >= this.sureUntil) return null
    const mark = url.indexOf('?')
    if (mark < 0) return this.fresh(cookies === undefined ? url : keyOf(url, NO_NAMES, {}, variantOf(cookies))!)
    const address = addressOf(url)
    return address && this.fresh(this.keyOf(address, variantOf(cookies)))
  }

  /** Null where it is not known yet what the route of this path reads. */
  keyOf({ path, search }: Address, variant: string): string | null {
    if (search === '') return keyOf(path, NO_NAMES, {}, variant)
    const names = this.read.get(path)
    return names ? keyOf(path, names, names.length === 0 ? {} : parse(search), variant) : null
  }

  noteRead(path: string, names: ReadonlySet<string>): void {
    const known = this.read.get(path)
    if (known && [...names].every((name) => known.includes(name))) return
    this.read.set(path, [...new Set([...(known ?? []), ...names])].sort())
  }

  fresh(key: string | null): Page | null {
    const now = this.now()
    const page = key === null || now >= this.sureUntil ? undefined : this.pages.get(key)
    return page && now < page.freshUntil ? page : null
  }

  /** The last page drawn, for readers whose database is away. */
  last(key: string | null): Page | null {
    const page = key === null ? undefined : this.pages.get(key)
    if (!page) return null
    const now = this.now()
    if (now < page.endsAt && now < Math.max(this.heardAt, page.begunAt) + this.maxStaleMs) return page
    this.pages.delete(key!)
    return null
  }

  /** Keeps what was begun at that generation, unless something it was made from changed meanwhile. */
  keep(key: string, page: Page, begun: number): boolean {
    this.drawn += 1
    if (page.endsAt <= this.now() || !this.drops.allow(begun, page.tags)) return false
    this.pages.set(key, page)
    if (!this.pages.has(key)) return true
    this.index.add(key, page.tags)
    this.packer.add(page)
    return true
  }

  /** An address that is gone, however its readers want pages shown. */
  forget(address: Address): void {
    for (const variant of VARIANTS) {
      const key = this.keyOf(address, variant)
      if (key !== null) this.pages.delete(key)
    }
  }

  /** `*` is everything. */
  drop(tags: readonly string[]): void {
    this.files.clear()
    if (this.drops.note(tags)) return this.pages.clear()
    for (const tag of tags) for (const key of this.index.keysOf(tag)) this.pages.delete(key)
  }

  /** The database said, when asked at that instant, that everything it changed was heard of. */
  confirm(asked: number): void {
    this.heardAt = asked
    this.sureUntil = asked + this.maxDoubtMs
  }

  doubt(): void {
    this.sureUntil = -Infinity
  }
}
