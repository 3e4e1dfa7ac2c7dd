/** Slows down wrong sign-ins and requests for links (src/policy/people/signIn.ts); one instance a service. */
import type { Request } from 'express'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { queryOutside, sql } from '../database/sql.ts'
import { addressKey } from '../policy/people/addressKey.ts'
import { ACCOUNT, accountName, DEVICE, isSpraying, NETWORK, PAIR, RESET_LINK, RESET_TOKEN } from '../policy/people/signIn.ts'
import { Counts } from './counts.ts'
import { deviceCookie, knownMark } from './device.ts'

const GUARDED = /^\/api\/nguoi-dung\/(login|forgot-password|reset-password|unlock|verify)(?:\/|$)/i

/** What was let through: told how it ended, it may answer with a cookie. */
export type Attempt = { wait: 0; ended: (status: number, account: number | null) => Promise<string | null> } | { wait: number }

type Network = { names: Set<string>; failures: number; until: number }

export class SignIns {
  readonly #payload: Payload
  readonly #secure: boolean
  readonly #device = new Counts(DEVICE)
  readonly #pair = new Counts(PAIR)
  readonly #account = new Counts(ACCOUNT)
  readonly #links = new Counts(RESET_LINK)
  readonly #tokens = new Counts(RESET_TOKEN)
  readonly #networks = new LRUCache<string, Network>({ max: 5000, ttl: NETWORK.memory * 1000, noUpdateTTL: true })

  constructor(payload: Payload, secure: boolean) {
    this.#payload = payload
    this.#secure = secure
  }

  /** Null where this address is no way in. */
  async enter(req: Request, data: unknown): Promise<Attempt | null> {
    const kind = req.method === 'POST' ? GUARDED.exec(req.originalUrl.split('?', 1)[0]!)?.[1]?.toLowerCase() : undefined
    if (kind === undefined) return null
    const name = accountName((data as { email?: unknown } | null)?.email)
    const network = addressKey(req.ip)
    return kind === 'login' ? this.login(req, name) : this.#other(kind, `${name}\n${network}`, network)
  }

  /** `name`: as `accountName` makes it of what was typed. */
  async login(req: Request, name: string): Promise<Attempt> {
    const network = addressKey(req.ip)
    const account = await this.#accountOf(name)
    const mark = account === null ? null : knownMark(this.#payload.secret, req.headers.cookie, account)
    const keys: [Counts, string][] =
      mark === null
        ? [
            [this.#pair, `${name}\n${network}`],
            [this.#account, name],
          ]
        : [[this.#device, `${account}\n${mark}`]]
    const wait = Math.max(...keys.map(([counts, key]) => counts.wait(key)), mark === null ? this.#networkWait(network) : 0)
    if (wait > 0) return { wait }
    await Promise.all(keys.map(([counts, key]) => counts.enter(key)))
    return {
      wait: 0,
      ended: async (status, signedIn) => {
        if (status >= 500) await Promise.all(keys.map(([counts, key]) => counts.undo(key)))
        else if (status >= 400 && mark === null) this.#failed(network, name)
        if (status !== 200 || signedIn === null) return null
        await Promise.all(keys.map(([counts, key]) => counts.forget(key)))
        return deviceCookie(this.#payload.secret, req.headers.cookie, signedIn, this.#secure)
      },
    }
  }

  /** Links cost a mail whoever asks; a token is guessed by failing. */
  async #other(kind: string, pair: string, network: string): Promise<Attempt> {
    const asks = kind === 'forgot-password'
    const [counts, key] = asks ? [this.#links, pair] : [this.#tokens, network]
    const wait = Math.max(counts.wait(`${kind}\n${key}`), this.#networkWait(network))
    if (wait > 0) return { wait }
    if (asks) await counts.enter(`${kind}\n${key}`)
    return {
      wait: 0,
      ended: async (status) => {
        if (!asks && status >= 400 && status < 500) await counts.enter(`${kind}\n${key}`)
        return null
      },
    }
  }

  #networkWait(network: string): number {
    return Math.max(0, Math.ceil(((this.#networks.get(network)?.until ?? 0) - Date.now()) / 1000))
  }

  #failed(network: string, name: string): void {
    const seen = this.#networks.get(network) ?? { names: new Set<string>(), failures: 0, until: 0 }
    if (seen.names.size < 500) seen.names.add(name)
    seen.failures += 1
    if (isSpraying(seen.names.size, seen.failures)) seen.until = Date.now() + NETWORK.pause * 1000
    this.#networks.set(network, seen)
  }

  async #accountOf(name: string): Promise<number | null> {
    const rows = await queryOutside<{ id: number }>(this.#payload, sql`select id from nguoi_dung where email = ${name}`)
    return rows[0] ? Number(rows[0].id) : null
  }
}

export const signInsOf = (payload: Payload, siteUrl: string): SignIns => new SignIns(payload, siteUrl.startsWith('https:'))
