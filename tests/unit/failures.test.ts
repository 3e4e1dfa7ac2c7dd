/** Of which kind a failure is, what a line says of it, and how often. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Failures } from '../../src/log/failures.ts'
import { schoolLogger } from '../../src/log/logger.ts'
import { requestIdOf } from '../../src/log/requestId.ts'
import { issuesOf, refuse } from '../../src/messages/refusal.ts'
import { kindOf, refusedOnly } from '../../src/policy/failures/kind.ts'
import { lineOf } from '../../src/policy/failures/line.ts'
import { issue } from '../../src/policy/issues.ts'
import { Away, tellingAway } from '../../src/theme/cache/away.ts'

const MARK = 'nguyen.thi.a@thpt.example'
const failing = (fields: object, message = `failed for ${MARK}`): Error => Object.assign(new Error(message), fields)
const wrapped = (cause: Error): Error => new Error(`Failed query: select $1 params: ${MARK}`, { cause })

describe('a kind', () => {
  it.each([
    ['outage', ['08006', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']],
    ['overload', ['53300', '57014', '55P03', 'EMFILE']],
    ['disk', ['53100', '58030', '58P01', 'ENOSPC', 'EROFS', 'EIO']],
    ['conflict', ['40001', '40P01']],
    ['query', ['P0001', '42883', '42P01', '22012', 'XX000', '42501']],
    ['bug', ['ERR_INVALID_ARG_TYPE']],
  ])('%s is told by its code, however it was wrapped', (kind, codes) => {
    for (const code of codes) {
      expect([code, kindOf(failing({ code })), kindOf(wrapped(failing({ code })))]).toEqual([code, kind, kind])
      expect([code, kindOf(failing({ code }), true)]).toEqual([code, kind])
    }
  })

  it('of a connection without a code is told by the sentence of the driver', () => {
    for (const said of ['Connection terminated unexpectedly', 'Query read timeout', 'timeout exceeded when trying to connect', 'connect ECONNREFUSED'])
      expect([said, kindOf(new Error(said))]).toEqual([said, 'outage'])
  })

  it('of a value is the sender’s where he sent one, and ours where nobody did', () => {
    for (const [code, kind] of [
      ['22P02', 'stranger'],
      ['23505', null],
      ['GT409', null],
    ] as const)
      expect([kindOf(failing({ code }), true), kindOf(failing({ code }))]).toEqual([kind, 'query'])
  })

  it('of a refusal is none; of one that stands for a failure it is that of the failure', () => {
    expect(['FORBIDDEN', 'TOO_MANY', 'KEYS_MISSING'].map((code) => kindOf(refuse(issue(code as 'FORBIDDEN'))))).toEqual([null, null, null])
    expect(['UNAVAILABLE', 'BUSY', 'STORAGE_FULL'].map((code) => kindOf(refuse(issue(code as 'BUSY'))))).toEqual(['outage', 'overload', 'disk'])
    expect([kindOf(failing({ status: 404 })), kindOf(failing({ status: 400 })), kindOf(new URIError('x'))]).toEqual([null, 'stranger', 'stranger'])
    expect([kindOf(null), kindOf(undefined), kindOf('text')]).toEqual(['bug', 'bug', 'bug'])
  })

  it('decides what people are told: a broken function is nothing to wait for', () => {
    const told = (code: string): string | undefined => issuesOf(failing({ code }))?.[0]?.code
    expect(['P0001', '22012', '55000', '40001', 'EPIPE', 'EROFS', '55P03'].map(told)).toEqual([
      undefined,
      undefined,
      undefined,
      ...Array.from({ length: 4 }, () => 'UNAVAILABLE'),
    ])
    expect(refusedOnly(refuse(issue('NOT_FOUND')))).toBeNull()
    for (const code of ['P0001', 'ECONNREFUSED']) expect(() => refusedOnly(failing({ code }))).toThrow(MARK)
  })

  it('outage alone makes a database away', async () => {
    const asked = (code: string): Promise<unknown> =>
      tellingAway({ query: () => Promise.reject(failing({ code })) })
        .query('')
        .catch((error: unknown) => error instanceof Away)
    expect(await Promise.all(['ECONNREFUSED', '57P01', 'P0001', '57014', '53300'].map(asked))).toEqual([true, true, false, false, false])
  })
})

describe('a line', () => {
  it('of a database error names the function and the code, and no value', () => {
    const error = failing({
      code: 'P0001',
      detail: MARK,
      hint: MARK,
      where: `PL/pgSQL function tim_ten(text) line 3 at RAISE\nSQL statement "select '${MARK}'"`,
      constraint: 'mot_ten',
      table: 'nguoi_dung',
      query: MARK,
      parameters: [MARK],
      column: MARK,
    })
    const line = lineOf(wrapped(error))
    expect(line).toMatchObject({ error: 'Error', code: 'P0001', sqlstate: 'P0001', function: 'tim_ten', constraint: 'mot_ten', table: 'nguoi_dung' })
    expect(line.stack).toContain('failures.test.ts')
    expect(JSON.stringify(line)).not.toContain(MARK)
  })

  it('of a sentence over several lines has the lines of the program alone', () => {
    const line = lineOf(new Error(`one\n    at ${MARK} (x.ts:1:1)\nthree ${MARK}`))
    expect(JSON.stringify(line)).not.toContain(MARK)
    expect(line.stack).toContain('failures.test.ts')
  })

  it('of a fault of the program says what the engine says, without what it quotes', () => {
    expect(lineOf(new TypeError(`Cannot read properties of undefined (reading 'a')`)).says).toBe('Cannot read properties of undefined (reading …)')
    expect(lineOf(new TypeError(`Cannot create property 'x' on string '${MARK}`)).says).not.toContain(MARK)
    expect(lineOf(new RangeError(MARK)).says).toBeUndefined()
  })
})

describe('the log', () => {
  type Line = Record<string, unknown>
  let written: Line[] = []
  const now = { ms: 0 }
  const opened = (): { failures: Failures; logger: ReturnType<typeof schoolLogger> } => {
    const failures = new Failures(() => now.ms)
    return { failures, logger: schoolLogger(failures, (line) => void written.push(JSON.parse(line) as Line)) }
  }
  beforeEach(() => {
    written = []
    now.ms = 0
    vi.useFakeTimers()
  })
  afterEach(() => void vi.useRealTimers())

  it('tells the same error once, wherever it passes, with the id of its request', () => {
    const { failures, logger } = opened()
    const request = { method: 'GET' }
    const error = failing({ code: 'P0001' })
    const id = failures.failed(error, { where: 'site', request, route: '/bai/:slug' })
    expect(failures.failed(new Away('', { cause: error }), { where: 'cache', request })).toBe(id)
    logger.error({ err: error, msg: MARK })
    logger.error(error)
    expect(written).toEqual([
      expect.objectContaining({ level: 'error', kind: 'query', id, method: 'GET', route: '/bai/:slug', status: 500, msg: 'query: site' }),
    ])
    expect(id).toBe(requestIdOf(request))
  })

  it('counts a flood and gives whoever meets it the id of its line', () => {
    const { failures } = opened()
    const ids = new Set(Array.from({ length: 100 }, () => failures.failed(failing({ code: 'P0001' }), { where: 'site', route: '/', request: {} })))
    expect([ids.size, written.length]).toEqual([1, 1])
    failures.failed(failing({ code: 'P0001' }), { where: 'site', route: '/van-ban', request: {} })
    vi.advanceTimersByTime(10_000)
    expect(written.slice(1)).toMatchObject([
      { kind: 'query', route: '/van-ban' },
      { of: [...ids][0], more: 99 },
    ])
    now.ms = 10_001
    failures.failed(failing({ code: 'P0001' }), { where: 'site', route: '/', request: {} })
    expect(written).toHaveLength(4)
  })

  it('tells an outage once until it is settled, and what still fails of it not again', () => {
    const { failures } = opened()
    const lose = (): string | null => failures.failed(failing({ code: 'ECONNREFUSED' }), { where: 'site', request: {} })
    const first = lose()
    for (let n = 0; n < 50; n += 1) {
      now.ms += 1000
      expect(lose()).toBe(first)
    }
    failures.settled('database')
    failures.settled('database')
    expect(lose()).toBe(first)
    expect(written).toMatchObject([{ kind: 'outage' }, { settled: 'database', of: first, more: 50 }])
    now.ms += 5001
    expect(lose()).not.toBe(first)
    // What else is away is another outage.
    failures.failed(failing({ code: 'ECONNREFUSED' }), { where: 'mail', of: 'mail' })
    expect(written.filter((line) => line.kind === 'outage')).toHaveLength(3)
  })

  it('tells a job that fails each time once, until it goes well', () => {
    const { failures } = opened()
    const fail = (): void => {
      now.ms += 3000
      failures.failed(failing({ code: 'P0001' }), { where: 'schedule', job: true, again: true })
    }
    for (let n = 0; n < 30; n += 1) fail()
    expect(written).toHaveLength(1)
    failures.settled('schedule')
    now.ms += 6000
    fail()
    expect(written.filter((line) => line.kind)).toHaveLength(2)
  })

  it('of two schools in one process are two', () => {
    const [one, other] = [opened().failures, opened().failures]
    const counted: string[] = []
    one.onFailure(({ kind }) => counted.push(`one ${kind}`))
    other.onFailure(({ kind }) => counted.push(`other ${kind}`))
    for (const failures of [one, other]) failures.failed(failing({ code: '57P01' }), { where: 'site' })
    expect([counted, written.length]).toEqual([['one outage', 'other outage'], 2])
  })

  it('leaves out what others quote, and what a request carried', () => {
    const { logger } = opened()
    logger.warn(`Request origin "${MARK}" is not allowed, To: '${MARK}' ${MARK}`)
    logger.info({ msg: `"${MARK}"`, req: { headers: MARK }, user: MARK })
    logger.error({ err: refuse(issue('FORBIDDEN')) })
    expect(written).toHaveLength(2)
    expect(JSON.stringify(written)).not.toContain(MARK)
  })
})

describe('the id of a request', () => {
  const asked = (id: string, trusted: boolean): string =>
    requestIdOf({ headers: { 'x-request-id': id }, socket: { remoteAddress: '10.0.0.5' }, app: { get: () => () => trusted } })
  it('is a trusted proxy’s where it is short and plain', () => {
    expect(asked('a1b2c3d4-e5', true)).toBe('a1b2c3d4-e5')
    for (const id of ['a', 'a b c d e f', 'a'.repeat(65), 'abcdef\n']) expect(asked(id, true)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(asked('a1b2c3d4-e5', false)).not.toBe('a1b2c3d4-e5')
  })
})
