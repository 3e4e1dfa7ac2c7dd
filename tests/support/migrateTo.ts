/** Runs the first `MIGRATIONS` migrations as the owner: the schema of an older release. */
import config from '../../payload.config.ts'
import { getPayload } from 'payload'
import { migrations } from '../../migrations/index.ts'

const payload = await getPayload({ config, disableOnInit: true })
await payload.db.migrate({ migrations: migrations.slice(0, Number(process.env.MIGRATIONS)) as never })
await payload.destroy()
process.exit(0)
