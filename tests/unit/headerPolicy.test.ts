/** What each kind of answer lets others do with it; one that is missing here, or lets more, is red. */
import { describe, expect, it } from 'vitest'
import { HEADER_POLICY, type AnswerKind } from '../../src/theme/http/headerPolicy.ts'

type May = { embed: boolean; read: boolean; frame: 'nobody' | 'self' | 'unsaid' }
const MAY: Record<AnswerKind, May> = {
  page: { embed: false, read: false, frame: 'nobody' },
  machine: { embed: true, read: true, frame: 'nobody' },
  picture: { embed: true, read: false, frame: 'nobody' },
  kept: { embed: true, read: false, frame: 'nobody' },
  opened: { embed: true, read: false, frame: 'self' },
  asset: { embed: true, read: false, frame: 'nobody' },
  api: { embed: false, read: false, frame: 'unsaid' },
  openData: { embed: true, read: true, frame: 'unsaid' },
  panel: { embed: false, read: false, frame: 'unsaid' },
}

const frameOf = (policy = ''): May['frame'] =>
  policy.includes("frame-ancestors 'none'") ? 'nobody' : policy.includes("frame-ancestors 'self'") ? 'self' : 'unsaid'

describe('the table', () => {
  it.each(Object.keys(HEADER_POLICY) as AnswerKind[])('%s', (kind) => {
    const headers = HEADER_POLICY[kind]
    expect({
      embed: headers['Cross-Origin-Resource-Policy'] === 'cross-origin',
      read: headers['Access-Control-Allow-Origin'] === '*',
      frame: frameOf(headers['Content-Security-Policy']),
    }).toEqual(MAY[kind])
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
    expect(headers['Access-Control-Allow-Credentials']).toBeUndefined()
    expect(['same-origin', 'cross-origin']).toContain(headers['Cross-Origin-Resource-Policy'])
    const policy = headers['Content-Security-Policy']
    if (policy !== undefined) expect(policy).toMatch(/^default-src 'none'/)
    expect(policy ?? '').not.toMatch(/unsafe-eval|script-src|\*/)
  })
})
