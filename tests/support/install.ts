/** The product as a technician installs it for a real school: two database roles, two secrets, a mail server, no demo data. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedPostgres, type Embedded } from '../../src/database/embedded/server.ts'
import { mailCatcher, type MailCatcher } from './mailCatcher.ts'
import { startSite, type Site } from './site.ts'
import { freePort } from './freePort.ts'

export type Said = { code: number; said: string }
export type Installed = {
  site: Site
  mail: MailCatcher
  database: Embedded
  folder: string
  /** `npm run <name> -- <args>` as it is typed at the console, with these answers. */
  atConsole: (name: string, args: readonly string[], ...answers: string[]) => Promise<Said>
  remove: () => Promise<void>
}

export async function install(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  const databaseFolder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  const database = await embeddedPostgres(databaseFolder)
  const mail = await mailCatcher()
  const port = await freePort()
  const env = {
    DATABASE_URL: database.runtimeUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PAYLOAD_SECRET: 'mot-bi-mat-chi-de-thu',
    SITE_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: mail.url,
    DATA_DIR: folder,
    NODE_ENV: 'production' as const,
  }
  const site = { ...(await startSite({ dataDir: folder, port, env })), url: env.SITE_URL }
  return {
    site,
    mail,
    database,
    folder,
    atConsole: (name, args, ...answers) =>
      new Promise((done) => {
        const child = execFile('npm', ['run', '-s', name, '--', ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env } }, (error, stdout, stderr) =>
          done({ code: Number(error?.code ?? 0), said: stdout + stderr }),
        )
        child.stdin!.end(answers.map((answer) => `${answer}\n`).join(''))
      }),
    remove: async () => {
      await site.stop()
      await mail.close()
      await database.stop()
      for (const each of [folder, databaseFolder]) rmSync(each, { recursive: true, force: true })
    },
  }
}
