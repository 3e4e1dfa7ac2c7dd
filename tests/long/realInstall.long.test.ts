/**
 * A school without demo data, as its technician installs it: two roles, two secrets, a mail server. The first accounts at the
 * console, an approver by invitation, the spokesperson succeeded, the key rotated, lost and replaced; at the end the record is sound.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embeddedPostgres, type Embedded } from '../../src/database/embedded/server.ts'
import { acceptInvitation, client, type Client } from '../support/client.ts'
import { mailCatcher, type MailCatcher } from '../support/mailCatcher.ts'
import { startSite, type Site } from '../support/site.ts'

const PASSWORD = 'mot cau dai de nho 12'
const [PRINCIPAL, TECHNICIAN, VICE] = ['hieutruong@truong.example', 'kythuat@truong.example', 'phohieutruong@truong.example']
let [database, mail, site, owner, folder]: [Embedded, MailCatcher, Site, pg.Client, string] = [] as never
let env: Record<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cong-truong-'))
  database = await embeddedPostgres(mkdtempSync(join(tmpdir(), 'cong-truong-')))
  mail = await mailCatcher()
  const port = 39_471
  env = {
    DATABASE_URL: database.runtimeUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PAYLOAD_SECRET: 'mot-bi-mat-chi-de-thu',
    SITE_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: mail.url,
    DATA_DIR: folder,
    NODE_ENV: 'production',
  }
  owner = new pg.Client({ connectionString: database.ownerUrl })
  site = await startSite({ dataDir: folder, port, env })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await site.stop()
  await mail.close()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** `npm run <name> -- <args>` as it is typed at the console, with these answers. */
const atConsole = (name: string, args: readonly string[], ...answers: string[]): Promise<{ code: number; said: string }> =>
  new Promise((done) => {
    const child = execFile('npm', ['run', '-s', name, '--', ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env } }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    )
    child.stdin!.end(answers.map((answer) => `${answer}\n`).join(''))
  })
/** The gate's clock and the log's own: only the owner of the database can. */
const moveClock = async (hours: number): Promise<void> => {
  const { rows } = await owner.query(`select pg_get_functiondef(oid) as was from pg_proc where prosrc like '%new.luc := to_char(new.created_at%'`)
  for (const { was } of rows)
    await owner.query(String(was).replace(/clock_timestamp\(\)(?: \+ interval '\d+ hours')?/g, `clock_timestamp() + interval '${hours} hours'`))
  await owner.query(
    `create or replace function ct_nay() returns timestamptz language sql volatile set search_path = pg_catalog, pg_temp as $$ select clock_timestamp() + interval '${hours} hours' $$`,
  )
}
async function signIn(email: string): Promise<Client> {
  const answer = await client(site.url, null).post('/api/nguoi-dung/login', { email, password: PASSWORD })
  expect([email, answer.status, answer.text]).toEqual([email, 200, expect.any(String)])
  return client(site.url, answer.body.token as string)
}
const auditIsSound = async (): Promise<void> => {
  const out = join(folder, `so-${Math.random()}.jsonl`)
  expect(await atConsole('audit:export', ['--out', out])).toMatchObject({ code: 0 })
  expect(await atConsole('audit:verify', [out])).toEqual({ code: 0, said: expect.stringContaining('nguyên vẹn') })
}

describe('a new school', () => {
  it('has no account, and readers a page that says so kindly', async () => {
    expect((await fetch(site.url)).status).toBe(200)
    expect((await owner.query('select count(*)::int as n from nguoi_dung')).rows[0].n).toBe(0)
  })

  it('gets its first two accounts and a regulation at the console, and no second time', async () => {
    const answers = ['Lò Văn Thử', PRINCIPAL, PASSWORD, 'Cà Thị Thử', TECHNICIAN, PASSWORD]
    expect(await atConsole('admin:create', [], ...answers)).toMatchObject({ code: 0 })
    expect((await atConsole('admin:create', [])).said).toContain('bỏ qua')
    await signIn(PRINCIPAL)
    await signIn(TECHNICIAN)
    await auditIsSound()
  })

  it('gets an approver: invited by mail, who sets his own password, and is granted by the principal', async () => {
    const made = await (
      await signIn(TECHNICIAN)
    ).post('/api/nguoi-dung', { hoTen: 'Quàng Văn Thử', email: VICE, chucVu: 'Phó hiệu trưởng', vaiTro: ['congTacVien'], kichHoat: true })
    expect([made.status, made.text]).toEqual([201, expect.any(String)])
    const { text } = await mail.next(VICE, /đặt mật khẩu/)
    const token = /\/lam-viec\/nhan-loi#(\S+)/.exec(text)![1]!
    expect((await acceptInvitation(client(site.url, null), token, PASSWORD)).status).toBe(200)
    const granted = await (await signIn(PRINCIPAL)).patch(`/api/nguoi-dung/${made.body.doc.id}`, { vaiTro: ['nguoiDuyet'] })
    expect([granted.status, granted.text]).toEqual([200, expect.any(String)])
    await auditIsSound()
  })
})

