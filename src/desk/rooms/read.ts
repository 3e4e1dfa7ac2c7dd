/** Read and decide: the submission as readers will get it, all that speaks for or against it, and the verdict in reach. */
import { moment } from '../../theme/draw/dates.ts'
import { html, type Part } from '../../theme/draw/html.ts'
import { commentsPart } from '../reading/comments.ts'
import { changes } from '../reading/changes.ts'
import { consents, earlier, facts, files, findings, told } from '../reading/beside.ts'
import { decide, verdictPart } from '../reading/decide.ts'
import { readingOf, type Reading } from '../reading/facts.ts'
import { groupText } from '../../messages/notices.ts'
import { STATES } from '../../messages/vi.ts'
import { markRead } from '../../notices/store.ts'
import type { Room, Visit } from '../room.ts'
import { placeOf, toDecide } from '../waiting.ts'

const GROUNDS = [
  ['', 'Theo máy của bạn'],
  ['sang', 'Nền sáng'],
  ['toi', 'Nền tối'],
] as const

/** The page itself, in a frame that runs nothing; on both grounds, for what hides on one shows on the other. */
function text(r: Reading, mau: string): Part {
  const src = `/api/ban-trinh/${r.banTrinh.id}/xem${mau === '' ? '' : `?mau=${mau}`}`
  return html`<p class="nen">
      ${GROUNDS.map(([code, name]) => html`<a href="/lam-viec/doc/${r.banTrinh.id}${code !== '' && `?mau=${code}`}"${code === mau && html` aria-current="true"`}>${name}</a>`)}<a
        href="${src}"
        target="_blank"
        rel="noopener"
        >Mở riêng</a
      >
    </p>
    <iframe class="khung-xem lon" src="${src}" title="${r.banTrinh.tieuDe}" sandbox="allow-same-origin"></iframe>`
}

function standing({ options, banTrinh, isLatest }: Reading): Part {
  if (!isLatest && options.banTrinh)
    return html`<p class="da-lam">Đã có bản trình mới hơn. <a href="/lam-viec/doc/${options.banTrinh.id}">Đọc bản mới nhất</a></p>`
  const state = STATES[options.trangThai]
  const more =
    options.trangThai === 'henGio' && options.henGioLuc !== null
      ? ` lúc ${moment(options.henGioLuc)}`
      : options.buocCho === null
        ? ''
        : `, bước “${options.buocCho}”`
  return html`<p class="mo">${state}${more}.${banTrinh.mucNhayCam === 'cao' && html` <strong>Nội dung nhạy cảm.</strong>`}${banTrinh.motLanhDao && ' Người phát ngôn tự viết và tự duyệt vì chưa có ai khác; điều này ghi rõ trong sổ.'}</p>`
}

/** What is live is told in the school's own group as well: ready to be copied, with the address readers open. */
async function forTheGroup(visit: Visit, { options, banTrinh }: Reading): Promise<Part> {
  if (options.trang === null) return null
  const { tomTat } = JSON.parse(banTrinh.noiDung) as { tomTat?: unknown }
  const link = new URL(options.trang, visit.options.siteUrl).href
  const words = groupText((await visit.options.settings())?.tenTruong ?? '', banTrinh.tieuDe, typeof tomTat === 'string' ? tomTat : '', link)
  return html`<details class="them">
    <summary>Chữ gửi nhóm Zalo</summary>
    <label for="o-gui-nhom">Chép và dán vào nhóm</label>
    <textarea id="o-gui-nhom" rows="5" readonly data-chep>\n${words}</textarea>
  </details>`
}

/** What to do next: the one that waits longest, what readers see, the working copy. */
async function next(visit: Visit, { options, banTrinh, gate }: Reading): Promise<Part> {
  const waiting = (await toDecide(visit)).rows.find((row) => row.banTrinh !== null && row.banTrinh !== banTrinh.id && row.trangThai.startsWith('cho'))
  return html`<p class="hang">
    ${waiting && html`<a class="nut phu" href="${placeOf(waiting)}">Bài tiếp theo: ${waiting.tieuDe}</a>`}${options.trang !== null && html`<a class="nut phu" href="${options.trang}">Xem trên trang</a>`}<a
      class="nut phu"
      href="/admin/collections/${gate.slug}/${banTrinh.taiLieu}"
      >Mở bản đang viết</a
    ><a class="nut phu" href="/lam-viec/ho-so/${gate.slug}/${banTrinh.taiLieu}">Lịch sử</a>
  </p>`
}

export const read: Room = {
  path: '/lam-viec/doc/:id',
  draw: async (visit, sent) => {
    const r = await readingOf(visit)
    await markRead(await visit.own(), visit.actor.id, `/lam-viec/doc/${r.banTrinh.id}`)
    const mau = visit.query.get('mau') ?? ''
    return {
      title: r.banTrinh.tieuDe,
      wide: true,
      main: html`${standing(r)}
        <div class="doc">
          <div class="bai-doc">${changes(r.compared)}${text(r, mau === 'sang' || mau === 'toi' ? mau : '')}${files(r)}</div>
          <div class="ben">${facts(r)}${told(r)}${findings(r)}${consents(r)}${earlier(r)}${await commentsPart(visit, r, sent)}${verdictPart(r, sent)}${await forTheGroup(visit, r)}${await next(visit, r)}</div>
        </div>`,
    }
  },
  act: decide,
}
