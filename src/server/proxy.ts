/** Which proxies are believed (`TRUST_PROXY`), and a word in the log where one that is not forwards readers (docs/sau-proxy.md). */
import type { Application, RequestHandler } from 'express'
import type { Payload } from 'payload'
import { TRUSTED_BY_DEFAULT } from '../env.ts'

export type TrustProxy = number | string

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'] as const
const A_MINUTE = 60_000

/** A proxy of the school's own stands in its own network; any other address may be a reader's, and the log names nobody. */
const OWN_NETWORK = /^(?:::ffff:)?(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|^(?:::1$|f[cd]|fe80:)/i
const named = (address: string): string => (OWN_NETWORK.test(address) ? address : 'ngoài mạng nội bộ')

export function trustProxy(app: Application, trusted: TrustProxy = TRUSTED_BY_DEFAULT): void {
  app.set('trust proxy', trusted)
}

/** At most once a minute: a proxy that is not trusted makes all its readers one, and every limit theirs together. */
export function warnOfStrangers(logger: Pick<Payload['logger'], 'warn'>): RequestHandler {
  let last = -A_MINUTE
  return (req, _res, next) => {
    const from = req.socket.remoteAddress ?? ''
    const trusts = req.app.get('trust proxy fn') as (address: string, hop: number) => boolean
    if (FORWARDED.some((name) => req.headers[name] !== undefined) && !trusts(from, 0) && performance.now() - last >= A_MINUTE) {
      last = performance.now()
      logger.warn(
        `Tiêu đề chuyển tiếp (X-Forwarded-…) đến từ ${named(from)}, một địa chỉ không được tin: đã bỏ qua. Nếu đó là proxy của đơn vị, hãy đặt TRUST_PROXY.`,
      )
    }
    next()
  }
}
