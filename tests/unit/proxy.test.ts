/** Readers behind a proxy: who is believed, and a word where one that is not forwards them. Mails without an address. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { mailWithAddress } from '../../src/server/mail.ts'
import { trustProxy, warnOfStrangers, type TrustProxy } from '../../src/server/proxy.ts'

/** Asks twice through a service that trusts `trusted`; what it takes the reader for, and what it logged. */
async function asked(trusted: TrustProxy, headers: Record<string, string>): Promise<{ ip: string; logged: string[] }> {
  const logged: string[] = []
  const app = express()
  trustProxy(app, trusted)
  app.use(warnOfStrangers({ warn: (text: unknown) => void logged.push(String(text)) }))
  app.use((req, res) => void res.send(req.ip))
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await (await fetch(url, { headers })).text()
  const ip = await (await fetch(url, { headers })).text()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  return { ip, logged }
}

describe('a proxy', () => {
  it('that is trusted says who reads, without a word', async () => {
    expect(await asked('loopback', { 'X-Forwarded-For': '198.51.100.7' })).toEqual({ ip: '198.51.100.7', logged: [] })
  })

  it('that is not is not believed, and the log says what to set, once a minute', async () => {
    const { ip, logged } = await asked('10.0.0.5', { 'X-Forwarded-For': '198.51.100.7' })
    expect(ip).toBe('127.0.0.1')
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('TRUST_PROXY')
  })

  it('none: nothing is logged', async () => {
    expect((await asked(0, {})).logged).toEqual([])
  })
})

describe('a mail', () => {
  it('is sent where the site has an address; elsewhere the log says what to set', async () => {
    const sent: string[] = []
    const logged: string[] = []
    const post = () => ({ name: 'x', defaultFromAddress: 'a@b', defaultFromName: 'x', sendEmail: () => Promise.resolve(void sent.push('one')) })
    const payload = { logger: { error: (text: string) => logged.push(text) } } as never
    await (await mailWithAddress(post, 'https://truong.example'))({ payload }).sendEmail({})
    expect([sent, logged]).toEqual([['one'], []])
    await (await mailWithAddress(post, null))({ payload }).sendEmail({})
    expect([sent, logged.length, logged[0]?.includes('SITE_URL')]).toEqual([['one'], 1, true])
  })
})
