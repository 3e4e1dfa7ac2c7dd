import config from '../../payload.config.ts'
import { getPayload } from 'payload'
import { seedDemo } from '../../src/demo/seed.ts'

const payload = await getPayload({ config })
await seedDemo(payload, { dataDir: process.env.DATA_DIR!, password: process.env.DEMO_PASSWORD!, tell: () => undefined, withoutStories: true })
await payload.destroy()
process.exit(0)
