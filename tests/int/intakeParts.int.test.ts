/** A class's film in parts: gone on with where a line broke, no more than was said, what is not whole is no file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { desksAt } from '../support/deskClient.ts'
import { openSchool } from '../support/school.ts'
import { receiptOf, sendersAt } from '../support/senders.ts'

const school = openSchool()
const at = desksAt(school)
const { namHoc, visitor, send } = sendersAt(school)

it('takes a film in parts, goes on where a line broke, and takes no more than was said', async () => {
  await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
  const { ma } = (await school.sql.query(`select ma from ma_gui_bai where het_luc is null limit 1`)).rows[0] as { ma: string }
  const film = readFileSync(join(import.meta.dirname, '../fixtures/phim/phim.mov'))
  const ask = async (path: string, init: RequestInit = {}): Promise<{ status: number; giu?: string; toi?: number; loi?: string }> => {
    const answer = await visitor().raw(`/gui-bai/${ma}/phan${path}`, init)
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  const part = (giu: string, tu: number, bytes: Uint8Array): ReturnType<typeof ask> =>
    ask(`/noi?tu=${tu}`, { method: 'POST', headers: { 'x-giu': giu, 'content-type': 'application/octet-stream' }, body: new Uint8Array(bytes) })
  const { giu } = await ask(`?ten=phim.mov&loai=video%2Fquicktime&co=${film.length}`, { method: 'POST' })
  expect(await part(giu!, 0, film.subarray(0, 5000))).toEqual({ status: 200, toi: 5000 })
  expect(await ask(`?giu=${giu}`)).toEqual({ status: 200, toi: 5000 })
  // Sent again, or from where it never came to, it is told where to go on, and nothing is added.
  for (const tu of [0, 6000]) expect(await part(giu!, tu, film.subarray(0, 100))).toEqual({ status: 409, toi: 5000 })
  // Not whole yet, it is no file of a form.
  expect((await send(ma, { giu: [giu!] })).text).toContain('không còn')
  const rest = await part(giu!, 5000, film.subarray(5000))
  expect(rest).toEqual({ status: 200, toi: film.length })
  expect((await part(giu!, film.length, Buffer.from('thêm'))).status).not.toBe(200)
  const receipt = receiptOf(await send(ma, { giu: [giu!] }))
  expect(receipt).toMatch(/^[0-9A-Z]{10}$/)
  const [row] = (await school.sql.query(`select t.mime_type, t.giay::float as giay, s.anh_bia_id from bai_gui b join tin_bai s on s.id = b.tin_bai join tin_bai_rels r on r.parent_id = s.id and r.path = 'tuLieu' join tu_lieu t on t.id = r.tu_lieu_id where b.so = $1`, [receipt])).rows // prettier-ignore
  expect(row).toEqual({ mime_type: 'video/mp4', giay: 2, anh_bia_id: null })
  for (const [odd, status] of [['?ten=x&loai=y&co=0', 422], ['?ten=x&loai=image/png&co=16000000', 413], ['?ten=x.mov&loai=video/quicktime&co=41000000', 413], ['?ten=x.mov&loai=video/quicktime&co=1073741824', 413]] as const) expect((await ask(odd, { method: 'POST' })).status).toBe(status) // prettier-ignore
  expect((await ask('?giu=x.y')).status).toBe(422)
})
