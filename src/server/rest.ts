/** Serves Payload's REST interface from Express: request to fetch Request and back, streaming, with limits. */
import { Readable } from 'node:stream'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import type { Answering } from '../log/failures.ts'
import { issuesOf, refuse } from '../messages/refusal.ts'
import { issue, statusOf, type Issue } from '../policy/issues.ts'
import { runtimeOf } from '../runtime.ts'
import { ASKED_LIMITS } from '../policy/gate/asked.ts'
import { LISTS } from '../policy/gate/lanes.ts'
import { plainType } from '../policy/people/requests.ts'
import { watchDatabase } from '../database/steadyPg.ts'
import { answersAs, packedFor } from '../theme/index.ts'
import { Bodies, BodyRefused, type Body } from './bodies.ts'
import { formFault } from './forms.ts'
import { holdInstance } from './instance.ts'
import { Lane } from '../forms/lane.ts'
import { carriesQuery, sayWhatHttpHides, writeFault } from './origin.ts'
import { restRoutes } from './restRoutes.ts'
import { nameIncident, refuseWith } from './refuseWith.ts'
import { signInsOf, type SignIns } from './signIn.ts'
import { headersOf, personOf } from './token.ts'

const MAX_NESTING = 300

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']

/** Deep or broken JSON is refused here: behind this point it would be a failure of the server. */
function jsonOf(req: ExpressRequest, { bytes }: Body): { data: unknown; fault: Issue | null } {
  if (bytes === null || bytes.length === 0 || plainType(req.headers['content-type'] ?? null) !== 'application/json') return { data: null, fault: null }
  try {
    const text = bytes.toString('utf8')
    const data: unknown = JSON.parse(text)
    return { data, fault: data === null || typeof data !== 'object' || nesting(text) > MAX_NESTING ? issue('INVALID_VALUE') : null }
  } catch {
    return { data: null, fault: issue('INVALID_VALUE') }
  }
}

