/** `/lam-viec/nhan/:id`: what a class sent – read, asked about, confirmed, merged, declined, or taken up and submitted. */
import { parseId } from '../../actions/case.ts'
import { gopBai, khongDung } from '../../actions/intake/gopBai.ts'
import { hoiLop } from '../../actions/intake/hoiLop.ts'
import { nhoXacNhan } from '../../actions/intake/xacNhanBai.ts'
import { itemOfStory, likelyDoubles, questionsOf, type BaiGui, type Hoi } from '../../facts/intake/items.ts'
import { refuse } from '../../messages/refusal.ts'
import { STATES } from '../../messages/vi.ts'
import { idsOf } from '../../policy/ids.ts'
import { issue } from '../../policy/issues.ts'
import { inFours } from '../../policy/text/inFours.ts'
import { writeStory } from '../../policy/text/plainStory/write.ts'
import { day, moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Sent } from '../../forms/form.ts'
import type { DeskPage, Room, Visit } from '../room.ts'
import { picturesOf, type Picture } from '../writing/choices.ts'
import { onlyReceivers } from './classes.ts'

const AGREED: Record<BaiGui['dongY'], string> = {
  roi: 'lớp nói đã hỏi và được đồng ý',
  chua: 'lớp nói chưa hỏi',
  khongRo: 'lớp nói chưa rõ',
}
const at = ({ tinBai }: BaiGui): string => `/lam-viec/nhan/${tinBai}`

async function itemIn(visit: Visit): Promise<BaiGui> {
  onlyReceivers(visit)
  const id = parseId(visit.request.params.id)
  const item = id === null ? null : await itemOfStory(await visit.own(), id)
  if (!item) throw refuse(issue('NOT_FOUND'))
  return item
}

type Story = { lines: string[]; pictures: Picture[] }
async function storyOf(visit: Visit, { tinBai }: BaiGui): Promise<Story> {
  const req = await visit.own()
  const doc = await req.payload.findByID({ collection: 'tin-bai', id: tinBai, depth: 0, overrideAccess: false, disableErrors: true, req })
  if (!doc) throw refuse(issue('NOT_FOUND'))
  const ids = [...idsOf(doc.anhBia ?? null), ...idsOf(doc.tuLieu ?? null)]
  return { lines: writeStory(doc.noiDung).text.split('\n').filter((line) => line.trim() !== ''), pictures: await picturesOf(visit, ids) } // prettier-ignore
}

const picture = ({ id, anh, ten, altText, loai }: Picture): Html =>
  html`<li class="anh">${anh !== null && html`<a href="/lam-viec/kho/${id}"><img src="${anh}" alt="${altText || `Ảnh ${ten}`}" /></a>`}<div><p><a href="/lam-viec/kho/${id}">${loai === 'Ảnh' ? 'Xem ảnh lớn' : `Mở ${loai.toLowerCase()}`}</a> <span class="mo">${ten}</span></p></div></li>`

const facts = (item: BaiGui): Html => html`<dl class="su-that">
  <div><dt>Lớp</dt><dd>${item.tenDonVi}</dd></div>
  <div><dt>Ai</dt><dd>${item.ai}</dd></div>
  <div><dt>Ngày</dt><dd>${day(`${item.ngayViec}T00:00:00Z`)}</dd></div>
  <div><dt>Người biết</dt><dd>${item.nguoiXacNhan}${item.xacNhan !== null ? (item.xacNhan.khong === null ? `; đã xác nhận lúc ${moment(item.xacNhan.luc)}, ghi tên ${item.xacNhan.ten}` : `; ${item.xacNhan.ten} báo chưa đúng lúc ${moment(item.xacNhan.luc)}: “${item.xacNhan.khong}”`) : item.xinXacNhan ? '; đã gửi liên kết nhờ xác nhận' : ''}${item.noiTruoc !== '' && `. Trước đó đã báo chưa đúng: ${item.noiTruoc}`}</dd></div>
  <div><dt>Đồng ý</dt><dd>${AGREED[item.dongY]}; trước khi trình vẫn cần phiếu đồng ý</dd></div>
  ${item.nguoiGui !== '' && html`<div><dt>Người gửi</dt><dd>${item.nguoiGui}</dd></div>`}
  <div><dt>Biên nhận</dt><dd>${inFours(item.so)}, ${moment(item.luc)}</dd></div>
</dl>`

const questions = (asked: readonly Hoi[]): Part =>
  asked.length > 0 &&
  html`<h2>Hỏi và trả lời</h2>
    ${asked.map(({ hoi, luc, traLoi, traLoiLuc }) => html`<div class="thieu-gi"><p><strong>Hỏi, ${moment(luc)}:</strong> ${hoi}</p><p class="y-tra-loi">${traLoi === null ? html`<em>Lớp chưa trả lời.</em>` : html`<strong>Lớp, ${moment(traLoiLuc!)}:</strong> ${traLoi}`}</p></div>`)}`

