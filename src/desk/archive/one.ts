/** `/lam-viec/kho/:id`: one picture, film or file at its full size, what is known of it, and where it stands. */
import { parseId } from '../../actions/case.ts'
import { archivePage, storiesWith, type Archived } from '../../facts/archive.ts'
import { readUnits } from '../../facts/members.ts'
import { refuse } from '../../messages/refusal.ts'
import { STATES } from '../../messages/vi.ts'
import { issue } from '../../policy/issues.ts'
import { field, formPart } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import { fileSize } from '../../theme/draw/attachments.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { say } from '../refusal.ts'
import type { Room, Visit } from '../room.ts'

const at = (id: number): string => `/lam-viec/kho/${id}`
/** Its working file, which the service hands to whoever may read its row. */
const fileOf = ({ tep }: Archived): string => `/api/tu-lieu/file/${encodeURIComponent(tep)}`

async function oneIn(visit: Visit): Promise<Archived> {
  const id = parseId(visit.request.params.id)
  const units = await readUnits(await visit.own())
  const [one] = id === null ? [] : await archivePage(await visit.own(), { id: { equals: id } }, null, 1, units)
  if (!one) throw refuse(issue('NOT_FOUND'))
  return one
}

function shown(one: Archived): Html {
  const words = one.moTa || one.chuThich || one.tenGoc
  if (one.loai === 'anh') return html`<p><img class="ca-anh" src="${fileOf(one)}" alt="${words}" /></p>`
  if (one.loai === 'phim') return html`<p><video class="ca-anh" src="${fileOf(one)}" controls preload="metadata" playsinline aria-label="${words}"></video></p>`
  if (one.loai === 'am') return html`<p><audio src="${fileOf(one)}" controls preload="none" aria-label="${words}"></audio></p>`
  return html`<p><a href="${fileOf(one)}" download="${one.tenGoc}">Tải tệp ${one.tenGoc}</a></p>`
}

const row = (what: string, value: string): Part => value !== '' && html`<div><dt>${what}</dt><dd>${value}</dd></div>`

const about = (one: Archived, sent: Sent): Html =>
  formPart(
    sent,
    at(one.id),
    html`${field({ name: 'altText', label: 'Mô tả cho người không nhìn, không nghe được', value: one.moTa, max: 300 }, sent)}${field({ name: 'chuThich', label: 'Chú thích', value: one.chuThich, max: 500 }, sent)}${field({ name: 'tacGiaAnh', label: 'Người chụp, người quay', value: one.tacGia, max: 100 }, sent)}`,
    'Lưu',
  )

export const archived: Room = {
  path: '/lam-viec/kho/:id',
  draw: async (visit, sent) => {
    const one = await oneIn(visit)
    const stories = await storiesWith(await visit.own(), one.id)
    return {
      title: one.moTa || one.tenGoc || 'Tư liệu',
      main: html`${shown(one)}
        ${one.thieu.length > 0 && html`<p class="loi">Chưa đưa đi nơi khác được: ${[...new Set(say(one.thieu).map(({ message }) => message))].join(' ')}</p>`}
        <dl class="su-that">${row('Đơn vị', one.donVi)}${row('Ngày', day(one.luc))}${row('Tên tệp', one.tenGoc)}${row('Dung lượng', fileSize(one.bytes))}${row('Quyền sử dụng', one.giayPhep)}</dl>
        ${one.loai === 'anh' && html`<p><a href="/lam-viec/che/${one.id}">Che mặt, biển số</a></p>`}
        ${stories.length > 0 && html`<h2>Đang dùng trong</h2><ul class="viec">${stories.map(({ id, tieuDe, trangThai }) => html`<li><a href="/lam-viec/ho-so/tin-bai/${id}">${tieuDe || 'Chưa có tên'}</a> <span class="nho">${STATES[trangThai]}</span></li>`)}</ul>`}
        <details class="them"${sent.form !== null && html` open`}><summary>Sửa mô tả, chú thích</summary>${about(one, sent)}</details>
        <p><a href="/lam-viec/kho">Kho tư liệu</a></p>`,
    }
  },
  act: async (visit, form) => {
    const one = await oneIn(visit)
    const req = await visit.own()
    const data = Object.fromEntries(['altText', 'chuThich', 'tacGiaAnh'].map((name) => [name, form.text(name) || null]))
    await req.payload.update({ collection: 'tu-lieu', id: one.id, data: data as never, depth: 0, overrideAccess: false, req })
    return { to: `${at(one.id)}?da=luu` }
  },
}
