/** Puts the demo's static pages and documents through the gate, each with a file of its own. */
import { day } from '../theme/draw/dates.ts'
import type { Hands } from './hands.ts'
import { toLexical } from './lexical.ts'
import { DOCUMENTS, PAGES } from './pages.ts'
import { plainPdf } from './pdf.ts'

async function paper(hands: Hands, name: string, title: string, lines: readonly string[]): Promise<number> {
  const data = plainPdf(title, [title, ...lines, 'Van ban minh hoa, khong co gia tri phap ly'])
  const texts = { altText: `Bản PDF: ${title}`, chuThich: title, giayPhep: 'Văn bản minh hoạ của dự án' }
  return hands.ensure('vanphong', 'tu-lieu', 'altText', texts, { data, mimetype: 'application/pdf', name: `${name}.pdf`, size: data.length })
}

/** `live`: takes what was written to its readers. */
export async function seedPages(hands: Hands, topics: ReadonlyMap<string, number>, live: (slug: string, id: number) => Promise<void>): Promise<void> {
  for (const { doan, tep, ...page } of PAGES) {
    const tepDinhKem = tep ? [await paper(hands, page.slug, tep.chuThich, tep.dong)] : []
    await live('trang', await hands.ensure('vanphong', 'trang', 'tieuDe', { ...page, noiDung: toLexical(doan), tepDinhKem }))
  }
  for (const { chuDe, ...document } of DOCUMENTS) {
    const { soKyHieu, trichYeu, coQuanBanHanh, ngayBanHanh, nguoiKy } = document
    const tep = await paper(hands, 'van-ban', `${soKyHieu} ${trichYeu}`, [`${coQuanBanHanh}, ngay ${day(ngayBanHanh)}`, `Nguoi ky: ${nguoiKy}`])
    const data = { ...document, tep, chuDe: chuDe.map((ten) => topics.get(ten)) }
    await live('van-ban', await hands.ensure('vanphong', 'van-ban', 'soKyHieu', data))
  }
}
