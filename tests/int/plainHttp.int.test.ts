/** A school's own network on plain http: browsers do not say there where a request comes from, and signing in works. */
import { describe, expect, it } from 'vitest'
import { emailOf } from '../../src/demo/people.ts'
import { openSchool } from '../support/school.ts'
import { codes } from '../support/stories.ts'

process.env.SITE_URL = 'http://school.test'
const school = openSchool()

describe('on plain http', () => {
  it('a session lasts from the sign-in to the next page, which sends neither Origin nor Sec-Fetch-Site', async () => {
    const signedIn = await school.visitor.raw('/api/nguoi-dung/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'http://school.test' },
      body: JSON.stringify({ email: emailOf('giaovien'), password: 'mat-khau-thu-nghiem' }),
    })
    expect(signedIn.status).toBe(200)
    const cookies = signedIn.headers.getSetCookie()
    for (const cookie of cookies) expect(cookie).not.toMatch(/;\s*Secure/i)
    const Cookie = cookies.map((c) => c.split(';')[0]).join('; ')
    const me = await school.visitor.raw('/api/nguoi-dung/me', { headers: { Cookie } })
    expect(me.body.user?.email).toBe(emailOf('giaovien'))
    // A write says where it comes from, or is refused.
    const write = (headers: Record<string, string>) =>
      school.visitor.raw('/api/tin-bai', { method: 'POST', headers: { Cookie, 'Content-Type': 'application/json', ...headers }, body: '{"tieuDe":"x"}' })
    expect((await write({ Origin: 'http://school.test' })).status).toBe(201)
    expect(codes(await write({}))).toEqual(['CROSS_SITE'])
    expect(codes(await write({ Origin: 'http://kho.school.test' }))).toEqual(['CROSS_SITE'])
  })

  it('the panel’s own form, multipart from its own page, is taken; from another page it is not', async () => {
    const token = (await school.as('giaovien')).token
    const form = (origin: string) => {
      const body = new FormData()
      body.set('_payload', JSON.stringify({ tieuDe: 'Từ biểu mẫu' }))
      return school.visitor.raw('/api/tin-bai', { method: 'POST', headers: { Cookie: `payload-token=${token}`, Origin: origin }, body })
    }
    expect((await form('http://school.test')).status).toBe(201)
    expect((await form('http://evil.example')).status).toBe(403)
  })
})
