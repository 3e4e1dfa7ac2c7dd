/** Whether the database failed a request, told from whether it answered no, however the request swallowed it. */
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { steadyPg, watchDatabase } from '../../src/database/steadyPg.ts'

let pool: pg.Pool
let admin: pg.Client
beforeAll(async () => {
  pool = new steadyPg.Pool({ connectionString: inject('superuserUrl') })
  admin = new pg.Client({ connectionString: inject('superuserUrl') })
  await admin.connect()
})
afterAll(async () => {
  await pool.end()
  await admin.end()
})

const END_ME = 'select pg_terminate_backend(pg_backend_pid())'
const failedBy = async (work: () => Promise<unknown>): Promise<boolean> =>
  (await watchDatabase(() => work().then(String, (error: { code?: string; message: string }) => error.code ?? error.message))).failed

it('a connection cut while it is asked something', async () => {
  expect(await failedBy(() => pool.query(END_ME))).toBe(true)
})

it('a connection cut inside a transaction, while asked and between two questions', async () => {
  const inside = async (cut: (client: pg.PoolClient) => Promise<unknown>): Promise<void> => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await cut(client)
    } finally {
      client.release(true)
    }
  }
  expect(await failedBy(() => inside((client) => client.query(END_ME)))).toBe(true)
  const between = async (client: pg.PoolClient): Promise<void> => {
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await admin.query('select pg_terminate_backend($1)', [rows[0].pid])
    await expect.poll(() => client.query('select 1').then(String, (error: Error) => error.message)).toMatch(/terminat|not queryable/)
  }
  expect(await failedBy(() => inside(between))).toBe(true)
})

it('a question that was answered, and one refused', async () => {
  expect(await failedBy(() => pool.query('select 1'))).toBe(false)
  expect(await failedBy(() => pool.query('select 1/0'))).toBe(false)
  expect(await failedBy(() => pool.query('select pg_cancel_backend(pg_backend_pid())'))).toBe(false)
})

it('one request’s failure is not another’s', async () => {
  const [cut, whole] = await Promise.all([failedBy(() => pool.query(END_ME)), failedBy(() => pool.query('select pg_sleep(0.2)'))])
  expect([cut, whole]).toEqual([true, false])
})
