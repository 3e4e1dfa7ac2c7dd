import { createServer, type AddressInfo } from 'node:net'

/** A port nobody listens at, on every address of this machine. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
