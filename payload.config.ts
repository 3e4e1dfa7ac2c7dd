/** Composition root: the database, the mail, the language and the plugin. */
import { postgresAdapter } from '@payloadcms/db-postgres'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { schoolEditor } from './src/collections/editor.ts'
import { congTruong } from './src/plugin.ts'
import { readEnv } from './src/start/env.ts'
import { lazyKey } from './src/start/signingKey.ts'
import { steadyPg } from './src/start/steadyPg.ts'

const env = readEnv()

export default buildConfig({
  secret: env.secret,
  db: postgresAdapter({
    pg: steadyPg,
    pool: { connectionString: env.databaseUrl, max: 20, connectionTimeoutMillis: 10_000 },
    push: false,
    migrationDir: 'migrations',
    disableCreateDatabase: true,
  }),
  ...(env.smtpUrl
    ? {
        email: nodemailerAdapter({
          defaultFromAddress: env.mailFrom,
          defaultFromName: 'Cổng Trường',
          transportOptions: env.smtpUrl as never,
          skipVerify: true,
        }),
      }
    : {}),
  editor: schoolEditor(),
  sharp,
  ...(env.siteUrl ? { serverURL: env.siteUrl } : {}),
  i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi' },
  telemetry: false,
  upload: { limits: { fileSize: 25_000_000 }, abortOnLimit: true },
  typescript: { outputFile: 'src/payload-types.ts' },
  admin: {
    avatar: 'default',
    importMap: { baseDir: '.', importMapFile: 'src/app/(payload)/admin/importMap.js' },
    meta: { titleSuffix: ' – Cổng Trường' },
    dateFormat: 'dd/MM/yyyy HH:mm',
    timezones: { supportedTimezones: [{ label: 'Hà Nội', value: 'Asia/Ho_Chi_Minh' }], defaultTimezone: 'Asia/Ho_Chi_Minh' },
  },
  plugins: [congTruong({ dataDir: env.dataDir, signingKey: lazyKey(env.signingKeyFile), secureCookies: env.siteUrl?.startsWith('https:') ?? false })],
})
