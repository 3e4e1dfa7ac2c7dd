/** A proxy in front of a school that may change what passes through: how hacked school sites deceive. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Passing = { path: string; isBot: boolean; fromSearch: boolean; status: number; headers: Headers; body: Buffer }
export type Change = (passing: Passing) => void

export type Cloak = { url: string; change: Change; close: () => void }

export async function cloakBefore(target: string): Promise<Cloak> {
  const cloak: Cloak = { url: '', change: () => undefined, close: () => undefined }
  const pass = async (req: IncomingMessage): Promise<Passing> => {
    const answer = await fetch(target + req.url, { redirect: 'manual' })
    const isBot = /Googlebot/.test(req.headers['user-agent'] ?? '')
    const fromSearch = /google/.test(req.headers.referer ?? '')
    const passing = {
      path: req.url!,
      isBot,
      fromSearch,
      status: answer.status,
      headers: new Headers(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    }
    cloak.change(passing)
    return passing
  }
  const server = createServer((req, res) => {
    void pass(req).then(
      ({ status, headers, body }) => {
        res.statusCode = status
        headers.forEach((value, name) => {
          if (!['content-encoding', 'content-length', 'transfer-encoding', 'connection'].includes(name)) res.setHeader(name, value)
        })
        res.end(body)
      },
      () => res.destroy(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  cloak.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  cloak.close = () => {
    server.close()
    server.closeAllConnections()
  }
  return cloak
}
