/** One service, in a process of its own, with the panel's beside it where it is asked for: its address and its memory go to the parent. */
import config from '../payload.config.ts'
import { executionAsyncId } from 'node:async_hooks'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { getPayload } from 'payload'
import { migrations } from '../migrations/index.ts'
import { RecordWatch } from '../src/jobs/watchRecord.ts'
import { createApp } from '../src/server/app.ts'
import { panel, PanelProcess, passOn } from '../src/server/panel/index.ts'
import { readEnv } from '../src/env.ts'
import { runtimeOf } from '../src/runtime.ts'

const payload = await getPayload({ config })
payload.logger.level = 'error'
const from = performance.now()
// What a site asks of its record once it has started; readers do not wait for it.
const forged: string[] = []
if (process.env.CHECK_RECORD !== 'no') await new RecordWatch(payload, (text) => void forged.push(text)).look()
const checked = performance.now() - from
const siteUrl = 'http://school.test'
const { failures, guard } = runtimeOf(payload)
/** As a real site: the panel that was built before, started by whoever asks for it. */
const beside = process.env.PANEL === 'yes' ? new PanelProcess({ entry: resolve('build/panel.mjs'), idleMs: readEnv().panelIdleMs, failures, guard }) : null
const withPanel = beside ? { panel: panel(passOn({ panel: beside, siteUrl, failures })) } : {}
const app = createApp({ payload, siteUrl, migrations: migrations.map((m) => m.name), metricsToken: null, ...withPanel })
/** Resident bytes of the panel; 0 where it does not run. */
function panelRss(): number {
  const pid = beside?.pid()
  if (!pid) return 0
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}
/** Whether something follows every asynchronous resource of this process: then a promise has a number of its own. */
async function followed(): Promise<boolean> {
  await new Promise((done) => setImmediate(done))
  await Promise.resolve()
  return executionAsyncId() !== 0
}
const server = createServer(app.options, app.handle)
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
  if (message === 'memory') {
    const { rss, heapUsed: heap, external } = process.memoryUsage()
    void followed().then((isFollowed) => process.send!({ type: 'memory', rss, heap, external, panel: panelRss(), followed: isFollowed }))
  }
})
process.on('disconnect', () => process.exit(0))
