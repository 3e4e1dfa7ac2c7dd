/** A session older than ten minutes, in the panel: who lends authority is asked for the password and goes on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { PASSWORD } from '../support/site.ts'
import { fits, PHONE, walkSite } from '../support/walk.ts'

const { signIn, open, problems, dataDir } = walkSite()

it('the form asks for the password, refuses a wrong one, and takes the save that was refused', async () => {
  const principal = await signIn('hieutruong', PHONE)
  const page = await open(principal, '/admin/globals/quy-che')
  await page.waitForSelector('#field-tenDonVi:enabled')
  const database = new pg.Client({ connectionString: readFileSync(join(dataDir(), 'database.url'), 'utf8').trim() })
  await database.connect()
  await database.query(`update nguoi_dung_sessions set created_at = now() - interval '1 hour'`)
  await database.end()

  await page.fill('#field-tenDonVi', 'Trường THPT thử xác nhận')
  const refused = page.waitForResponse((r) => r.url().includes('/api/globals/quy-che') && r.request().method() === 'POST')
  await page.click('#action-save')
  expect((await refused).status()).toBe(403)
  await page.waitForSelector('text=xác nhận mật khẩu')

  await page.waitForSelector('.ct-proof input[type=password]')
  expect(await page.inputValue('#field-tenDonVi'), 'what was typed is still there').toBe('Trường THPT thử xác nhận')
  await page.fill('.ct-proof input[type=password]', 'khong-phai-mat-khau')
  await page.press('.ct-proof input[type=password]', 'Enter')
  await page.waitForSelector('.ct-proof .ct-refusals')
  expect(await fits(page)).toBe(true)
  await page.screenshot({ path: 'build/screenshots/xac-nhan-mat-khau-360.png' })
  await page.fill('.ct-proof input[type=password]', PASSWORD)
  await page.click('.ct-proof button')
  await page.waitForSelector('.ct-proof', { state: 'detached' })

  const saved = page.waitForResponse((r) => r.url().includes('/api/globals/quy-che') && r.request().method() === 'POST')
  await page.click('#action-save')
  expect((await saved).status()).toBe(200)
  expect(problems).toEqual([])
  await principal.close()
})