describe('a spokesperson who is gone', () => {
  it('is succeeded a day after the console announced it to everybody, and not before', async () => {
    expect((await atConsole('authority:succeed', ['khong-co@truong.example'], 'kế nhiệm')).code).toBe(1)
    expect((await atConsole('authority:succeed', [TECHNICIAN], 'kế nhiệm')).code).toBe(1)
    expect((await atConsole('authority:succeed', [VICE], 'không')).code).toBe(1)
    const announced = await atConsole('authority:succeed', [VICE], 'kế nhiệm')
    expect(announced).toEqual({ code: 0, said: expect.stringContaining('Đã ghi sổ') })
    for (const to of [PRINCIPAL, VICE, TECHNICIAN]) await mail.next(to, /kế nhiệm/)
    expect(await atConsole('authority:succeed', [VICE], 'nhận')).toEqual({ code: 1, said: expect.stringContaining('Chưa tới giờ') })
    expect(await atConsole('authority:succeed', ['--huy'])).toMatchObject({ code: 0 })
    expect(await atConsole('authority:succeed', [VICE], 'kế nhiệm')).toMatchObject({ code: 0 })
    await moveClock(25)
    expect(await atConsole('authority:succeed', [VICE], 'nhận')).toEqual({ code: 0, said: expect.stringContaining('từ nay là người phát ngôn') })
    // Who speaks for the school now takes the role from who did.
    const heir = await signIn(VICE)
    const principal = (await owner.query(`select id from nguoi_dung where email = $1`, [PRINCIPAL])).rows[0].id as number
    const taken = await heir.patch(`/api/nguoi-dung/${principal}`, { vaiTro: ['congTacVien'] })
    expect([taken.status, taken.text]).toEqual([200, expect.any(String)])
    await auditIsSound()
  })
})

describe('the school’s key', () => {
  it('rotated at the console: what was signed stays, the record is sound', async () => {
    expect(await atConsole('keys:rotate', [], 'không')).toMatchObject({ code: 1 })
    expect(await atConsole('keys:rotate', [], 'đổi khoá')).toMatchObject({ code: 0 })
    await signIn(VICE)
    await auditIsSound()
  })

  it('put back from a backup, as it was', async () => {
    const [key, away] = [join(folder, 'khoa-ky.pem'), join(folder, 'sao-luu.pem')]
    renameSync(key, away)
    await expect.poll(async () => (await client(site.url, null).post('/api/nguoi-dung/login', { email: VICE, password: PASSWORD })).status).toBe(503)
    expect(await atConsole('keys:restore', ['--khoa', away])).toMatchObject({ code: 0 })
    expect(readFileSync(key, 'utf8')).toBe(readFileSync(away, 'utf8'))
    await expect.poll(async () => (await client(site.url, null).post('/api/nguoi-dung/login', { email: VICE, password: PASSWORD })).status).toBe(200)
  })

  it('lost for good: announced, replaced a day later, and the log says so', async () => {
    rmSync(join(folder, 'khoa-ky.pem'))
    rmSync(join(folder, 'sao-luu.pem'))
    expect(await atConsole('keys:restore', ['--mat-khoa'], 'mất khoá')).toEqual({ code: 0, said: expect.stringContaining('Đã ghi nhận') })
    for (const to of [VICE, TECHNICIAN]) await mail.next(to, /khoá ký đã mất/)
    expect(await atConsole('keys:restore', ['--mat-khoa'], 'mất khoá')).toEqual({ code: 1, said: expect.stringContaining('Chưa tới giờ') })
    await moveClock(50)
    expect(await atConsole('keys:restore', ['--mat-khoa'], 'mất khoá')).toMatchObject({ code: 0 })
    await expect.poll(async () => (await client(site.url, null).post('/api/nguoi-dung/login', { email: VICE, password: PASSWORD })).status).toBe(200)
    await auditIsSound()
  })
})
