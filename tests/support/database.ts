/** One embedded PostgreSQL for the run, and a template of the demo school without its stories; each test file copies it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { embeddedPostgres, type Embedded } from '../../src/database/embedded/server.ts'

const run = promisify(execFile)
export const PASSWORD = 'mat-khau-thu-nghiem'

declare module 'vitest' {
  interface ProvidedContext {
    runtimeUrl: string
    ownerUrl: string
    superuserUrl: string
    templateDir: string
  }
}

/** Migrates the database as its owner and seeds the demo school without stories as the service. */
export async function prepareSchool(database: Embedded, folder: string): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: folder,
    SIGNING_KEY_FILE: join(folder, 'khoa-ky.pem'),
    PAYLOAD_SECRET: 'bi-mat-thu-nghiem',
    DEMO_PASSWORD: PASSWORD,
    NODE_OPTIONS: '',
  }
  const flags = ['--conditions=production', '--import', 'tsx']
  await run(process.execPath, [...flags, resolve('src/bin/migrate.ts')], { env: { ...env, DATABASE_URL: database.ownerUrl, RUNTIME_ROLE: 'ung_dung' } })
  await run(process.execPath, [...flags, resolve('tests/support/seedTemplate.ts')], { env: { ...env, DATABASE_URL: database.runtimeUrl } })
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  const database = await embeddedPostgres(folder, ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
  await prepareSchool(database, folder)
  project.provide('runtimeUrl', database.runtimeUrl)
  project.provide('ownerUrl', database.ownerUrl)
  project.provide('superuserUrl', database.superuserUrl)
  project.provide('templateDir', folder)
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
