/** `npm start` as its user meets it: the second start, Ctrl-C, kill -9, and one plain sentence for each fault. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site.stop()
  site.remove()
})

const again = async (): Promise<void> => {
  site = await startSite({ dataDir: site.dataDir, port: site.port })
}
const postgresPid = (): number => Number(readFileSync(join(site.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
/** The process that serves this data folder, or its panel, whoever its parent is. */
const servicePid = (dataDir: string, program = 'server.mjs'): number => {
  const found = readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && commandOf(pid).includes(program) && environmentOf(pid).includes(`DATA_DIR=${dataDir}`),
  )
  return Number(found[0])
}
const panelPid = (): number => servicePid(site.dataDir, 'panel.mjs')
const readProc = (pid: string, what: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}
const commandOf = (pid: string): string => readProc(pid, 'cmdline')
const environmentOf = (pid: string): string => readProc(pid, 'environ')
/** A process that has ended but was not yet collected by its parent is dead too. */
const alive = (pid: number): boolean => {
  const stat = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return stat !== '' && !stat.startsWith('Z')
}
const refusedStart = (env: Record<string, string>) => {
  const run = spawnSync(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, DATABASE_URL: '', PAYLOAD_SECRET: '', NODE_OPTIONS: '', ...env } as NodeJS.ProcessEnv,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: run.status, said: run.stderr.trim() }
}

describe('starting and stopping', () => {
  it('prints addresses and demo accounts, and keeps its secrets to its owner', () => {
    for (const said of [site.url, `${site.url}/admin`, 'vanphong@thpt.example', 'Mật khẩu chung']) expect(site.output()).toContain(said)
    for (const file of ['database.url', 'khoa-ky.pem', 'secret', 'postgres-mat-khau.json']) expect(statSync(join(site.dataDir, file)).mode & 0o077).toBe(0)
  })

  it('serves as the runtime role alone, with the wall standing', async () => {
    const client = new pg.Client({ connectionString: readFileSync(join(site.dataDir, 'database.url'), 'utf8').trim() })
    await client.connect()
    await expect(client.query('delete from nhat_ky')).rejects.toThrow(/permission denied/)
    await client.end()
  })

  it('stops on Ctrl-C, database included, and starts again without installing, building or seeding', async () => {
    const pid = postgresPid()
    expect(await site.stop('SIGINT')).toBe(0)
    expect(alive(pid)).toBe(false)
    await again()
    expect(site.output()).not.toMatch(/Cài đặt thư viện|Dựng|Trường minh hoạ/)
    expect((await fetch(site.url)).status).toBe(200)
  })

  it('stops wholly where `npm start` alone is told to, whatever its shell passes on', async () => {
    await site.stop()
    const npm = await startSite({ dataDir: site.dataDir, port: site.port, command: ['npm', 'start'] })
    const [service, database] = [servicePid(site.dataDir), postgresPid()]
    expect([alive(service), alive(database)]).toEqual([true, true])
    await npm.stop('SIGTERM')
    await expect.poll(() => [alive(service), alive(database)], { timeout: 30_000 }).toEqual([false, false])
    await again()
  })

  it('recovers by itself after kill -9 of everything but the database', async () => {
    const pid = postgresPid()
    const service = Number(execFileSync('pgrep', ['-P', String(site.process.pid), '-f', 'server.mjs'], { encoding: 'utf8' }).trim())
    await site.stop('SIGKILL')
    process.kill(service, 'SIGKILL')
    expect(alive(pid)).toBe(true)
    await again()
    expect((await fetch(`${site.url}/readyz`)).status).toBe(200)
  })

  it('recovers after kill -9 of the database too', async () => {
    process.kill(postgresPid(), 'SIGKILL')
    await site.stop('SIGKILL')
    // The service notices by itself that nobody holds it any more, and lets go of its port.
    await expect.poll(() => fetch(site.url).then(() => true, () => false)).toBe(false) // prettier-ignore
    await again()
    expect((await fetch(`${site.url}/readyz`)).status).toBe(200)
  })

  it('starts the service again when it dies, and the database when it is killed', async () => {
    const service = (): number => Number(execFileSync('pgrep', ['-P', String(site.process.pid), '-f', 'server.mjs'], { encoding: 'utf8' }).trim())
    const first = service()
    process.kill(first, 'SIGKILL')
    await expect
      .poll(
        () =>
          fetch(site.url).then(
            (r) => r.status,
            () => 0,
          ),
        { timeout: 30_000, interval: 250 },
      )
      .toBe(200)
    expect(service()).not.toBe(first)
    process.kill(postgresPid(), 'SIGKILL')
    await expect
      .poll(
        () =>
          fetch(`${site.url}/readyz`).then(
            (r) => r.status,
            () => 0,
          ),
        { timeout: 30_000, interval: 250 },
      )
      .toBe(200)
  })
})

