/** One ZIP of what was chosen, made as it is sent: never in memory whole, and asked once more of each page whether everybody still agrees. */
import { join, basename } from 'node:path'
import { makeZip } from 'client-zip'
import type { Where } from 'payload'
import { archivePage, lackingNow, type Archived } from '../../facts/archive.ts'
import { readUnits } from '../../facts/members.ts'
import { opener, type OpenedFile } from '../../media/opened.ts'
import { csvLine, nameInPack } from '../../policy/archive/filter.ts'
import { ENDINGS } from '../../policy/gate/fileKind.ts'
import { day } from '../../theme/draw/dates.ts'
import type { Visit } from '../room.ts'

const PAGE = 40
const HEAD = ['Tệp', 'Mô tả', 'Chú thích', 'Tác giả', 'Quyền sử dụng', 'Đơn vị', 'Ngày nhận', 'Ghi chú']

type Entry = { name: string; input: AsyncIterable<Uint8Array> | string; lastModified: Date; size?: number }

/** What is open now: at most one file, and it is closed when it was sent, when it breaks, and when whoever reads it goes away. */
class Opened {
  #now: OpenedFile | null = null
  #ended = false
  async *pieces(file: OpenedFile): AsyncGenerator<Uint8Array> {
    try {
      yield* file.pieces(0, file.size - 1)
    } finally {
      await this.close()
    }
  }
  async take(file: OpenedFile): Promise<void> {
    await this.close()
    // Opened while whoever reads went away.
    if (this.#ended) await file.close()
    else this.#now = file
  }
  async end(): Promise<void> {
    this.#ended = true
    await this.close()
  }
  async close(): Promise<void> {
    const was = this.#now
    this.#now = null
    await was?.close()
  }
}

const lineOf = (name: string, one: Archived, note: string): string =>
  csvLine([name, one.moTa, one.chuThich, one.tacGia, one.giayPhep, one.donVi, day(one.luc), note])

async function* entries(visit: Visit, where: Where, opened: Opened): AsyncGenerator<Entry> {
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
      // A page is sent for minutes: whoever withdrew meanwhile is not in it.
      if (one.thieu.length > 0 || (await lackingNow(visit.own, one.id, units))?.length !== 0) {
        // Nobody is named: the table leaves the house.
        lines += lineOf('', { ...one, moTa: '', chuThich: '', tacGia: '', giayPhep: '' }, 'Không có trong gói: chưa đủ phiếu đồng ý còn hiệu lực.')
        continue
      }
      const file = await open(join(folder, basename(one.tep)), one.sha256)
      if (file === null) {
        lines += lineOf('', one, 'Không có trong gói: tệp trên máy chủ không còn đúng như khi tải lên.')
        continue
      }
      n += 1
      const name = nameInPack(n, one.chuThich || one.moTa || 'tu-lieu', ENDINGS[one.kieu] ?? 'bin')
      lines += lineOf(name, one, '')
      await opened.take(file)
      yield { name, input: opened.pieces(file), lastModified: new Date(one.luc), size: file.size }
    }
    if (page.length < PAGE) break
  }
  yield { name: 'chu-thich.csv', input: lines, lastModified: new Date(Date.parse('2026-01-01T00:00:00Z')) }
}

export function packOf(visit: Visit, where: Where): ReadableStream<Uint8Array> {
  const opened = new Opened()
  const reader = makeZip(entries(visit, where, opened) as AsyncIterable<never>).getReader()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await reader.read().catch(async (error: unknown) => {
        await opened.end()
        throw error
      })
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async (why) => {
      await reader.cancel(why).catch(() => undefined)
      await opened.end()
    },
  })
}