/** How deep the brackets of a JSON text go; those inside strings do not count. */
function nesting(json: string): number {
  let depth = 0
  let deepest = 0
  for (const [bracket] of json.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** Operators of other databases and of maps, and addresses of what this product does not have. */
const NOT_HERE = /\[(near|within|intersects|all)\]/i
const FILE = /^\/api\/tu-lieu\/file\//i
const NO_ROUTE = /^\/api\/(globals\/[^/]+\/versions|nguoi-dung\/verify)(\/|$)/i

/** Payload answers a failure where versions are asked of a collection that keeps none. */
const asksVersionsOfNone = (config: SanitizedConfig, path: string): boolean => {
  const [, slug] = /^\/api\/([^/]+)\/versions(?:\/|$)/.exec(path) ?? []
  return slug !== undefined && config.collections.some((collection) => collection.slug === slug && !collection.versions)
}

const decodable = (url: string): boolean => {
  try {
    return !decodeURIComponent(url.replace(/\+/g, ' ')).includes('\u0000')
  } catch {
    return false
  }
}

const isPlainAddress = (url: string): boolean => decodable(url) && !NOT_HERE.test(decodeURIComponent(url))

/** Payload looks names up in plain objects, where `constructor` and its like are always found. */
const INHERITED =
  /^\/api\/(?:globals\/)?(?:constructor|prototype|__\w+__|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toString|toLocaleString|valueOf)(?:\/|$)/

/** Lists, counts and versions: what may be heavy. */
const LIST = /^\/api\/[^/]+(?:\/count|\/versions|\/versions\/count)?\/?$/

/** The record as anybody may read it, asked by nobody in particular: whose answer it is depends on no session. */
const OPEN = /^\/api\/ban-dang(?:\/count|\/\d+)?\/?$/
const isOpenData = (req: ExpressRequest, path: string): boolean =>
  OPEN.test(path) && (req.method === 'GET' || req.method === 'HEAD') && req.headers.authorization === undefined && req.headers.cookie === undefined

/** Dots, an own host, a second slash: what is read as another address than it was judged by is none. */
function isReadAsWritten(req: ExpressRequest, path: string): boolean {
  try {
    return new URL(req.originalUrl, 'http://localhost').pathname === path
  } catch {
    return false
  }
}

function addressFault(req: ExpressRequest, path: string, config: SanitizedConfig): Issue | null {
  if (!METHODS.includes(req.method) || NO_ROUTE.test(req.originalUrl) || INHERITED.test(path)) return issue('NOT_FOUND')
  if (req.originalUrl.length > ASKED_LIMITS.bytes || !isPlainAddress(req.originalUrl)) return issue('INVALID_VALUE')
  return asksVersionsOfNone(config, path) || !isReadAsWritten(req, path) ? issue('NOT_FOUND') : null
}

async function bodyFault(req: ExpressRequest, body: Body): Promise<{ data: unknown; fault: Issue | null }> {
  if (carriesQuery(req)) {
    const question = body.bytes?.toString('utf8') ?? null
    if (question === null || question.length > ASKED_LIMITS.bytes || FILE.test(req.originalUrl) || !isPlainAddress(question))
      return { data: null, fault: issue('INVALID_VALUE') }
  }
  const type = req.headers['content-type'] ?? ''
  if (plainType(type) === 'multipart/form-data') return { data: null, fault: await formFault(type, body) }
  return jsonOf(req, body)
}

/** Sends a fetch Response over Express. Pages are packed; data is not: beside what somebody else may choose, its length would tell of secrets in it. */
async function send(res: ExpressResponse, response: Response, cookie: string | null): Promise<void> {
  res.status(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = [...response.headers.getSetCookie(), ...(cookie === null ? [] : [cookie])]
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (!res.hasHeader('cache-control')) res.setHeader('Cache-Control', 'no-store')
  if (response.status === 503 && !res.hasHeader('retry-after')) res.setHeader('Retry-After', '10')
  if (!response.body || res.req.method === 'HEAD') {
    void response.body?.cancel()
    return void res.end()
  }
  if (response.headers.get('content-type')?.startsWith('text/html') === true)
    return void res.end(await packedFor(res, res.req.headers['accept-encoding'], Buffer.from(await response.arrayBuffer())))
  Readable.fromWeb(response.body as never)
    .on('error', () => res.destroy())
    .pipe(res)
}

/** What the database refused, and something on the way took for nothing found. */
class RefusedQuestion extends Error {
  override name = 'RefusedQuestion'
  readonly code: string
  constructor(code: string) {
    super('the database refused a question')
    this.code = code
  }
}

type Bridge = { payload: Payload; instanceKey: string | undefined; siteUrl: string; signIns: SignIns; bodies: Bodies; lists: Lane }

/** Asks Payload; a refusal of this bridge where its answer is none in the common language. */
async function ask({ payload, instanceKey, siteUrl }: Bridge, req: ExpressRequest, body: Body): Promise<Response | Issue> {
  const { config } = payload
  const url = new URL(req.originalUrl, siteUrl)
  const isFile = url.pathname.startsWith('/api/tu-lieu/file/')
  if (isFile) url.search = ''
  const sent = body.size > 0 ? { body: body.bytes ? new Uint8Array(body.bytes) : Readable.toWeb(body.open()), duplex: 'half' } : {}
  // Payload knows no HEAD: it is a GET whose bytes stay here.
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const request = new Request(url, { method, headers: headersOf(req), ...sent } as RequestInit)
  const instance = instanceKey === undefined ? {} : { payloadInstanceCacheKey: instanceKey }
  const { answer: response, failed, broken } = await watchDatabase(() => handleEndpoints({ config, request, path: url.pathname, ...instance }))
  // Nobody is signed out, and nothing is missing or empty, because the database was away for a moment.
  const reads = req.method === 'GET' || req.method === 'HEAD'
  const { failures } = runtimeOf(payload)
  if (failed && (reads || response.status >= 400)) failures.failedUnlessTold(() => refuse(issue('UNAVAILABLE')))
  if (failed && (reads || response.status >= 400) && response.status !== 503) return issue('UNAVAILABLE')
  if (broken !== null) {
    const ma = failures.failedUnlessTold(() => new RefusedQuestion(broken))
    if ((reads || response.status >= 400) && response.status < 500) return issue('INTERNAL', undefined, ma === null ? undefined : { ma })
  }
  // Payload answers an address or file it does not know in a shape of its own.
  const unknown = response.status === 404 || response.status === 501 || (response.status === 500 && isFile)
  return unknown && !(await response.clone().text()).includes('"code"') ? issue('NOT_FOUND') : response
}

async function answer(bridge: Bridge, req: ExpressRequest, res: ExpressResponse, body: Body, answering: Answering): Promise<void> {
  const { data, fault } = await bodyFault(req, body)
  if (fault) return refuseWith(res, fault)
  const attempt = await bridge.signIns.enter(req, data)
  if (attempt && !('ended' in attempt)) return refuseWith(res, issue('TOO_MANY', undefined, { giay: attempt.wait }))
  const asked = await ask(bridge, req, body)
  const status = asked instanceof Response ? asked.status : statusOf([asked])
  if (status >= 500) nameIncident(res, answering.id)
  if (!(asked instanceof Response)) {
    await attempt?.ended(status, null)
    return refuseWith(res, asked)
  }
  const account = attempt && asked.status === 200 ? await accountIn(asked.clone()) : null
  await send(res, asked, (await attempt?.ended(asked.status, account)) ?? null)
}

const accountIn = async (response: Response): Promise<number | null> => {
  // Only to remember the device: an answer without an account is nobody's.
  const id = ((await response.json().catch(() => null)) as { user?: { id?: unknown } } | null)?.user?.id
  return typeof id === 'number' ? id : null
}

/**
 * `payload`: the running one; `instanceKey`: the key it was opened with, where there was one. Writes, sign-ins, bodies and
 * lists are bounded here, in front of it; `signIns`: shared with whatever else signs people in. Throws where the key is another
 * school's.
 */
export function rest(payload: Payload, siteUrl: string, instanceKey?: string, signIns = signInsOf(payload, siteUrl)): RequestHandler {
  holdInstance(payload, instanceKey)
  const { failures } = runtimeOf(payload)
  const routeOf = restRoutes(payload.config)
  const bridge: Bridge = { payload, instanceKey, siteUrl, signIns, bodies: new Bodies(payload), lists: new Lane(LISTS) }
  const handle = async (req: ExpressRequest, res: ExpressResponse, answering: Answering): Promise<void> => {
    sayWhatHttpHides(req, siteUrl)
    const path = req.originalUrl.split('?', 1)[0]!
    answersAs(res, isOpenData(req, path) ? 'openData' : 'api')
    const fault = addressFault(req, path, payload.config) ?? writeFault(req, payload, siteUrl)
    if (fault) {
      if (req.method !== 'GET') res.set('Connection', 'close')
      return refuseWith(res, fault)
    }
    const isList = LIST.test(path) && (req.method === 'GET' || req.method === 'HEAD' || carriesQuery(req))
    const left = new AbortController()
    res.once('close', () => left.abort())
    let body: Body | null = null
    let leave: (() => void) | null = null
    try {
      body = await bridge.bodies.read(req)
      leave = isList ? await bridge.lists.enter(personOf(req, payload), left.signal) : () => undefined
      if (leave === null) return refuseFailing(res, [issue('BUSY', undefined, { giay: 5 })])
      await answer(bridge, req, res, body, answering)
    } catch (error) {
      // Whoever hangs up is answered nothing.
      if (res.destroyed || req.socket.destroyed) return void res.destroy()
      if (error instanceof BodyRefused) {
        res.set('Connection', 'close')
        return error.issue.code === 'BUSY' ? refuseFailing(res, [error.issue]) : refuseWith(res, error.issue)
      }
      // What fails in front of Payload is told and answered as behind it.
      const ma = failures.failed(error)
      const [known] = issuesOf(error) ?? [issue('INTERNAL', undefined, ma === null ? undefined : { ma })]
      nameIncident(res, ma)
      refuseWith(res, known!)
    } finally {
      body?.drop()
      leave?.()
    }
  }
  const refuseFailing = (res: ExpressResponse, issues: readonly [Issue]): void => {
    nameIncident(res, failures.failed(refuse(...issues)))
    refuseWith(res, issues[0])
  }
  return (req, res) => {
    const answering: Answering = { request: req, route: routeOf(req.originalUrl), where: 'rest', id: null }
    return failures.during(answering, () => handle(req, res, answering))
  }
}
