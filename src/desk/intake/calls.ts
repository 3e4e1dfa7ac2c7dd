/** `/lam-viec/dot`: what the classes are asked for besides stories; `/lam-viec/dot/:id`: what came, and on to the archive or the results. */
import { dongDot, giaHanDot, moDot } from '../../actions/intake/dotGui.ts'
import { soanKetQua } from '../../actions/intake/ketQua.ts'
import { now } from '../../database/clock.ts'
import { parseId } from '../../actions/case.ts'
import { allCalls, callOf, entriesOf, liveResult, type DotGui, type GuiDot } from '../../facts/intake/calls.ts'
import { refuse } from '../../messages/refusal.ts'
import { takesEntries } from '../../policy/intake/calls.ts'
import { issue } from '../../policy/issues.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { day, moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Sent } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { picturesOf, type Picture } from '../writing/choices.ts'
import { onlyReceivers } from './classes.ts'
import { prize, prizeField, resultsOf } from './results.ts'

const AT = '/lam-viec/dot'
const KINDS = { xinAnh: 'Xin ảnh, phim của một việc', cuocThi: 'Cuộc thi' } as const

const row = ({ id, loai, ten, den, hetLuc, so }: DotGui): Html =>
  html`<li><a href="${AT}/${id}">${ten}</a> <span class="nho">${KINDS[loai]} · ${hetLuc === null ? `đến hết ngày ${day(`${den}T00:00:00Z`)}` : 'đã đóng'} · đã nhận ${so}</span></li>`

