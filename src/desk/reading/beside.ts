/** What stands beside the text: who wrote it, who agreed, what a machine noticed, its files and links, what was decided before. */
import { CODES } from '../../messages/record.ts'
import { LUU_Y } from '../../messages/findings.ts'
import type { BaiGui } from '../../facts/intake/items.ts'
import type { Media } from '../../theme/content/edition.ts'
import { ENDINGS } from '../../policy/gate/fileKind.ts'
import { kindName } from '../../theme/draw/attachments.ts'
import { day, moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { fieldName } from './changes.ts'
import type { Reading } from './facts.ts'

const unitOf = ({ content }: Reading): string => (content.donVi as { ten?: string } | undefined)?.ten ?? ''

export function facts(r: Reading): Html {
  const { banTrinh, gate, contributors } = r
  const kind = CODES.loai?.[banTrinh.loai]?.vi ?? gate.labels.one.vi
  const rows: [string, string][] = [
    ['Người trình', banTrinh.tenNguoiTrinh],
    ['Đơn vị', unitOf(r)],
    ['Được tính cho', r.credit],
    ['Thể loại', kind],
    ['Trình lúc', moment(banTrinh.createdAt)],
    ['Lần trình', String(banTrinh.lan)],
    ['Cùng viết', contributors.join('; ')],
    ['Mã bản trình', banTrinh.vanTay.slice(0, 8)],
  ]
  return html`<dl class="su-that">
    ${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`
}

const AGREED: Record<BaiGui['dongY'], string> = { roi: 'đã hỏi và được đồng ý', chua: 'chưa hỏi', khongRo: 'chưa rõ' }

/** What the class said when it sent the story, and who confirmed it. */
export const told = ({ fromClass }: Reading): Part =>
  fromClass &&
  html`<h2>Lớp kể</h2>
    <p>${fromClass.item.tenDonVi} gửi ${moment(fromClass.item.luc)}; lớp nói việc xin đồng ý: ${AGREED[fromClass.item.dongY]}.</p>
    <p>${fromClass.item.xacNhan === null ? html`Chưa có xác nhận của ${fromClass.item.nguoiXacNhan}.` : fromClass.item.xacNhan.khong === null ? html`${fromClass.item.xacNhan.ten} xác nhận lúc ${moment(fromClass.item.xacNhan.luc)}.${fromClass.doi && html` <strong>Chữ đã đổi sau khi xác nhận.</strong>`}` : html`<strong>${fromClass.item.xacNhan.ten} báo chưa đúng:</strong> ${fromClass.item.xacNhan.khong}`}</p>
    ${fromClass.item.noiTruoc !== '' && html`<p class="y-tra-loi"><strong>Trước đó đã báo chưa đúng:</strong> ${fromClass.item.noiTruoc}</p>`}${fromClass.questions.map(({ hoi, traLoi }) => html`<p class="mo">Hỏi: ${hoi} Lớp: ${traLoi ?? 'chưa trả lời'}</p>`)}`

export const consents = ({ consents: list }: Reading): Part =>
  list.length > 0 &&
  html`<h2>Người đã đồng ý</h2>
    <ul>
      ${list.map((one) => html`<li>${one.hoTen}${one.namSinh !== null && `, sinh năm ${one.namSinh}`}${one.han !== null && html` <span class="mo">(đến ${day(one.han)})</span>`}</li>`)}
    </ul>`

export const findings = ({ findings: list }: Reading): Part =>
  list.length > 0 &&
  html`<h2>Nên xem lại</h2>
    <p class="mo">Máy gợi ý, có thể nhầm; người đọc quyết định.</p>
    <ul class="luu-y">
      ${list.map((one) => html`<li>${LUU_Y[one.loai](one.chu, one.dung)} <span class="mo">${fieldName(one.field)}</span></li>`)}
    </ul>`

const NAMED: Record<Media['loai'], string> = { anh: 'Ảnh', phim: 'Phim', am: 'Âm thanh', tep: 'Tệp đính kèm' }

/** Opened by themselves: the frame of the text opens nothing. */
export function files({ banTrinh, held: { media, links } }: Reading): Part {
  const at = (m: Media): string => `/api/ban-trinh/${banTrinh.id}/tep/${m.sha256}/${m.loai}.${ENDINGS[m.kieu] ?? 'bin'}`
  const size = (m: Media): string => (m.dungLuong ? `, ${Math.max(1, Math.round(m.dungLuong / 1000)).toLocaleString('vi-VN')} kB` : '')
  const one = (m: Media): Html =>
    html`<li><a href="${at(m)}" target="_blank" rel="noopener">${m.altText || m.chuThich || NAMED[m.loai]}</a> <span class="mo">${m.loai === 'anh' ? 'ảnh cỡ lớn' : m.loai === 'tep' ? `tệp ${kindName(m)}` : kindName(m)}${size(m)}</span></li>`
  return html`${media.length > 0 && html`<h2>Tệp và ảnh kèm theo</h2><ul class="kem">${media.map(one)}</ul>`}${
    links.length > 0 &&
    html`<h2>Liên kết trong bài</h2>
      <ul class="kem">
        ${links.map(({ href, words }) => html`<li><a href="${href}" target="_blank" rel="noopener noreferrer">${words || href}</a> <span class="mo dich">${href}</span></li>`)}
      </ul>`
  }`
}

export function earlier({ rounds }: Reading): Part {
  const decided = rounds.filter((round) => round.phieu.length > 0)
  return (
    decided.length > 0 &&
    html`<h2>Ý kiến đã có</h2>
      <ul class="y-kien">
        ${decided.map((round) =>
          round.phieu.map(
            (p) =>
              html`<li><strong>${CODES.quyetDinh?.[p.quyetDinh]?.vi ?? p.quyetDinh}</strong>, lần ${round.lan}: ${[p.chucVu, p.hoTen].filter(Boolean).join(' ')}${p.tuCach === 'uyQuyen' && ' (theo uỷ quyền)'}, ${moment(p.luc)}${p.lyDo !== '' && html`<blockquote>${p.lyDo}</blockquote>`}</li>`,
          ),
        )}
      </ul>`
  )
}
