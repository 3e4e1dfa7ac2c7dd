/** Every environment variable the product reads, in one place. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'

export const TRUSTED_BY_DEFAULT = 'loopback'

export type Env = {
  port: number
  dataDir: string
  databaseUrl: string
  /** The role that owns the tables; null where `DATABASE_URL` does both. */
  ownerUrl: string | null
  secret: string
  signingKeyFile: string
  demoPassword: string | null
  smtpUrl: string | null
  mailFrom: string
  siteUrl: string | null
  metricsToken: string | null
  /** For how many seconds a cache in front of the site may answer by itself; null: never. */
  cdnSeconds: number | null
  /** Proxies whose forwarded headers are believed, as Express knows them: a number of hops, or addresses and networks. */
  trustProxy: number | string
  /** How long one question to the database may take, by its word and by ours; a migration takes as long as it takes. */
  deadlines: { statement_timeout?: number; query_timeout?: number }
  /** Both DATABASE_URL and PAYLOAD_SECRET were given: nothing is seeded, no demo account exists. */
  production: boolean
  /** After so long without a visit the panel's process is ended; null: never. */
  panelIdleMs: number | null
  /** This is the panel's process: it has few connections of its own. */
  isPanel: boolean
  /** Bytes kept free where files lie; null: the default. */
  minFree: number | null
  /** Where a copy of every kept file goes; null: this disk alone. */
  s3: S3 | null
}

export type S3 = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string; prefix: string }

/** "Believe whoever says so" (`true`) is not offered: a reader could then be anybody. */
function proxiesOf(given = ''): number | string {
  if (given.trim() === '') return TRUSTED_BY_DEFAULT
  const each = given.split(',').map((one) => one.trim())
  const isProxy = (one: string): boolean => {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(one)) return true
    const [address = '', bits, ...more] = one.split('/')
    const most = isIP(address) === 4 ? 32 : 128
    return more.length === 0 && isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  }
  if (/^\d$/.test(given.trim())) return Number(given.trim())
  if (each.every(isProxy)) return each.join(', ')
  throw new Error(`TRUST_PROXY phải là số chặng proxy (0 đến 9), hoặc danh sách địa chỉ, mạng (10.0.0.5, 172.16.0.0/12, loopback), đang là “${given}”.`)
}

const S3_NEEDED = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** All of it or none: half a store would be found out when a file is needed. */
function s3Of(from: NodeJS.ProcessEnv): S3 | null {
  const missing = S3_NEEDED.filter((name) => !from[name])
  if (missing.length === S3_NEEDED.length) return null
  if (missing.length > 0) throw new Error(`Kho S3 còn thiếu ${missing.join(', ')}. Hãy đặt đủ, hoặc bỏ hết các biến S3_*.`)
  if (!/^https?:\/\/[^/?#]+\/?$/.test(from.S3_ENDPOINT!))
    throw new Error(`S3_ENDPOINT phải là một địa chỉ như https://s3.example.vn, đang là “${from.S3_ENDPOINT}”.`)
  return {
    endpoint: from.S3_ENDPOINT!,
    bucket: from.S3_BUCKET!,
    region: from.S3_REGION || 'us-east-1',
    accessKeyId: from.S3_ACCESS_KEY_ID!,
    secretAccessKey: from.S3_SECRET_ACCESS_KEY!,
    prefix: from.S3_PREFIX ? `${from.S3_PREFIX.replace(/^\/+|\/+$/g, '')}/` : '',
  }
}

/** Bad values are one sentence each, for the person who set them. */
export function readEnv(from: NodeJS.ProcessEnv = process.env): Env {
  const dataDir = resolve(from.DATA_DIR ?? '.data')
  const port = Number(from.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT phải là số từ 1 đến 65535, đang là “${from.PORT}”.`)
  const cdnSeconds = Number(from.CDN_SECONDS || 0)
  if (!Number.isInteger(cdnSeconds) || cdnSeconds < 0 || cdnSeconds > 3600)
    throw new Error(`CDN_SECONDS phải là số giây từ 0 đến 3600, đang là “${from.CDN_SECONDS}”.`)
  const minFreeMb = Number(from.MIN_FREE_MB || 0)
  if (!Number.isFinite(minFreeMb) || minFreeMb < 0) throw new Error(`MIN_FREE_MB phải là số megabyte từ 0, đang là “${from.MIN_FREE_MB}”.`)
  const panelIdle = Number(from.PANEL_IDLE_MINUTES || 10)
  if (!Number.isFinite(panelIdle) || panelIdle < 0 || panelIdle > 1440)
    throw new Error(`PANEL_IDLE_MINUTES phải là số phút từ 0 đến 1440 (0: không dừng), đang là “${from.PANEL_IDLE_MINUTES}”.`)
  return {
    port,
    dataDir,
    databaseUrl: from.DATABASE_URL ?? '',
    ownerUrl: from.DATABASE_OWNER_URL || null,
    secret: from.PAYLOAD_SECRET ?? '',
    signingKeyFile: resolve(from.SIGNING_KEY_FILE ?? `${dataDir}/khoa-ky.pem`),
    demoPassword: from.DEMO_PASSWORD || null,
    smtpUrl: from.SMTP_URL || null,
    mailFrom: from.MAIL_FROM ?? 'cong-truong@localhost',
    siteUrl: from.SITE_URL?.replace(/\/$/, '') || null,
    metricsToken: from.METRICS_TOKEN || null,
    cdnSeconds: cdnSeconds || null,
    trustProxy: proxiesOf(from.TRUST_PROXY),
    deadlines: from.CONG_TRUONG_MIGRATES ? {} : { statement_timeout: 20_000, query_timeout: 25_000 },
    panelIdleMs: panelIdle === 0 ? null : panelIdle * 60_000,
    isPanel: Boolean(from.CONG_TRUONG_PANEL),
    minFree: from.MIN_FREE_MB ? minFreeMb * 1_000_000 : null,
    s3: s3Of(from),
    production: from.CONG_TRUONG_MODE === 'production',
  }
}

/** All of it, for a program of the service's own that is to stand where the service does. */
export const surroundings = (): NodeJS.ProcessEnv => process.env