export const calls: Room = {
  path: AT,
  draw: async (visit, sent) => {
    onlyReceivers(visit)
    const all = await allCalls(await visit.own())
    const mine = sentTo(sent, 'moi', sent.form?.text('viec') === 'mo')
    const chosen = mine.form?.text('loai') ?? 'xinAnh'
    return {
      title: 'Xin ảnh, cuộc thi',
      main: html`<p>Lớp thấy đợt đang mở ở trang gửi bài, dùng mã đã có.</p>
        <details class="them"${(mine.form !== null || all.length === 0) && html` open`}><summary>Mở một đợt mới</summary>
          ${formPart(
            mine,
            AT,
            html`<input type="hidden" name="viec" value="mo" /><fieldset><legend>Loại</legend>${(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((loai) => html`<label class="chon-mot"><input type="radio" name="loai" value="${loai}"${loai === chosen && html` checked`} />${KINDS[loai]}</label>`)}</fieldset>
              ${field({ name: 'ten', label: 'Tên', hint: 'Ví dụ “Ảnh lễ khai giảng”, “Thi ảnh mùa hoa ban”.', max: 150, required: true }, mine)}${field({ name: 'theLe', label: 'Thể lệ, lời nhắn', hint: 'Cuộc thi cần có thể lệ.', rows: 5, max: 8000 }, mine)}${field({ name: 'den', label: 'Nhận đến hết ngày', type: 'date', required: true }, mine)}`,
            'Mở đợt',
          )}
        </details>
        ${all.length === 0 ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Chưa mở đợt nào.</p></div>` : html`<ul class="viec">${all.map(row)}</ul>`}
        <p><a href="/lam-viec/lop">Lớp và chuyện tốt</a></p>`,
    }
  },
  act: async (visit, form) => {
    onlyReceivers(visit)
    const { id } = await moDot(await visit.own(), { loai: form.text('loai'), ten: form.text('ten'), theLe: form.text('theLe'), den: form.text('den') })
    return { to: `${AT}/${id}?da=luu` }
  },
}

async function callIn(visit: Visit): Promise<DotGui> {
  onlyReceivers(visit)
  const call = await callOf(await visit.own(), parseId(visit.request.params.id))
  if (!call) throw refuse(issue('NOT_FOUND'))
  return call
}

const AGREED: Record<string, string> = { roi: 'lớp nói đã hỏi và được đồng ý', chua: 'lớp nói chưa hỏi', khongRo: 'lớp nói chưa rõ' }

function entry(one: GuiDot, known: ReadonlyMap<number, Picture>, more: Part): Html {
  const pictures = one.tuLieu.flatMap((id) => known.get(id) ?? [])
  return html`<li class="anh">
    <div><p><strong>${one.ten || one.lop}</strong> <span class="mo">${[one.ten && one.lop, one.nguoiGui, moment(one.luc), AGREED[one.dongY]].filter(Boolean).join(' · ')}</span></p>
      ${one.loi !== '' && html`<p class="y-tra-loi">${one.loi}</p>`}
      <p>${pictures.map(({ id, anh, ten }) => html`<a href="/lam-viec/kho/${id}">${anh === null ? ten : html`<img src="${anh}" alt="${`Xem ${ten}`}" loading="lazy" />`}</a> `)}</p>${more}</div>
  </li>`
}

const laterDay = (one: DotGui, sent: Sent): Html => {
  const mine = sentTo(sent, 'gia-han', sent.form?.text('viec') === 'gia-han')
  return html`<details class="them"${mine.form !== null && html` open`}><summary>Đổi ngày cuối</summary>${formPart(mine, `${AT}/${one.id}`, html`<input type="hidden" name="viec" value="gia-han" />${field({ name: 'den', label: 'Nhận đến hết ngày', type: 'date', value: one.den, required: true }, mine)}`, 'Lưu ngày mới')}</details>`
}

const judging = ({ id }: DotGui, judged: boolean, list: Html): Html =>
  judged
    ? html`<form method="post" action="${AT}/${id}"><input type="hidden" name="viec" value="giai" />${list}
        <p class="hang" id="o-giai" tabindex="-1"><button class="nut" type="submit">Ghi giải, soạn bài kết quả</button></p></form>`
    : list

export const call: Room = {
  path: `${AT}/:id`,
  draw: async (visit, sent) => {
    const one = await callIn(visit)
    const open = takesEntries(one, dayOf(Date.parse(await now(await visit.own()))))
    const judged = one.loai === 'cuocThi' && !open && one.bai === null
    const entries = await entriesOf(await visit.own(), one.id)
    const ids = entries.flatMap(({ tuLieu }) => tuLieu)
    const known = new Map((await picturesOf(visit, ids)).map((picture) => [picture.id, picture]))
    return {
      title: one.ten,
      main: html`<p>${KINDS[one.loai]}, ${open ? `nhận đến hết ngày ${day(`${one.den}T00:00:00Z`)}` : 'đã đóng'}. Đã nhận ${entries.length}.</p>
        <p class="nen"><a href="/lam-viec/kho?chu=${encodeURIComponent(one.ten)}">Xem và tải ở kho tư liệu</a></p>
        ${resultsOf(one, await liveResult(await visit.own(), one.bai))}
        ${one.theLe !== '' && html`<details class="them"><summary>Thể lệ, lời nhắn</summary>${one.theLe.split('\n').map((line) => line.trim() !== '' && html`<p>${line}</p>`)}</details>`}
        ${entries.length === 0 ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Chưa lớp nào gửi.</p></div>` : judging(one, judged, html`<ul class="cac-anh">${entries.map((each) => entry(each, known, judged ? prizeField(each, sent) : prize(each)))}</ul>`)}
        ${one.loai === 'cuocThi' && open && html`<p class="mo">Đóng đợt rồi ghi giải bên từng bài; phần mềm soạn bài công bố kết quả để trình.</p>`}
        ${one.hetLuc === null && one.bai === null && laterDay(one, sent)}${one.hetLuc === null && html`<form method="post" action="${AT}/${one.id}"><p class="hang"><button class="nut phu" type="submit">Đóng đợt này</button></p></form>`}
        <p><a href="${AT}">Mọi đợt</a></p>`,
    }
  },
  act: async (visit, form) => {
    const one = await callIn(visit)
    if (form.text('viec') === 'gia-han') {
      await giaHanDot(await visit.own(), one.id, form.text('den'))
      return { to: `${AT}/${one.id}?da=luu` }
    }
    if (form.text('viec') === 'giai') {
      const { bai } = await soanKetQua(await visit.own(), one.id, (so) => form.text(`giai.${so}`))
      return { to: `/lam-viec/viet/${bai}?da=luu` }
    }
    await dongDot(await visit.own(), one.id)
    return { to: `${AT}/${one.id}?da=luu` }
  },
}
