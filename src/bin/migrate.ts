/**
 * Runs the migrations as the role that owns the tables, then grants the service its rights. A process of its own:
 * the service never holds the owner's password.
 */
import pg from 'pg'
import { MIGRATION_NAMES } from '../../migrations/names.ts'
import { grantRuntime } from '../database/grants.ts'

const runtimeRole = process.env.RUNTIME_ROLE
const owner = process.env.DATABASE_URL

export async function pendingMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.payload_migrations') is not null as there`)
  if (!rows[0]?.there) return [...MIGRATION_NAMES]
  const done = await client.query<{ name: string }>('select name from payload_migrations')
  return MIGRATION_NAMES.filter((name) => !done.rows.some((row) => row.name === name))
}

async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  const pending = await pendingMigrations(client)
  if (pending.length > 0) {
    process.env.CONG_TRUONG_MIGRATES = '1'
    const [{ default: config }, { getPayload }, { migrations }] = await Promise.all([
      import('../../payload.config.ts'),
      import('payload'),
      import('../../migrations/index.ts'),
    ])
    const payload = await getPayload({ config, disableOnInit: true })
    payload.logger.level = 'warn'
    await payload.db.migrate({ migrations: migrations as never })
    await payload.destroy()
  }
  const role = runtimeRole && runtimeRole !== client.user ? runtimeRole : null
  if (role) await grantRuntime(client, role)
  await client.end()
  process.stdout.write(`${pending.length} migration(s) applied\n`)
  process.exit(0)
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
