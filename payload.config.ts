/** Composition root: the database, the mail, the language and the plugin. */
import { postgresAdapter } from '@payloadcms/db-postgres'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { schoolEditor } from './src/collections/editor.ts'
import { congTruong } from './src/plugin.ts'
import { mailWithAddress } from './src/server/mail.ts'
import { readEnv } from './src/env.ts'
import { honestCommits } from './src/database/honestCommit.ts'
import { schoolKeys } from './src/record/keys/keys.ts'
import { steadyPg } from './src/database/steadyPg.ts'

const env = readEnv()

/** A mail server that is not there is known to be away within seconds; one in the middle of a mail gets its time. */
function impatient(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  for (const [name, ms] of [
    ['connectionTimeout', '15000'],
    ['greetingTimeout', '15000'],
    ['socketTimeout', '60000'],
  ] as const)
    if (!url.searchParams.has(name)) url.searchParams.set(name, ms)
  return url.toString()
}

const postOf = (smtpUrl: string): ReturnType<typeof nodemailerAdapter> =>
  nodemailerAdapter({
    defaultFromAddress: env.mailFrom,
    defaultFromName: 'Cổng Trường',
    transportOptions: impatient(smtpUrl) as never,
    skipVerify: true,
  })

export default buildConfig({
  secret: env.secret,
  db: honestCommits(
    postgresAdapter({
      pg: steadyPg,
      // Nobody waits for ever: not for a connection, not for a lock somebody forgot, and no lock is kept by a silent one.
      pool: {
        connectionString: env.databaseUrl,
        max: env.isPanel ? 6 : 20,
        // Instants come back in UTC: in the zone of Hà Nội those of before 1906 have seconds in their offset, which no `Date` reads.
        options: '-c timezone=UTC',
        connectionTimeoutMillis: 5000,
        lock_timeout: 3000,
        idle_in_transaction_session_timeout: 60_000,
        ...env.deadlines,
      },
      push: false,
      migrationDir: 'migrations',
      disableCreateDatabase: true,
    }),
  ),
  ...(env.smtpUrl ? { email: mailWithAddress(postOf(env.smtpUrl), env.siteUrl) } : {}),
  editor: schoolEditor(),
  sharp,
  ...(env.siteUrl ? { serverURL: env.siteUrl } : {}),
  i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi' },
  telemetry: false,
  typescript: { outputFile: 'src/payload-types.ts' },
  admin: {
    avatar: 'default',
    importMap: { baseDir: '.', importMapFile: 'src/app/(payload)/admin/importMap.js' },
    meta: { titleSuffix: ' – Cổng Trường' },
    dateFormat: 'dd/MM/yyyy HH:mm',
    timezones: { supportedTimezones: [{ label: 'Hà Nội', value: 'Asia/Ho_Chi_Minh' }], defaultTimezone: 'Asia/Ho_Chi_Minh' },
  },
  plugins: [
    congTruong({
      dataDir: env.dataDir,
      s3: env.s3,
      minFree: env.minFree,
      keys: schoolKeys(env.signingKeyFile),
      secureCookies: env.siteUrl?.startsWith('https:') ?? false,
    }),
  ],
})
