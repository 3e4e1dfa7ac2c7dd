/** What node can do: a bare `node:http` server that sends one answer, and 304 to who has it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type BareAnswer = { headers: Record<string, string>; body: string; etag: string }

process.once('message', ({ headers, body, etag }: BareAnswer) => {
  const bytes = Buffer.from(body, 'base64')
  const unchanged = { 'Cache-Control': headers['cache-control']!, Vary: headers.vary!, ETag: etag }
  const server = createServer((req, res) => {
    if (req.headers['if-none-match'] === etag) res.writeHead(304, unchanged).end()
    else res.writeHead(200, headers).end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send!({ type: 'ready', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
})
process.on('message', (message) => {
  if (message === 'cpu') process.send!({ type: 'cpu', ...process.cpuUsage() })
})
process.on('disconnect', () => process.exit(0))
