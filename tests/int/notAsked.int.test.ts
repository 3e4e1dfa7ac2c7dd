/** What a class sent without asking those shown: each picture says who is in it, or that nobody can be told; the same bytes again ask the same. */
import { expect, it } from 'vitest'
import { desksAt, fieldsOf } from '../support/deskClient.ts'
import { regulation } from '../support/gate.ts'
import { openSchool } from '../support/school.ts'
import { receiptOf, sendersAt } from '../support/senders.ts'
import { codes, createStory, submit } from '../support/stories.ts'

const school = openSchool()
const at = desksAt(school)
const { namHoc, send, photo, visitor } = sendersAt(school)

const codeOfClass = async (): Promise<string> => {
  await (await at('doantn')).post('/lam-viec/lop', { viec: 'lap', namHoc, moi: '1' })
  return (await school.sql.query('select ma from ma_gui_bai where het_luc is null limit 1')).rows[0].ma as string
}

it('waits for who is in each picture', async () => {
  const bytes = await photo()
  const receipt = receiptOf(await send(await codeOfClass(), { dongY: 'chua' }, [{ name: 'cả lớp.jpg', bytes }]))
  const [row] = (await school.sql.query('select b.tin_bai, s.anh_bia_id as anh, t.sha256 from bai_gui b join tin_bai s on s.id = b.tin_bai join tu_lieu t on t.id = s.anh_bia_id where b.so = $1', [receipt])).rows // prettier-ignore
  const story = Number(row.tin_bai)
  const refused = await submit(school, 'doantn', story)
  expect(codes(refused)).toContain('CLASS_NOT_ASKED')
  expect(refused.text).toContain('cả lớp.jpg')

  // The same picture, uploaded by a teacher who found it in the class's group.
  const again = await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'b.jpg', type: 'image/jpeg', bytes }, { altText: 'Cả lớp' })
  const other = await createStory(school, 'giaovien', { anhBia: again.body.doc.id })
  expect([again.body.doc.sha256 === row.sha256, codes(await submit(school, 'giaovien', other)).includes('CLASS_NOT_ASKED')]).toEqual([true, true])

  // Said on the page where it is written.
  const doantn = await at('doantn')
  const page = (await doantn.open(`/lam-viec/viet/${story}`)).text
  expect(page).toContain('Không nhận ra được ai')
  const { action, fields } = fieldsOf(page)
  const body = new FormData()
  for (const [name, value] of [...fields, [`khongNhanRa.${row.anh}`, '1'], ['viec', 'luu']] as [string, string][]) body.append(name, value)
  expect((await doantn.send(action, { method: 'POST', body })).status).toBe(303)
  expect((await school.sql.query('select khong_nhan_ra as x from tu_lieu where id = $1', [row.anh])).rows).toEqual([{ x: true }])
  expect(codes(await submit(school, 'doantn', story))).not.toContain('CLASS_NOT_ASKED')
})

it('asks wherever the picture comes to stand, and whoever is named as its author', async () => {
  const bytes = await photo()
  const receipt = receiptOf(await send(await codeOfClass(), { dongY: 'chua' }, [{ name: 'sân.jpg', bytes }]))
  const [row] = (await school.sql.query('select b.tin_bai, s.anh_bia_id as anh from bai_gui b join tin_bai s on s.id = b.tin_bai where b.so = $1', [receipt]))
    .rows
  expect((await (await school.as('doantn')).patch(`/api/tin-bai/${row.tin_bai}`, { anhBia: null, tuLieu: [] })).status).toBe(200)
  expect((await (await school.as('vanphong')).patch(`/api/tu-lieu/${row.anh}`, { altText: 'Sân trường' })).status).toBe(200)
  const other = await createStory(school, 'vanphong', { anhBia: row.anh })
  expect(codes(await submit(school, 'vanphong', other))).toContain('CLASS_NOT_ASKED')
  await school.owner.query('update tu_lieu set tac_gia_id = (select id from nguoi_dung limit 1) where id = $1', [row.anh])
  expect(codes(await submit(school, 'vanphong', other))).toContain('CLASS_NOT_ASKED')
})

it('tags the people of a story in its pictures, and keeps whom the page did not offer', async () => {
  const consent = async (hoTen: string): Promise<number> =>
    (await (await school.as('giaovien')).post('/api/dong-y', { hoTen, namSinh: 1990, kenh: ['website'] })).body.doc.id as number
  const [inStory, elsewhere] = [await consent('Lò Thị Mẫu'), await consent('Quàng Văn Mẫu')]
  const upload = await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'a.jpg', type: 'image/jpeg', bytes: await photo() }, { altText: 'Sân', nguoiXuatHien: [elsewhere] }) // prettier-ignore
  const picture = Number(upload.body.doc.id)
  const story = await createStory(school, 'giaovien', { anhBia: picture, nhanVat: [inStory] })
  const desk = await at('giaovien')
  const { action, fields } = fieldsOf((await desk.open(`/lam-viec/viet/${story}`)).text)
  const body = new FormData()
  for (const [name, value] of [...fields, [`nguoi.${picture}`, String(inStory)], [`nguoi.${picture}`, '999999'], ['viec', 'luu']] as [string, string][]) body.append(name, value) // prettier-ignore
  expect((await desk.send(action, { method: 'POST', body })).status).toBe(303)
  const { rows } = await school.sql.query(`select dong_y_id as id from tu_lieu_rels where parent_id = $1 and path = 'nguoiXuatHien' order by 1`, [picture])
  expect(rows.map(({ id }) => Number(id))).toEqual([inStory, elsewhere])
})

it('takes films no larger than the regulation says, wherever they come in', async () => {
  await regulation(school, { phimToiDa: 1 })
  const ma = await codeOfClass()
  const begun = await visitor().raw(`/gui-bai/${ma}/phan?ten=dai.mp4&loai=video%2Fmp4&co=1500000`, { method: 'POST' })
  expect([begun.status, ((await begun.json()) as { loi: string }).loi]).toEqual([413, expect.stringContaining('1 MB')])
  expect((await visitor().open(`/gui-bai/${ma}`)).text).toContain('mỗi phim không quá 1 MB')
  const film = Buffer.concat([Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex'), Buffer.alloc(1_500_000)])
  const sent = await send(ma, {}, [{ name: 'dai.mp4', type: 'video/mp4', bytes: film }])
  expect([sent.location, sent.text]).toEqual([null, expect.stringContaining('dai.mp4')])
  const uploaded = await (await school.as('giaovien')).upload('/api/tu-lieu', { name: 'dai.mp4', type: 'video/mp4', bytes: film }, { altText: 'Phim' })
  expect([codes(uploaded), uploaded.text]).toEqual([['FILM_TOO_BIG'], expect.stringContaining('1 MB')])
  await regulation(school, { phimToiDa: 40 })
})
