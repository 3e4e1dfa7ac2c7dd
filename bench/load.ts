/**
 * A load that costs little itself: connections kept open, one request each at a time, answers measured by their length
 * alone, which is that of the first. In a process of its own, so that it can have a core of its own.
 */
import { connect, type Socket } from 'node:net'

export type Order = { url: string; path: string; headers: Record<string, string>; connections: number; ms: number }
export type Loaded = { type: 'loaded'; requests: number; ms: number; latencies: number[] }

const lengthOf = (first: Buffer): number | null => {
  const end = first.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = first.subarray(0, end).toString('latin1')
  const length = head.startsWith('HTTP/1.1 304') ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1])
  return end + 4 + length
}

function run({ url, path, headers, connections, ms }: Order): Promise<Loaded> {
  const { hostname, port } = new URL(url)
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  const latencies: number[] = []
  const begun = performance.now()
  const until = begun + ms
  const one = (): Promise<void> =>
    new Promise((done, fail) => {
      const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
      let expected: number | null = null
      let got = 0
      let from = 0
      const ask = (): void => {
        got = 0
        from = performance.now()
        socket.write(request)
      }
      socket.on('connect', ask)
      socket.on('error', fail)
      socket.on('data', (chunk) => {
        expected ??= lengthOf(chunk)
        if (expected === null || Number.isNaN(expected))
          return fail(new Error(`load: expected a length in the first answer, received ${chunk.subarray(0, 200).toString()}`))
        got += chunk.length
        if (got < expected) return
        const now = performance.now()
        latencies.push(now - from)
        if (now < until) return ask()
        socket.destroy()
        done()
      })
    })
  return Promise.all(Array.from({ length: connections }, one)).then(() => {
    const took = performance.now() - begun
    // Every tenth is enough for quantiles, and keeps the message small.
    return { type: 'loaded', requests: latencies.length, ms: took, latencies: latencies.filter((_l, i) => i % 10 === 0) }
  })
}

process.on('message', (order: Order) => void run(order).then((loaded) => process.send!(loaded)))
process.on('disconnect', () => process.exit(0))
