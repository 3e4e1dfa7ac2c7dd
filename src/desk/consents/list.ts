/** `/lam-viec/dong-y`: who agreed to be shown; whose day has passed or comes; a new paper, with its photograph. */
import { consentList, type ConsentList, type Listed } from '../../facts/consentList.ts'
import { drawnPaper, keepPaper } from '../../facts/consentPaper.ts'
import { readsAllConsents } from '../../policy/people/consentReaders.ts'
import { isAuthor } from '../../policy/people/roles.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { field, formPart } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { agreementFields, agreementOf, channelBoxes, paperIn } from './fields.ts'

const AT = '/lam-viec/dong-y'

const stateOf = ({ thuHoiLuc, han }: Listed): string =>
  thuHoiLuc !== null ? `đã rút lại ngày ${day(thuHoiLuc)}` : han === null ? 'đến khi rút lại' : `đến hết ngày ${day(han)}`

const row = (one: Listed, more: Part = false): Html => html`<li>
  <a href="${AT}/${one.id}">${one.hoTen}${one.namSinh !== null && `, sinh năm ${one.namSinh}`}</a>
  <span class="nho">${[one.mucDich, stateOf(one)].filter(Boolean).join(' · ')}</span>${more}
</li>`

const group = (title: string, rows: readonly Html[]): Part => rows.length > 0 && html`<h2>${title}</h2><ul class="viec">${rows}</ul>`

const deadlines = ({ hetConDang, sapHet }: ConsentList): Part => [
  group(
    'Đã hết hạn mà vẫn còn trên trang',
    hetConDang.map((one) => row(one, html`<span class="the gap">còn ${one.uses.length} nội dung</span>`)),
  ),
  group(
    'Sắp hết hạn (trong 30 ngày)',
    sapHet.map((one) => row(one)),
  ),
]

const newPaper = (sent: Sent): Html =>
  html`<details class="them" id="phieu-moi"${sent.form !== null && html` open`}>
    <summary>Ghi một phiếu mới</summary>
    ${formPart(
      sent,
      AT,
      html`${field({ name: 'hoTen', label: 'Họ và tên', max: 100, required: true, autocomplete: 'off' }, sent)}${agreementFields(sent)}${field({ name: 'mucDich', label: 'Dùng vào việc gì', max: 300, hint: 'Như ghi trên phiếu, ví dụ “Kể chuyện người tốt việc tốt”.' }, sent)}${channelBoxes(sent)}${field({ name: 'han', label: 'Đến hết ngày', hint: 'Để trống nếu có hiệu lực đến khi rút lại.', type: 'date' }, sent)}${field({ name: 'giayTo', label: 'Ảnh chụp phiếu đã ký', type: 'file', accept: 'image/*' }, sent)}`,
      'Ghi phiếu',
      { files: true },
    )}
  </details>`

async function record(visit: Visit, form: Form): Promise<number> {
  if (form.text('hoTen') === '') throw refuse(issue('MISSING_FIELD', 'hoTen'))
  if (form.all('kenh').length === 0) throw refuse(issue('MISSING_FIELD', 'kenh'))
  const req = await visit.own()
  const data = { hoTen: form.text('hoTen'), mucDich: form.text('mucDich'), ...agreementOf(form), ...paperIn(form) }
  const paper = form.file('giayTo')
  // Judged before anything is written: a photograph that is none makes no paper.
  const drawn = paper && (await drawnPaper(await visit.own(), paper.bytes, 'giayTo'))
  const made = await req.payload.create({ collection: 'dong-y', data: data as never, depth: 0, overrideAccess: false, req })
  if (drawn) await keepPaper(await visit.own(), Number(made.id), drawn, 'giayTo')
  return Number(made.id)
}

export const consents: Room = {
  path: AT,
  draw: async (visit, sent) => {
    if (!isAuthor(visit.actor)) throw refuse(issue('NOT_FOUND'))
    const sought = visit.query.get('tim')?.trim().slice(0, 100) ?? ''
    const found = await consentList(await visit.own(), sought)
    return {
      title: 'Phiếu đồng ý',
      main: html`<p>${found.tong} phiếu còn hiệu lực, ${found.daRut} phiếu đã rút lại${!readsAllConsents(visit.actor) && ' (những phiếu bạn đã ghi)'}. Phiếu không bao giờ hiện trên trang.</p>
        ${newPaper(sent)}
        <p class="nen"><a href="/lam-viec/phieu-dong-y">In phiếu để lấy chữ ký</a>${readsAllConsents(visit.actor) && html`<a href="/lam-viec/khong-hien">Người không đưa lên trang</a>`}</p>
        ${deadlines(found)}
        <h2>${sought === '' ? 'Mới ghi' : `Tìm “${sought}”`}</h2>
        <form method="get" action="${AT}" class="hang"><label for="o-tim">Tìm theo tên</label><input type="text" id="o-tim" name="tim" value="${sought}" /><button class="nut phu" type="submit">Tìm</button></form>
        ${
          found.moi.length === 0
            ? html`<div class="trong-khong">${hoaBan('hoa')}<p>${sought === '' ? 'Chưa có phiếu nào. Ai được nêu tên hoặc có ảnh riêng thì cần một phiếu.' : 'Không có phiếu nào của tên này.'}</p></div>`
            : html`<ul class="viec">${found.moi.map((one) => row(one))}</ul>`
        }`,
    }
  },
  act: async (visit, form) => ({ to: `${AT}/${await record(visit, form)}?da=luu` }),
}
