/** Sessions at one moment: who signs in is in, who signs out is out, whatever happens beside it. */
import { describe, expect, it } from 'vitest'
import { client, type Client } from '../support/client.ts'
import { personId } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { codes } from '../support/stories.ts'

const school = openSchool()
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 8)
const signIn = (): Promise<Client> => school.visitor.login('phohieutruong')
const isIn = async (session: Client): Promise<boolean> => Boolean((await session.get('/api/nguoi-dung/me')).body.user)
const after = <T>(ms: number, work: () => Promise<T>): Promise<T> => new Promise((r) => setTimeout(r, ms)).then(work)
const sid = (session: Client): string => (JSON.parse(Buffer.from(session.token!.split('.')[1]!, 'base64url').toString()) as { sid: string }).sid

describe('at one moment', { timeout: 300_000 }, () => {
  it('two sign-ins of one account, up to 150 ms apart: both are in', async () => {
    let dead = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const sessions = await Promise.all([signIn(), after((round % 6) * 30, signIn)])
      for (const session of sessions) if (!(await isIn(session))) dead += 1
    }
    expect(dead).toBe(0)
  })

  it('a sign-out of all sessions beside sign-ins ends every session there was', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [stolen, own] = [await signIn(), await signIn()]
      const [left] = await Promise.all([
        after((round % 5) * 40, () => own.post('/api/nguoi-dung/logout?allSessions=true')),
        signIn(),
        stolen.post('/api/nguoi-dung/refresh-token'),
      ])
      expect(left.status).toBe(200)
      expect([await isIn(stolen), await isIn(own)], `round ${round}`).toEqual([false, false])
    }
  })

  it('a sign-out beside a sign-in stays out, and the sign-in stays in', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const leaves = await signIn()
      const [left, comes] = await Promise.all([after((round % 5) * 40, () => leaves.post('/api/nguoi-dung/logout')), signIn()])
      expect(left.status).toBe(200)
      expect([await isIn(leaves), await isIn(comes)], `round ${round}`).toEqual([false, true])
    }
  })

  it('a sign-out beside a renewal stays out, whichever token one holds', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const leaves = await signIn()
      const [left, renewed] = await Promise.all([
        after((round % 5) * 6, () => leaves.post('/api/nguoi-dung/logout')),
        after(((round + 2) % 5) * 6, () => leaves.post('/api/nguoi-dung/refresh-token')),
      ])
      expect(left.status).toBe(200)
      expect([200, 401]).toContain(renewed.status)
      expect(await isIn(leaves)).toBe(false)
      if (renewed.status === 200) expect(await isIn(client(school.url, renewed.body.refreshedToken as string))).toBe(false)
    }
  })
})

describe('a session', () => {
  it('is renewed for eight hours, and ends seven days after the sign-in', async () => {
    const session = await signIn()
    const began = (ago: string) => school.owner.query(`update nguoi_dung_sessions set created_at = ct_nay() - $2::interval where id = $1`, [sid(session), ago])
    const renew = async (): Promise<number> => {
      const { status, body } = await session.post('/api/nguoi-dung/refresh-token')
      return status === 200 ? Math.round(((body.exp as number) - Date.now() / 1000) / 60) : status
    }
    expect(await renew()).toBe(8 * 60)
    await began('6 days 22 hours')
    expect(await renew()).toBe(2 * 60)
    await began('7 days')
    expect(await renew()).toBe(401)
  })

  it('that could not be ended is not called ended: 503, and the next try ends it', { timeout: 30_000 }, async () => {
    const session = await signIn()
    const other = await school.owner.connect()
    await other.query('begin')
    await other.query('select 1 from nguoi_dung_sessions where id = $1 for update', [sid(session)])
    const refused = await session.post('/api/nguoi-dung/logout')
    expect([refused.status, codes(refused)]).toEqual([503, ['UNAVAILABLE']])
    await other.query('rollback')
    other.release()
    expect(await isIn(session)).toBe(true)
    expect((await session.post('/api/nguoi-dung/logout')).status).toBe(200)
    expect(await isIn(session)).toBe(false)
  })

  it('outlives a link asked for beside it, and a change of its account', async () => {
    const id = await personId(school, 'phohieutruong')
    const [session] = await Promise.all([signIn(), school.visitor.post('/api/nguoi-dung/forgot-password', { email: 'phohieutruong@thpt.example' })])
    await (await school.as('hieutruong')).patch(`/api/nguoi-dung/${id}`, { chucVu: 'Phó Hiệu trưởng phụ trách' })
    expect(await isIn(session)).toBe(true)
  })
})
