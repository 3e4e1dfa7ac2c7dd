/** The service without the panel, as a process of its own that a test may kill: Payload, the site, the interface, the schedule. */
import { createServer } from 'node:http'
import config from '@payload-config'
import { getPayload } from 'payload'
import { migrations } from '../../migrations/index.ts'
import { watchSchedule } from '../../src/jobs/schedule.ts'
import { createApp } from '../../src/server/app.ts'
import { limitSilence } from '../../src/server/limits.ts'

const payload = await getPayload({ config })
payload.logger.level = process.env.TEST_LOG ?? 'fatal'
const app = createApp({ payload, siteUrl: 'http://school.test', migrations: migrations.map((m) => m.name), metricsToken: null })
const server = limitSilence(createServer(app.options, app.handle))
watchSchedule(payload, 300)
// Without the test there is nobody to serve.
process.on('disconnect', () => process.exit(0))
server.listen(Number(process.env.PORT), '127.0.0.1')
