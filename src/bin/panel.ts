/**
 * The panel's process: Payload with the same config and the same hooks, and Next. It does nothing by itself – no schedule, no
 * watch, no mail of alarms, no kept pages – and ends when the service says so, or is gone.
 */
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import config from '@payload-config'
import next from 'next'
import { getPayload } from 'payload'
import { takeConsole } from '../log/console.ts'
import { runtimeOf } from '../runtime.ts'
import { panelApp, tellService, type FromPanel, type ToPanel } from '../server/panel/index.ts'

const socketPath = process.env.CONG_TRUONG_PANEL
const send = (message: FromPanel): void => void (process.connected && process.send!(message, () => undefined))

function end(code: number): never {
  // The service takes its folder away itself, unless it was killed.
  if (socketPath && process.platform !== 'win32') rmSync(dirname(socketPath), { recursive: true, force: true })
  process.exit(code)
}

async function main(): Promise<void> {
  if (!socketPath || !process.send) throw new Error('panel: expected to be started by the service, was started by somebody else')
  const payload = await getPayload({ config })
  const runtime = runtimeOf(payload)
  const { failures } = runtime
  takeConsole(failures)
  process.on('uncaughtException', (error) => {
    failures.failed(error, { where: 'panel' })
    end(1)
  })
  const hear = tellService(send, runtime)
  const nextApp = next({ dev: false, dir: process.cwd(), customServer: true })
  await nextApp.prepare()
  // Each visit is bounded by the service, which knows its sender.
  const server = createServer({ requestTimeout: 0, headersTimeout: 0, maxHeaderSize: 32_768 }, panelApp(nextApp.getRequestHandler(), failures))
  const stop = (): void =>
    void server.close(() => {
      void payload.destroy().finally(() => end(0))
    })
  process.on('message', (message: ToPanel) => (message.type === 'stop' ? stop() : hear(message)))
  process.on('SIGTERM', stop)
  server.once('error', (error) => {
    failures.failed(error, { where: 'panel' })
    end(1)
  })
  server.listen(socketPath, () => send({ type: 'ready' }))
}

// The terminal's Ctrl-C reaches every process; the service says when it is this one's turn.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => end(0))
// It may have been gone before this was read.
if (!process.connected) end(0)

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  end(1)
})
