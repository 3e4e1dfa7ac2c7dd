/**
 * Rule: a reader of a kept page pays nothing for what others ask. Express changes the prototype of each request it is handed and
 * adds properties; node's own functions then meet objects of many shapes and answer every request by a sixth slower, kept pages
 * too, as long as the process lives. Requests of this server are made in Express's shape from the start (bench/README.md).
 */
import { IncomingMessage, ServerResponse, type ServerOptions } from 'node:http'
import type { Express } from 'express'

const takeOver = (to: object, ...from: object[]): void => {
  for (const each of from)
    for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(each)))
      if (name !== 'constructor') Object.defineProperty(to, name, { ...own, configurable: true })
}

/** For `createServer`. A server made without it answers the same, only slower. */
export function oneShape(app: Express): Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'> {
  // What Express and its router will write.
  class Asked extends IncomingMessage {
    res: unknown = undefined
    next: unknown = undefined
    baseUrl = ''
    originalUrl = ''
    params: unknown = undefined
    route: unknown = undefined
    _parsedUrl: unknown = undefined
    _parsedOriginalUrl: unknown = undefined
    __onFinished: unknown = undefined
  }
  class Answered extends ServerResponse {
    locals: unknown = undefined
    __onFinished: unknown = undefined
  }
  takeOver(Asked.prototype, Object.getPrototypeOf(app.request) as object, app.request)
  takeOver(Answered.prototype, Object.getPrototypeOf(app.response) as object, app.response)
  // It sets the prototype that is there already, which changes nothing.
  Object.assign(app, { request: Asked.prototype, response: Answered.prototype })
  return { IncomingMessage: Asked as never, ServerResponse: Answered as never }
}
