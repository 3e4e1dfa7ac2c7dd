/** The stories that tests of everything for machines read about: one of each kind they tell apart. */
import sharp from 'sharp'
import { AN_HOUR, at } from './gate.ts'
import type { Place } from './school.ts'
import { approve, publishStory, submit } from './stories.ts'

type Published = { id: number; slug: string }
export type ForMachines = Record<'tin' | 'thongBao' | 'sapToi' | 'daQua' | 'doiTen', Published> & { formerSlugs: string[] }
const DAY = 24 * AN_HOUR

export const editionOf = async (school: Place, slug: string): Promise<number> =>
  (await school.sql.query(`select id from ban_dang where slug = $1 order by id desc limit 1`, [slug])).rows[0].id as number

/** A new edition under another title and address; answers the address. */
export async function rename(school: Place, id: number, tieuDe: string, slug: string): Promise<string> {
  await (await school.as('vanphong')).patch(`/api/tin-bai/${id}`, { tieuDe, slug })
  const banTrinh = (await submit(school, 'vanphong', id)).body.banTrinh.id as number
  const live = await approve(school, 'phohieutruong', id, banTrinh)
  if (live.body.trangThai !== 'daDang') throw new Error(`rename: expected daDang, received ${live.text}`)
  return live.body.banDang.slug as string
}

async function pictureId(school: Place): Promise<number> {
  const bytes = await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#88aa66' } })
    .jpeg()
    .toBuffer()
  const file = { name: 'anh.jpg', type: 'image/jpeg', bytes }
  const made = await (await school.as('giaovien')).upload('/api/tu-lieu', file, { altText: 'Một thửa ruộng xanh', chuThich: 'Ruộng sau trường' })
  if (made.status !== 201) throw new Error(`pictureId: expected 201, received ${made.text}`)
  return made.body.doc.id as number
}

export async function publishForMachines(school: Place): Promise<ForMachines> {
  const tin = await publishStory(school, { tieuDe: 'Tin có ảnh & dấu < lạ', anhBia: await pictureId(school), butDanh: 'Cô Hạnh' })
  const thongBao = await publishStory(school, { tieuDe: 'Thông báo nghỉ học', loai: 'thongBao' })
  const suKien = { batDau: at(5 * DAY), ketThuc: at(5 * DAY + 2 * AN_HOUR), diaDiem: 'Sân bóng' }
  const sapToi = await publishStory(school, { tieuDe: 'Hội thao sắp tới', loai: 'thongBao', suKien })
  const daQua = await publishStory(school, { tieuDe: 'Khai giảng đã qua', suKien: { batDau: at(-40 * DAY), diaDiem: 'Sân trường' } })
  const { id, slug } = await publishStory(school, { tieuDe: 'Tên thứ nhất' })
  const second = await rename(school, id, 'Tên thứ hai', 'ten-thu-hai')
  const doiTen = { id, slug: await rename(school, id, 'Tên thứ ba', 'ten-thu-ba') }
  return { tin, thongBao, sapToi, daQua, doiTen, formerSlugs: [slug, second] }
}
