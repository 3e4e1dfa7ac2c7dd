/** A new password beside everything else: what the old one opened is shut, and no answer tells whose address is known. */
import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { client, type Client } from '../support/client.ts'
import { personId } from '../support/gate.ts'
import { letterBox, tokenIn } from '../support/letters.ts'
import { openSchool } from '../support/school.ts'

// A mail server that is away.
process.env.SMTP_URL = 'smtp://127.0.0.1:1'
const school = openSchool()
const isIn = async (session: Client): Promise<boolean> => Boolean((await session.get('/api/nguoi-dung/me')).body.user)
const after = <T>(ms: number, work: () => Promise<T>): Promise<T> => new Promise((r) => setTimeout(r, ms)).then(work)
const ask = async (ma: string): Promise<[number, string]> => {
  const { status, text } = await school.visitor.post('/api/nguoi-dung/forgot-password', { email: `${ma}@thpt.example` })
  return [status, text]
}

it('asking for a link answers alike while the mail server is away', async () => {
  expect(await ask('doantn')).toEqual(await ask('khong-co'))
})

describe('with mail', () => {
  let box: ReturnType<typeof letterBox>
  beforeAll(() => void (box = letterBox(school)))

  it('a sign-in on its way with the old password begins no session that outlives it', { timeout: 120_000 }, async () => {
    const id = await personId(school, 'lop12a1')
    const signIn = async (password: string): Promise<Client | null> => {
      const { status, body } = await school.visitor.post('/api/nguoi-dung/login', { email: 'lop12a1@thpt.example', password })
      return status === 200 ? client(school.url, body.token as string) : null
    }
    let password = 'mat-khau-thu-nghiem'
    for (let round = 0; round < 16; round += 1) {
      const [own, next] = [await signIn(password), `mat-khau-thu-${round}-abc`]
      const [late, changed] = await Promise.all([after(round * 30, () => signIn(password)), own!.patch(`/api/nguoi-dung/${id}`, { password: next })])
      expect(changed.status, changed.text).toBe(200)
      expect([round, late !== null && (await isIn(late)), await isIn(own!)]).toEqual([round, false, true])
      password = next
    }
  })

  it('set through a mailed link ends the session it is asked beside too', async () => {
    const stolen = await school.visitor.login('giaovien')
    await ask('giaovien')
    const token = tokenIn(await box.next('giaovien@thpt.example', /Đặt lại mật khẩu/))
    const reset = await stolen.post('/api/nguoi-dung/reset-password', { token, password: 'mot-mat-khau-khac' })
    expect([reset.status, await isIn(stolen), await isIn(client(school.url, reset.body.token as string))]).toEqual([200, false, true])
  })

  it('the link names the site, whatever host a request names; a request line that names one is no address', async () => {
    const body = JSON.stringify({ email: 'vanphong@thpt.example' })
    const ask = (target: string): Promise<string> =>
      new Promise((done) => {
        const lines = [`POST ${target} HTTP/1.1`, 'Host: ke-gian.example', 'Connection: close']
        const head = [...lines, 'Content-Type: application/json', `Content-Length: ${body.length}`, '', body].join('\r\n')
        let text = ''
        const socket = connect(Number(new URL(school.url).port), '127.0.0.1', () => socket.write(head))
        socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
        socket.on('close', () => done(text.slice(9, 12)))
      })
    expect(await ask('http://ke-gian.example/api/nguoi-dung/forgot-password')).toBe('404')
    expect(await ask('/api/x/../nguoi-dung/forgot-password')).toBe('404')
    expect(await ask('/api/nguoi-dung/forgot-password')).toBe('200')
    const letter = await box.next('vanphong@thpt.example', /Đặt lại mật khẩu/)
    expect(/https?:\/\/[^/\s"]+/.exec(letter.text)?.[0]).toBe('http://school.test')
  })

  it('a link past its term says so', async () => {
    const token = await school.payload.forgotPassword({
      collection: 'nguoi-dung',
      data: { email: 'quantri@thpt.example' },
      disableEmail: true,
      expiration: 1,
      overrideAccess: true,
    })
    const { status, body } = await school.visitor.post('/api/nguoi-dung/reset-password', { token, password: 'mot-mat-khau-khac' })
    expect([status, (body.errors as { code: string }[]).map((e) => e.code)]).toEqual([401, ['LINK_EXPIRED']])
  })
})
