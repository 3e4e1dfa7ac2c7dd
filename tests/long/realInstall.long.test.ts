/**
 * A school without demo data, as its technician installs it: two roles, two secrets, a mail server. The first accounts at the
 * console, an approver by invitation, the spokesperson succeeded, the key rotated, lost and replaced; at the end the record is sound.
 */
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, client, type Client } from '../support/client.ts'
import { install, type Installed } from '../support/install.ts'

const PASSWORD = 'mot cau dai de nho 12'
const [PRINCIPAL, TECHNICIAN, VICE] = ['hieutruong@truong.example', 'kythuat@truong.example', 'phohieutruong@truong.example']
let installed: Installed
let owner: pg.Client

beforeAll(async () => {
  installed = await install()
  owner = new pg.Client({ connectionString: installed.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await installed.remove()
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
  const answer = await client(installed.site.url, null).post('/api/nguoi-dung/login', { email, password: PASSWORD })
  expect([email, answer.status, answer.text]).toEqual([email, 200, expect.any(String)])
  return client(installed.site.url, answer.body.token as string)
}
const auditIsSound = async (): Promise<void> => {
  const out = join(installed.folder, `so-${Math.random()}.jsonl`)
  expect(await installed.atConsole('audit:export', ['--out', out])).toMatchObject({ code: 0 })
  expect(await installed.atConsole('audit:verify', [out])).toEqual({ code: 0, said: expect.stringContaining('nguyên vẹn') })
}

describe('a new school', () => {
  it('has no account, and readers a page that says so kindly', async () => {
    expect((await fetch(installed.site.url)).status).toBe(200)
    expect((await owner.query('select count(*)::int as n from nguoi_dung')).rows[0].n).toBe(0)
  })

  it('gets its first two accounts and a regulation at the console, and no second time', async () => {
    const answers = ['Lò Văn Thử', PRINCIPAL, PASSWORD, 'Cà Thị Thử', TECHNICIAN, PASSWORD]
    expect(await installed.atConsole('admin:create', [], ...answers)).toMatchObject({ code: 0 })
    expect((await installed.atConsole('admin:create', [])).said).toContain('bỏ qua')
    await signIn(PRINCIPAL)
    await signIn(TECHNICIAN)
    await auditIsSound()
  })

  it('gets an approver: invited by mail, who sets his own password, and is granted by the principal', async () => {
    const made = await (
      await signIn(TECHNICIAN)
    ).post('/api/nguoi-dung', { hoTen: 'Quàng Văn Thử', email: VICE, chucVu: 'Phó hiệu trưởng', vaiTro: ['congTacVien'], kichHoat: true })
    expect([made.status, made.text]).toEqual([201, expect.any(String)])
    const { text } = await installed.mail.next(VICE, /đặt mật khẩu/)
    const token = /\/lam-viec\/nhan-loi#(\S+)/.exec(text)![1]!
    expect((await acceptInvitation(client(installed.site.url, null), token, PASSWORD)).status).toBe(200)
    const granted = await (await signIn(PRINCIPAL)).patch(`/api/nguoi-dung/${made.body.doc.id}`, { vaiTro: ['nguoiDuyet'] })
    expect([granted.status, granted.text]).toEqual([200, expect.any(String)])
    await auditIsSound()
  })
})

describe('a spokesperson who is gone', () => {
  it('is succeeded a day after the console announced it to everybody, and not before', async () => {
    expect((await installed.atConsole('authority:succeed', ['khong-co@truong.example'], 'kế nhiệm')).code).toBe(1)
    expect((await installed.atConsole('authority:succeed', [TECHNICIAN], 'kế nhiệm')).code).toBe(1)
    expect((await installed.atConsole('authority:succeed', [VICE], 'không')).code).toBe(1)
    const announced = await installed.atConsole('authority:succeed', [VICE], 'kế nhiệm')
    expect(announced).toEqual({ code: 0, said: expect.stringContaining('Đã ghi sổ') })
    for (const to of [PRINCIPAL, VICE, TECHNICIAN]) await installed.mail.next(to, /kế nhiệm/)
    expect(await installed.atConsole('authority:succeed', [VICE], 'nhận')).toEqual({ code: 1, said: expect.stringContaining('Chưa tới giờ') })
    expect(await installed.atConsole('authority:succeed', ['--huy'])).toMatchObject({ code: 0 })
    expect(await installed.atConsole('authority:succeed', [VICE], 'kế nhiệm')).toMatchObject({ code: 0 })
    await moveClock(25)
    expect(await installed.atConsole('authority:succeed', [VICE], 'nhận')).toEqual({ code: 0, said: expect.stringContaining('từ nay là người phát ngôn') })
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
    expect(await installed.atConsole('keys:rotate', [], 'không')).toMatchObject({ code: 1 })
    expect(await installed.atConsole('keys:rotate', [], 'đổi khoá')).toMatchObject({ code: 0 })
    await signIn(VICE)
    await auditIsSound()
  })

  it('put back from a backup, as it was', async () => {
    const [key, away] = [join(installed.folder, 'khoa-ky.pem'), join(installed.folder, 'sao-luu.pem')]
    renameSync(key, away)
    await expect.poll(async () => (await client(installed.site.url, null).post('/api/nguoi-dung/login', { email: VICE, password: PASSWORD })).status).toBe(503)
    expect(await installed.atConsole('keys:restore', ['--khoa', away])).toMatchObject({ code: 0 })
    expect(readFileSync(key, 'utf8')).toBe(readFileSync(away, 'utf8'))
    await expect.poll(async () => (await client(installed.site.url, null).post('/api/nguoi-dung/login', { email: VICE, password: PASSWORD })).status).toBe(200)
  })

  it('lost for good: announced, replaced a day later, and the log says so', async () => {
    rmSync(join(installed.folder, 'khoa-ky.pem'))
    rmSync(join(installed.folder, 'sao-luu.pem'))
    expect(await installed.atConsole('keys:restore', ['--mat-khoa'], 'mất khoá')).toEqual({ code: 0, said: expect.stringContaining('Đã ghi nhận') })
    for (const to of [VICE, TECHNICIAN]) await installed.mail.next(to, /khoá ký đã mất/)
    expect(await installed.atConsole('keys:restore', ['--mat-khoa'], 'mất khoá')).toEqual({ code: 1, said: expect.stringContaining('Chưa tới giờ') })
    await moveClock(50)
    expect(await installed.atConsole('keys:restore', ['--mat-khoa'], 'mất khoá')).toMatchObject({ code: 0 })
    await expect.poll(async () => (await client(installed.site.url, null).post('/api/nguoi-dung/login', { email: VICE, password: PASSWORD })).status).toBe(200)
    await auditIsSound()
  })
})