describe('the process of the panel', () => {
  const statusOf = (path: string): Promise<number> =>
    fetch(site.url + path).then(
      (answer) => answer.status,
      () => 0,
    )

  const opens = (path: string): Promise<void> => expect.poll(() => statusOf(path), { timeout: 90_000 }).toBe(200)

  it('is there before anybody asks, answers with a nonce of each answer, and comes back when it is killed', async () => {
    // One that died with the database of the tests before comes back with a visit; this is about a start.
    await site.stop()
    await again()
    // What the service said instead, where it is not there.
    await expect.poll(() => panelPid() || site.output().slice(-3000)).toBeGreaterThan(0)
    await opens('/admin/login')
    const answer = await fetch(`${site.url}/admin/login`)
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')![1]!
    const scripts = [...(await answer.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect([answer.status, scripts.length > 0, scripts.every((tag) => tag.includes(`nonce="${nonce}"`))]).toEqual([200, true, true])
    expect((await fetch(`${site.url}/admin/login`, { method: 'HEAD' })).status).toBe(200)
    expect(await statusOf('/_next/static/khong-co.js')).toBe(404)
    const first = panelPid()
    process.kill(first, 'SIGKILL')
    await opens('/admin/login')
    expect(panelPid()).not.toBe(first)
    expect(site.output()).toContain('"where":"panel process"')
  })

  it('is gone with the service, however that ended, also where it only begins', async () => {
    const first = panelPid()
    process.kill(servicePid(site.dataDir), 'SIGKILL')
    await expect.poll(() => alive(first), { timeout: 60_000 }).toBe(false)
    await opens('/')
    const beginning = panelPid()
    process.kill(servicePid(site.dataDir), 'SIGKILL')
    await expect.poll(() => alive(beginning), { timeout: 60_000 }).toBe(false)
    await opens('/admin/login')
    const second = panelPid()
    await site.stop()
    await expect.poll(() => alive(second)).toBe(false)
  })

  it('ends when nobody comes, and starts with the next visit', async () => {
    site = await startSite({ dataDir: site.dataDir, port: site.port, env: { PANEL_IDLE_MINUTES: '0.02' } })
    await expect.poll(panelPid, { timeout: 90_000 }).toBeNaN()
    await opens('/admin/login')
    await site.stop()
    await again()
  })
})

describe('strangers at the panel', () => {
  const ask = (path: string, init: RequestInit = {}): Promise<number> => fetch(site.url + path, { redirect: 'manual', ...init }).then((answer) => answer.status)
  const upgraded = (protocol: string): Promise<string> =>
    new Promise((done, fail) => {
      const socket = connect(site.port, '127.0.0.1', () =>
        socket.write(`GET / HTTP/1.1\r\nHost: localhost:${site.port}\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`),
      )
      socket.setTimeout(10_000, () => fail(new Error(`${protocol}: no answer`)))
      socket.once('error', fail)
      socket.once('data', (bytes) => {
        socket.destroy()
        done(bytes.toString('latin1').split('\r\n', 1)[0]!)
      })
    })

  it('are answered like anybody, whatever protocol they would rather speak, after the panel was opened too', async () => {
    expect(await ask('/admin/login')).toBe(200)
    for (const protocol of ['websocket', 'h2c']) expect(await upgraded(protocol)).toBe('HTTP/1.1 200 OK')
  })

  it('cause no failure, and write nothing into the log', async () => {
    const form = { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }
    expect(await ask('/admin/login', form)).toBe(400)
    expect(await ask('/_next/data/x', form)).toBe(405)
    expect(await ask(`/_next/image?w=64&q=75&url=${encodeURIComponent('/x\n{"level":"error"}\n')}`)).toBe(404)
    expect(await ask('/admin', { method: 'POST', headers: { 'next-action': 'dau-rieng-cua-ke-la' }, body: '[]' })).toBe(400)
    expect(await badPath('/admin/%ff')).toContain(' 400 ')
    expect(site.output()).not.toMatch(/internal image|dau-rieng-cua-ke-la|Failed to parse/)
  })
  /** As it is written: a browser's own address would mend it. */
  const badPath = (path: string): Promise<string> =>
    new Promise((done, fail) => {
      const socket = connect(site.port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`))
      socket.once('error', fail)
      socket.once('data', (bytes) => done(bytes.toString('latin1').split('\r\n', 1)[0]!))
    })
})

describe('what can be wrong before it starts, in one sentence and with a non-zero exit', () => {
  it('a taken port', async () => {
    const blocker = createServer()
    const port = await new Promise<number>((done) => blocker.listen(0, () => done((blocker.address() as { port: number }).port)))
    const { code, said } = refusedStart({ PORT: String(port), DATA_DIR: mkdtempSync(join(tmpdir(), 'ct-')) })
    blocker.close()
    expect([code, said]).toEqual([1, expect.stringMatching(/^Không chạy được: cổng \d+ đang có chương trình khác dùng\. .*$/)])
  })

  it('a data folder that cannot be written', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ct-')), 'tep')
    writeFileSync(file, '')
    const { code, said } = refusedStart({ PORT: '39987', DATA_DIR: file })
    expect([code, said]).toEqual([1, expect.stringMatching(/^Không chạy được: không ghi được vào thư mục dữ liệu .*$/)])
  })

  it('a data folder another start is using', () => {
    const { code, said } = refusedStart({ PORT: '39988', DATA_DIR: site.dataDir })
    expect([code, said]).toEqual([1, expect.stringMatching(/^Không chạy được: thư mục dữ liệu .* đang được tiến trình \d+ dùng\..*$/)])
  })

  it('a port that is none', () => {
    const { code, said } = refusedStart({ PORT: 'ba nghìn' })
    expect([code, said]).toEqual([1, expect.stringMatching(/^Không chạy được: PORT phải là số/)])
  })

  it('a Node.js too old', () => {
    const run = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } }); await import('${process.cwd()}/scripts/start.mjs')`,
      ],
      { encoding: 'utf8' },
    )
    expect([run.status, run.stderr.trim()]).toEqual([1, 'Không chạy được: cần Node.js 20.9 trở lên, máy đang có 18.20.0. Hãy cài bản mới từ nodejs.org.'])
  })

  it('a database that does not answer', () => {
    const { code, said } = refusedStart({ PORT: '39989', DATA_DIR: mkdtempSync(join(tmpdir(), 'ct-')), DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' })
    expect(code).toBe(1)
    expect(said).toMatch(/^Không chạy được: không nối được tới cơ sở dữ liệu/)
  })
})
