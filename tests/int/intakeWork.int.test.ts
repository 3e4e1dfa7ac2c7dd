/** A code under which more forms come than a class writes: each is worked for, and nobody's words are lost. */
import { beforeAll, describe, expect, it } from 'vitest'
import { WORK_BITS, isWorked } from '../../src/policy/intake/work.ts'
import { desksAt } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'
import { receiptOf, sendersAt, workFor } from '../support/senders.ts'

const school = openSchool()
const { namHoc, visitor, luc, send } = sendersAt(school)
let codes: string[] = []

beforeAll(async () => {
  await (await desksAt(school)('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
  codes = (await school.sql.query('select ma from ma_gui_bai where het_luc is null order by id')).rows.map((row: { ma: string }) => row.ma)
})

describe('a busy code', () => {
  it('takes what a class writes without work, then only what was worked for, and other codes as before', async () => {
    const [ma, other] = codes as [string, string]
    // Mistakes are no flood.
    for (let n = 0; n < 14; n += 1) expect((await send(ma, { cong: '', viec: '' })).status, String(n)).toBe(422)
    for (let n = 0; n < 12; n += 1) expect(receiptOf(await send(ma, { cong: '' })), String(n)).toMatch(/^[0-9A-Z]{10}$/)
    const idle = await send(ma, { cong: '', viec: 'Một câu chuyện rất dài về bạn Sử' })
    expect([idle.status, idle.text.includes('Một câu chuyện rất dài về bạn Sử'), idle.text.includes(`data-cong="${WORK_BITS}"`)]).toEqual([429, true, true])
    expect((await visitor().open(`/gui-bai/${ma}`)).text).toContain('data-cong')
    // Another form's work is none, and one mark is taken once.
    const [mine, another] = [luc(ma), luc(ma)]
    expect((await send(ma, { luc: mine, cong: workFor(another) })).status).toBe(429)
    const receipt = receiptOf(await send(ma, { luc: mine, cong: workFor(mine) }))
    expect(receipt).toMatch(/^[0-9A-Z]{10}$/)
    expect(receiptOf(await send(ma, { luc: mine, cong: workFor(mine) }))).toBe(receipt)
    expect((await visitor().open(`/gui-bai/${other}`)).text).not.toContain('data-cong')
    expect(receiptOf(await send(other, { cong: '' }))).toMatch(/^[0-9A-Z]{10}$/)
  })

  it('that went round is full for the day; replaced, its class has the day again', async () => {
    const ma = codes[2]!
    await school.owner.query(
      `insert into bai_gui (so, ma, don_vi, tin_bai, ai, ngay_viec, nguoi_xac_nhan, dong_y)
       select lpad(i::text, 10, '0'), m.id, m.don_vi, -i, 'x', '2026-11-01', 'y', 'roi' from ma_gui_bai m, generate_series(1, 20) i where m.ma = $1`,
      [ma],
    )
    expect((await send(ma)).status).toBe(429)
    const lop = String((await school.sql.query('select don_vi from ma_gui_bai where ma = $1', [ma])).rows[0].don_vi)
    await (await desksAt(school)('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, lop, thay: '1' })
    const [fresh] = (await school.sql.query('select ma from ma_gui_bai where don_vi = $1 and het_luc is null', [lop])).rows as { ma: string }[]
    expect([fresh!.ma === ma, receiptOf(await send(fresh!.ma))]).toEqual([false, expect.stringMatching(/^[0-9A-Z]{10}$/)])
  })

  it('asks for work that is one form’s own', () => {
    for (const odd of ['', '-1', '1e9', ' 1', '9'.repeat(13)]) expect(isWorked('x', odd)).toBe(false)
    const number = workFor('a')
    expect([isWorked('a', number), isWorked('b', number)]).toEqual([true, false])
  })
})
