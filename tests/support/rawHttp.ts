/** Requests no decent program would make, byte by byte. */
import { connect, type Socket } from 'node:net'

const portOf = (url: string): number => Number(new URL(url).port)

/** Opens a connection and sends these bytes, and nothing after them. */
export function hang(url: string, bytes: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(portOf(url), '127.0.0.1', () => {
      socket.write(bytes, 'latin1', () => resolve(socket))
    })
    socket.on('error', reject)
  })
}

export type Raw = { status: number; head: string; body: string }

/** Sends these bytes as a whole request and reads the whole answer. */
export function askRaw(url: string, target: string, { method = 'GET', headers = [] as string[], host = 'truong.example' } = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const socket = connect(portOf(url), '127.0.0.1', () => {
      socket.write([`${method} ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', ''].join('\r\n'), 'latin1')
    })
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const cut = text.indexOf('\r\n\r\n')
      resolve({ status: Number(text.slice(9, 12)), head: text.slice(0, cut), body: text.slice(cut + 4) })
    })
    socket.setTimeout(30_000, () => socket.destroy(new Error(`no end of the answer to ${method} ${target.slice(0, 80)}`)))
  })
}
