/** Bounds as rules: delays of sign-ins, lanes, quotas, trusted proxies, marks of devices. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../../src/env.ts'
import { quotaIssue, QUOTAS } from '../../src/policy/gate/quotas.ts'
import { accountName, delayAfter, isSpraying, PAIR } from '../../src/policy/people/signIn.ts'
import { deviceCookie, knownMark } from '../../src/server/device.ts'
import { Lane } from '../../src/forms/lane.ts'

describe('wrong passwords', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 2],
    [6, 4],
    [8, 16],
    [20, 900],
    [1e6, 900],
  ])('after %i of them the next waits %i seconds', (attempts, seconds) => expect(delayAfter(attempts, PAIR)).toBe(seconds))

  it.each([
    [1, 40, false],
    [40, 40, false],
    [1, 4999, false],
    [71, 71, true],
    [200, 25, true],
  ])('%i names, %i failures: spraying is %s', (names, failures, spraying) => expect(isSpraying(names, failures)).toBe(spraying))

  it('name the account as Payload does', () => {
    expect([accountName(' A@B.vn '), accountName(5), accountName(undefined)]).toEqual(['a@b.vn', '', ''])
  })
})

describe('the mark of a device', () => {
  const cookie = (value: string): string => value.split(';')[0]!

  it('is known to its own account, with its own secret, unchanged', () => {
    const mine = cookie(deviceCookie('bi-mat', undefined, 7, false))
    expect(knownMark('bi-mat', mine, 7)).toMatch(/^[\w-]{16}$/)
    for (const [secret, cookies, account] of [
      ['khac', mine, 7],
      ['bi-mat', mine, 8],
      ['bi-mat', mine.replace('=7.', '=8.'), 8],
      ['bi-mat', `${mine}x`, 7],
      ['bi-mat', 'ct-thiet-bi=7', 7],
      ['bi-mat', undefined, 7],
    ] as const)
      expect(knownMark(secret, cookies, account)).toBeNull()
  })

  it('stays the same at the next sign-in, and stands beside those of others, six at most', () => {
    let cookies = cookie(deviceCookie('bi-mat', undefined, 1, false))
    const first = knownMark('bi-mat', cookies, 1)
    for (let account = 2; account <= 6; account += 1) cookies = cookie(deviceCookie('bi-mat', cookies, account, true))
    expect(knownMark('bi-mat', cookies, 1)).toBe(first)
    cookies = cookie(deviceCookie('bi-mat', cookies, 7, true))
    expect([knownMark('bi-mat', cookies, 1), knownMark('bi-mat', cookies, 6) !== null]).toEqual([null, true])
  })

  it('is sent over https alone where there is https, and never to scripts', () => {
    expect(deviceCookie('s', undefined, 1, true)).toMatch(/HttpOnly; SameSite=Lax; Secure$/)
    expect(deviceCookie('s', undefined, 1, false)).not.toContain('Secure')
  })
})

describe('a lane', () => {
  const size = { atOnce: 2, perPerson: 1, waiting: 3, waitingPerPerson: 2, waitMs: 60_000 }

  it('lets so many in, one of each person, the next when one leaves', async () => {
    const lane = new Lane(size)
    const [a, b] = [await lane.enter('a'), await lane.enter('b')]
    let order = ''
    const waits = ['a', 'a', 'c'].map((who, i) => lane.enter(who).then((leave) => ((order += `${who}${i}`), leave)))
    // The line is full, of one person and in all.
    expect([await lane.enter('a'), await lane.enter('d'), lane.going, lane.waiting]).toEqual([null, null, 2, 3])
    b!()
    b!()
    await pause(1)
    expect([order, lane.going]).toEqual(['c2', 2])
    a!()
    await pause(1)
    expect(order).toBe('c2a0')
    ;(await waits[0])!()
    await pause(1)
    expect([order, lane.waiting]).toEqual(['c2a0a1', 0])
  })

  it('whoever leaves the line leaves it, and whoever waits too long', async () => {
    const lane = new Lane({ ...size, atOnce: 1, waitMs: 1 })
    await lane.enter('a')
    const left = new AbortController()
    const gone = lane.enter('b', left.signal)
    left.abort()
    expect([await gone, await lane.enter('c'), lane.waiting]).toEqual([null, null, 0])
  })
})

describe('what an account may write', () => {
  it('is bounded by number and by size; whoever edits for all has more', () => {
    const { count, bytes } = QUOTAS.tep
    expect(quotaIssue('tep', { count: count - 1, bytes: bytes - 1 }, false)).toBeNull()
    expect(quotaIssue('tep', { count, bytes: 0 }, false)?.code).toBe('QUOTA')
    expect(quotaIssue('tep', { count: 0, bytes }, false)?.code).toBe('QUOTA')
    expect(quotaIssue('tep', { count, bytes }, true)).toBeNull()
  })
})

describe('TRUST_PROXY', () => {
  const given = (TRUST_PROXY: string) => readEnv({ TRUST_PROXY } as unknown as NodeJS.ProcessEnv).trustProxy

  it.each([
    ['', 'loopback'],
    ['0', 0],
    ['2', 2],
    ['loopback,10.0.0.5', 'loopback, 10.0.0.5'],
    ['172.16.0.0/12', '172.16.0.0/12'],
    ['fd00::/8', 'fd00::/8'],
  ])('“%s” is %s', (value, trusted) => expect(given(value)).toBe(trusted))

  it.each(['true', '*', '10.0.0', '10.0.0.0/33', 'proxy.truong.example', '10.0.0.1/8/8', '12'])('“%s” is refused in words', (value) =>
    expect(() => given(value)).toThrow(/TRUST_PROXY/),
  )
})