const act = (item: BaiGui, sent: Sent, viec: string, title: string, inside: Part, verb: string): Html => {
  const mine = sentTo(sent, viec, sent.form?.text('viec') === viec)
  return html`<details class="them viec-khac"${mine.form !== null && html` open`}><summary>${title}</summary>
    ${formPart(mine, at(item), html`<input type="hidden" name="viec" value="${viec}" />${inside}`, verb)}
  </details>`
}
const fieldOf = (sent: Sent, viec: string): Sent => sentTo(sent, viec, sent.form?.text('viec') === viec)

const doubles = (item: BaiGui, others: readonly BaiGui[], sent: Sent): Part =>
  others.length > 0 &&
  act(
    item,
    sent,
    'gop',
    `Kể cùng một việc với bài khác? (${others.length} bài gần giống)`,
    others.map(
      (one) =>
        html`<label class="chon-mot"><input type="radio" name="vao" value="${one.id}" />${one.ai}, ${one.tenDonVi}, ${moment(one.luc)}</label> <a href="${at(one)}">đọc</a><br />`,
    ),
    'Gộp vào bài ấy, giữ lời kể và ảnh của cả hai',
  )

const work = (
  item: BaiGui,
  asked: readonly Hoi[],
  others: readonly BaiGui[],
  sent: Sent,
): Html => html`<p class="hang"><a class="nut" href="/lam-viec/viet/${item.tinBai}">Soạn lại và trình</a></p>
  ${asked.every(({ traLoi }) => traLoi !== null) && act(item, sent, 'hoi', 'Hỏi lại lớp', field({ name: 'hoi', label: 'Câu hỏi', hint: 'Lớp đọc và trả lời ở trang biên nhận, không cần tài khoản.', rows: 3, max: 1000, required: true }, fieldOf(sent, 'hoi')), 'Gửi câu hỏi')}
  ${(item.xacNhan === null || item.xacNhan.khong !== null) && act(item, sent, 'xacNhan', 'Nhờ giáo viên chủ nhiệm xác nhận', html`<p>Trang làm một liên kết riêng cho bài này, dùng trong 14 ngày; chép nó gửi cho thầy cô. ${item.xinXacNhan && 'Liên kết đã làm trước sẽ thôi dùng.'}</p>`, 'Làm liên kết')}
  ${doubles(item, others, sent)}
  ${act(item, sent, 'khongDung', 'Không dùng bài này', field({ name: 'lyDo', label: 'Lý do', hint: 'Lớp đọc được câu này ở trang biên nhận.', rows: 2, max: 1000, required: true }, fieldOf(sent, 'khongDung')), 'Ghi: không dùng')}`

const linkPage = (visit: Visit, item: BaiGui, secret: string): DeskPage => ({
  title: 'Liên kết nhờ xác nhận',
  main: html`<p>Chép đoạn này gửi cho ${item.nguoiXacNhan}. Liên kết chỉ hiện lần này; mất thì làm liên kết khác.</p>
    <textarea readonly rows="5" aria-label="Lời nhờ xác nhận" data-chep>${`Nhờ thầy cô đọc và xác nhận chuyện ${item.tenDonVi} kể về ${item.ai}: ${new URL(`/gui-bai/xac-nhan/${secret}`, visit.options.siteUrl)}`}</textarea>
    <p><a href="${at(item)}">Về bài của lớp</a></p>`,
})

export const intakeItem: Room = {
  path: '/lam-viec/nhan/:id',
  draw: async (visit, sent) => {
    const item = await itemIn(visit)
    const { lines, pictures } = await storyOf(visit, item)
    const asked = await questionsOf(await visit.own(), item.id)
    const isOpen = item.standing.trangThai === 'choTiepNhan' && !item.standing.daTrinh && item.gopVao === null
    const others = isOpen ? await likelyDoubles(await visit.own(), item) : []
    return {
      title: item.tieuDe || item.ai,
      main: html`${!isOpen && html`<p class="da-lam">${item.gopVao !== null ? 'Đã gộp vào bài khác.' : `Trạng thái: ${STATES[item.standing.trangThai]}.`}${item.standing.dang !== null && html` <a href="${item.standing.dang}">Xem trên trang</a>`}</p>`}
        ${facts(item)}
        <h2>Lớp kể</h2>${lines.map((line) => html`<p>${line}</p>`)}
        ${pictures.length > 0 && html`<ul class="cac-anh">${pictures.map(picture)}</ul>`}
        ${questions(asked)}
        ${isOpen && work(item, asked, others, sent)}
        <p><a href="/lam-viec/lop">Lớp và chuyện tốt</a></p>`,
    }
  },
  act: async (visit, form) => {
    const item = await itemIn(visit)
    const req = await visit.own()
    switch (form.text('viec')) {
      case 'hoi':
        await hoiLop(req, item.id, form.text('hoi'))
        return { to: `${at(item)}?da=hoiLop` }
      case 'xacNhan':
        return linkPage(visit, item, (await nhoXacNhan(req, item.id)).secret)
      case 'gop':
        await gopBai(req, item.id, form.text('vao'))
        return { to: '/lam-viec/lop?da=gop' }
      case 'khongDung':
        await khongDung(req, item.id, { lyDo: form.text('lyDo') })
        return { to: '/lam-viec/lop?da=khongDung' }
      default:
        throw refuse(issue('INVALID_VALUE', 'viec'))
    }
  },
}
