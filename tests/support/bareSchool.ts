/** A school as it is before anybody did anything: migrated, without demo data, with the two accounts of the console. */
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Payload } from 'payload'
import pg from 'pg'
import { inject } from 'vitest'

const run = promisify(execFile)
export const CONSOLE_PASSWORD = 'mot cau dai de nho 12'
export const PRINCIPAL = 'nguoiphatngon@truong.example'
export const TECHNICIAN = 'kythuat@truong.example'

/** For `openSchool(bareSchool)`. */
export async function bareSchool(name: string, dataDir: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('superuserUrl') })
  await admin.connect()
  await admin.query(`create database ${name} owner chu_so_huu`)
  await admin.end()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: 'bi-mat-thu-nghiem',
    DATABASE_URL: inject('ownerUrl').replace(/\/[^/]*$/, `/${name}`),
    RUNTIME_ROLE: 'ung_dung',
  }
  await run(process.execPath, ['--conditions=production', '--import', 'tsx', resolve('src/bin/migrate.ts')], { env })
}

/** What `npm run admin:create` makes. */
export async function firstAccounts(payload: Payload): Promise<void> {
  const { createLocalReq } = await import('payload')
  const { firstRegulation } = await import('../../src/presets/index.ts')
  for (const [email, hoTen, vaiTro] of [
    [PRINCIPAL, 'Lò Văn Thử', 'nguoiPhatNgon'],
    [TECHNICIAN, 'Cà Thị Thử', 'quanTriKyThuat'],
  ]) {
    const req = await createLocalReq({ context: { console: true } }, payload)
    const data = { hoTen, email, password: CONSOLE_PASSWORD, chucVu: 'Thử nghiệm', vaiTro: [vaiTro], kichHoat: true } as never
    await payload.create({ collection: 'nguoi-dung', data, overrideAccess: true, req })
  }
  const req = await createLocalReq({ context: { console: true } }, payload)
  await payload.updateGlobal({ slug: 'quy-che', data: firstRegulation() as never, overrideAccess: true, req })
}
