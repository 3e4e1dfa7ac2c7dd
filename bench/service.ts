/** One service without the panel, in a process of its own: its address and its memory go to the parent. */
import config from '../payload.config.ts'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RequestHandler } from 'express'
import next from 'next'
import { getPayload } from 'payload'
import { migrations } from '../migrations/index.ts'
import { RecordWatch } from '../src/jobs/watchRecord.ts'
import { createApp } from '../src/server/app.ts'
import { SERVER_LIMITS } from '../src/server/limits.ts'
import { panel } from '../src/server/panel.ts'

const payload = await getPayload({ config })
payload.logger.level = 'error'
const from = performance.now()
// What a site asks of its record once it has started; readers do not wait for it.
const forged: string[] = []
if (process.env.CHECK_RECORD !== 'no') await new RecordWatch(payload, (text) => void forged.push(text)).look()
const checked = performance.now() - from
/** As a real site: the panel in the same process. It was built before. */
async function withPanel(): Promise<{ panel?: RequestHandler }> {
  if (process.env.PANEL !== 'yes') return {}
  const nextApp = next({ dev: false, dir: process.cwd(), customServer: true })
  await nextApp.prepare()
  return { panel: panel(nextApp.getRequestHandler()) }
}
const app = createApp({ payload, siteUrl: 'http://school.test', migrations: migrations.map((m) => m.name), metricsToken: null, ...(await withPanel()) })
const server = createServer(SERVER_LIMITS, app.handle)
server.listen(0, '127.0.0.1', () =>
  process.send!({
    type: 'ready',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forged: forged.length,
    checked,
    rss: process.memoryUsage.rss(),
  }),
)
process.on('message', (message) => {
  if (message === 'cpu') process.send!({ type: 'cpu', ...process.cpuUsage() })
  if (message === 'drop') {
    app.cache.drop(['*'])
    process.send!({ type: 'dropped' })
  }
  if (message === 'memory') process.send!({ type: 'memory', rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed })
})
process.on('disconnect', () => process.exit(0))
