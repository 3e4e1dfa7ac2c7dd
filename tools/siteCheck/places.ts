/** Which addresses are known, which of them are asked, and why the others are not. */
import { CLOSED_TO_CRAWLERS } from '../../src/policy/gate/machineFiles.ts'
import { isSitePage } from '../../src/policy/gate/sitePages.ts'
import { ownPath } from './judge.ts'

export type Place = { path: string; /** Where it was found; empty where the record or the list of pages names it. */ from: string }
export type Why = 'gioiHan' | 'robots' | 'ngoaiTrang'
export type NotAsked = { address: string; why: Why; from: string }

const pathOf = (address: string): string => address.replace(/\?.*$/s, '')
const isClosed = (address: string): boolean =>
  CLOSED_TO_CRAWLERS.some(
    (closed) => address === closed || address.startsWith(closed.endsWith('/') ? closed : `${closed}/`) || address.startsWith(`${closed}?`),
  ) && !isSitePage(address)

export class Places {
  /** Grows while it is walked through. */
  readonly list: Place[] = []
  readonly notAsked: NotAsked[] = []
  /** What some page or file leads to. */
  readonly linked = new Set<string>()
  private readonly known = new Set<string>()
  private readonly origins: readonly string[]
  private readonly most: number

  constructor(origins: readonly string[], most: number) {
    this.origins = origins
    this.most = most
  }

  add(address: string, from: string): void {
    if (from !== '') this.linked.add(pathOf(address))
    if (this.known.has(address)) return
    this.known.add(address)
    if (isClosed(address)) this.notAsked.push({ address, why: 'robots', from })
    else if (this.list.length >= this.most) this.notAsked.push({ address, why: 'gioiHan', from })
    else this.list.push({ path: address, from })
  }

  /** Addresses found at one; `counts`: false where it should never have been answered. */
  follow(addresses: Iterable<string>, at: string, counts: boolean): void {
    for (const address of addresses) {
      const path = ownPath(address, at, this.origins)
      if (path !== null) this.add(path, counts ? at : '')
      else if (/^https?:/i.test(address) && !this.known.has(address)) {
        this.known.add(address)
        this.notAsked.push({ address, why: 'ngoaiTrang', from: at })
      }
    }
  }
}
