/** Static pages and official documents for tests, written by the office and taken through the gate. */
import { toLexical } from '../../src/demo/lexical.ts'
import { plainPdf } from '../../src/demo/pdf.ts'
import type { Answer } from './client.ts'
import type { Place } from './school.ts'
import { approve, submit } from './stories.ts'

export async function paper(school: Place, name: string): Promise<number> {
  const file = { name: `${name}.pdf`, type: 'application/pdf', bytes: plainPdf(name, [name]) }
  return (await (await school.as('vanphong')).upload('/api/tu-lieu', file, { altText: `Bản PDF ${name}`, chuThich: name })).body.doc.id as number
}

/** A working copy of the office's. */
export async function create(school: Place, slug: string, data: object): Promise<number> {
  const made = await (await school.as('vanphong')).post(`/api/${slug}`, data)
  if (made.status !== 201) throw new Error(`create ${slug}: expected 201, received ${made.status} ${made.text}`)
  return made.body.doc.id as number
}

export async function publish(school: Place, slug: string, data: object): Promise<{ id: number; slug: string }> {
  const id = await create(school, slug, data)
  const submitted = await submit(school, 'vanphong', id, slug)
  if (submitted.status !== 200) throw new Error(`publish: expected 200, received ${submitted.text}`)
  const live = await approve(school, 'hieutruong', id, submitted.body.banTrinh.id as number, slug)
  if (live.body.trangThai !== 'daDang') throw new Error(`publish: expected daDang, received ${live.text}`)
  return { id, slug: live.body.banDang.slug as string }
}

export const page = (tieuDe: string, more: object = {}): object => ({ tieuDe, muc: 'gioiThieu', noiDung: toLexical([`Nội dung của ${tieuDe}.`]), ...more })

export const documentOf = (tep: number, soKyHieu: string, trichYeu: string, more: object = {}): object => ({
  soKyHieu,
  trichYeu,
  loai: 'keHoach',
  coQuanBanHanh: 'Trường THPT Hoa Ban',
  ngayBanHanh: '2026-09-03',
  hieuLuc: 'conHieuLuc',
  tep,
  ...more,
})

/** The words a reader sees. */
export const shown = (answer: Answer): string => answer.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
