/** One ZIP of what was chosen, made as it is sent: never in memory whole, and asked once more of each page whether everybody still agrees. */
import { join, basename } from 'node:path'
import { makeZip } from 'client-zip'
import type { Where } from 'payload'
import { archivePage, type Archived } from '../../facts/archive.ts'
import { readUnits } from '../../facts/members.ts'
import { opener, type OpenedFile } from '../../media/opened.ts'
import { csvLine, nameInPack } from '../../policy/archive/filter.ts'
import { ENDINGS } from '../../policy/gate/fileKind.ts'
import { day } from '../../theme/draw/dates.ts'
import type { Visit } from '../room.ts'

const PAGE = 40
const HEAD = ['Tệp', 'Mô tả', 'Chú thích', 'Tác giả', 'Quyền sử dụng', 'Đơn vị', 'Ngày nhận', 'Tên gốc', 'Ghi chú']

type Entry = { name: string; input: AsyncIterable<Uint8Array> | string; lastModified: Date; size?: number }

/** Closed when it was sent, or when its reader went away. */
async function* piecesOf(file: OpenedFile): AsyncGenerator<Uint8Array> {
  try {
    yield* file.pieces(0, file.size - 1)
  } finally {
    await file.close()
  }
}

const lineOf = (name: string, one: Archived, note: string): string =>
  csvLine([name, one.moTa, one.chuThich, one.tacGia, one.giayPhep, one.donVi, day(one.luc), one.tenGoc, note])

async function* entries(visit: Visit, where: Where): AsyncGenerator<Entry> {
  const folder = visit.options.payload.collections['tu-lieu']!.config.upload.staticDir as string
  const open = opener()
  const units = await readUnits(await visit.own())
  let lines = `\uFEFF${csvLine(HEAD)}`
  let n = 0
  let before: number | null = null
  for (;;) {
    const page: Archived[] = await archivePage(await visit.own(), where, before, PAGE, units)
    for (const one of page) {
      before = one.id
      if (one.thieu.length > 0) {
        // Nobody is named: the table leaves the house.
        lines += lineOf('', { ...one, moTa: '', chuThich: '', tenGoc: '' }, 'Không có trong gói: chưa đủ phiếu đồng ý còn hiệu lực.')
        continue
      }
      const file = await open(join(folder, basename(one.tep)), one.sha256)
      if (file === null) {
        lines += lineOf('', one, 'Không có trong gói: tệp trên máy chủ không còn đúng như khi tải lên.')
        continue
      }
      n += 1
      const name = nameInPack(n, one.chuThich || one.moTa || one.tenGoc.replace(/\.[^.]*$/, ''), ENDINGS[one.kieu] ?? 'bin')
      lines += lineOf(name, one, '')
      yield { name, input: piecesOf(file), lastModified: new Date(one.luc), size: file.size }
    }
    if (page.length < PAGE) break
  }
  yield { name: 'chu-thich.csv', input: lines, lastModified: new Date(Date.parse('2026-01-01T00:00:00Z')) }
}

export const packOf = (visit: Visit, where: Where): ReadableStream<Uint8Array> => makeZip(entries(visit, where) as AsyncIterable<never>)
