/** What waits for this person, longest waiting first; the opening while it goes on. */
import type { Where } from 'payload'
import { STATES } from '../../messages/vi.ts'
import { queuesFor } from '../../policy/gate/queues.ts'
import { holds } from '../../policy/people/roles.ts'
import { isOpened, waitingGoi, waitingIn } from '../../record/goiTrinh.ts'
import { gateOf } from '../../runtime.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import type { Room, Visit } from '../room.ts'

const MOST = 20
type Row = { id: number; tieuDe: string; boSuuTap: string; taiLieu: number; trangThai: string; banTrinh?: number | null; updatedAt: string }

/** `goi`: bundles that are shown as such. */
async function rowsOf({ actor, own }: Visit, goi: readonly number[]): Promise<{ rows: Row[]; total: number }> {
  const or = queuesFor(actor).map((queue) => queue.where as Where)
  if (or.length === 0) return { rows: [], total: 0 }
  const req = await own()
  const bundled = await waitingIn(req, goi)
  const and: Where[] = [{ or }, ...(bundled.length > 0 ? [{ or: [{ banTrinh: { exists: false } }, { banTrinh: { not_in: bundled } }] }] : [])]
  // overrideAccess: bundles are shown to approvers alone, who read every file (src/access/record.ts); what is left out of them is
  // a longer list than a person may ask by.
  const overrideAccess = bundled.length > 0
  const found = await req.payload.find({ collection: 'ho-so', where: { and }, sort: 'updatedAt', limit: MOST, depth: 0, overrideAccess, req })
  return { rows: found.docs as unknown as Row[], total: found.totalDocs }
}

const row = (visit: Visit, one: Row): Html => {
  const reads = one.trangThai.startsWith('cho') && one.banTrinh
  const href = reads ? `/admin/collections/ban-trinh/${one.banTrinh}` : `/admin/collections/${one.boSuuTap}/${one.taiLieu}`
  return html`<li>
    <a href="${href}">${one.tieuDe || 'Chưa có tên'}</a>
    <span class="nho">${gateOf(visit.options.payload, one.boSuuTap).labels.one.vi} · ${STATES[one.trangThai as keyof typeof STATES]} · từ ${day(one.updatedAt)}</span>
  </li>`
}

export const home: Room = {
  path: '/lam-viec',
  draw: async (visit) => {
    const opens = holds(visit.actor, 'nguoiPhatNgon', 'bienTapVien', 'nguoiDuyet', 'quanTriKyThuat') && !(await isOpened(await visit.own()))
    const bundles = holds(visit.actor, 'nguoiPhatNgon', 'nguoiDuyet') ? await waitingGoi(await visit.own()) : []
    const { rows, total } = await rowsOf(
      visit,
      bundles.map((goi) => goi.id),
    )
    return {
      title: 'Đến lượt bạn',
      main: html`${opens && html`<p class="da-lam">Trang chưa khai trương. <a href="/lam-viec/khai-truong">Mở các bước khai trương</a></p>`}
        ${
          bundles.length > 0 &&
          html`<h2>Gói chờ quyết định</h2>
            <ul class="viec">
              ${bundles.map((goi) => html`<li><a href="/lam-viec/goi/${goi.id}">${goi.ten}</a> <span class="nho">${goi.tenNguoi} · ${goi.cho} nội dung · từ ${day(goi.luc)}</span></li>`)}
            </ul>`
        }
        ${
          rows.length > 0
            ? html`<h2>Từng nội dung</h2>
                <ul class="viec">
                  ${rows.map((one) => row(visit, one))}
                </ul>
                ${total > rows.length && html`<p class="mo">Còn ${total - rows.length} nội dung nữa; làm xong các mục trên thì chúng hiện ra.</p>`}`
            : bundles.length === 0 && html`<div class="trong-khong">${hoaBan('hoa')}<p>Không có gì chờ bạn. Muốn viết tin bài, hãy mở trang quản trị.</p></div>`
        }`,
    }
  },
}
