/** `/gui-bai/<mã>/dot/<số>`: pictures of an event, or an entry of a contest, with its rules. */
import type { DotGui, Entry } from '../../facts/intake/calls.ts'
import { field, summaryOf } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import { inFours } from '../../policy/text/inFours.ts'
import { day, moment } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { IntakePage } from '../draw/frame.ts'
import { formHead } from '../draw/head.ts'
import { agreed, pictures, type Kept } from './send.ts'

type Asked = { ma: string; lop: string; call: DotGui; luc: string; busy: boolean; kept: readonly Kept[]; film: number; sent: Sent }

const rules = ({ theLe, den }: DotGui): Html =>
  html`${theLe !== '' && html`<div class="ghi-chu">${theLe.split('\n').map((line) => line.trim() !== '' && html`<p>${line}</p>`)}</div>`}<p>Nhận đến hết ngày <strong>${day(`${den}T00:00:00Z`)}</strong>.</p>`

export const callPage = ({ ma, lop, call, luc, busy, kept, film, sent }: Asked): IntakePage => ({
  title: call.ten,
  main: html`${summaryOf(sent.refused)}${rules(call)}
    <form method="post" action="/gui-bai/${ma}/dot/${call.id}" enctype="multipart/form-data" data-gui="${ma}">
      ${formHead(luc, busy)}
      ${call.loai === 'cuocThi' && field({ name: 'ten', label: 'Tên bài dự thi', max: 150, required: true }, sent)}
      ${pictures(kept, film, sent, true)}
      ${field({ name: 'loi', label: call.loai === 'cuocThi' ? 'Lời của bài dự thi (nếu có)' : 'Trong ảnh có gì? (nếu cần nói thêm)', rows: 4, max: 4000 }, sent)}
      ${agreed(sent, 'Những người nhận ra được trong ảnh có đồng ý cho đăng không?')}
      ${field({ name: 'nguoiGui', label: call.loai === 'cuocThi' ? 'Người gửi: tác giả bài dự thi' : 'Người gửi (không bắt buộc)', hint: `${lop}. Không hiện trên trang khi chưa được duyệt.`, max: 100, required: call.loai === 'cuocThi' }, sent)}
      <p class="hang"><button class="nut" type="submit">Gửi</button></p>
      <p class="mo">Mã của lớp: ${inFours(ma)}. <a href="/gui-bai/${ma}">Kể chuyện tốt của lớp</a></p>
    </form>`,
})

/** Closed, and readers have its results. */
export const callOver = (ma: string, call: DotGui, result: { slug: string; ten: string }): IntakePage => ({
  title: call.ten,
  main: html`<p>Đợt này đã đóng. Kết quả: <a href="/bai/${result.slug}">${result.ten}</a></p>
    <p><a href="/gui-bai/${ma}">Kể chuyện tốt của lớp</a></p>`,
})

/** What became of an entry; what it won is told by the story that was approved, and by nothing else. */
export const entryReceipt = ({ so, ten, lop, luc, tep, call }: Entry, result: { slug: string; ten: string } | null): IntakePage => ({
  title: ten || call.ten,
  main: html`<p>Số biên nhận <strong>${inFours(so)}</strong>: ${lop} gửi ${tep} tệp cho “${call.ten}”, ${moment(luc)}. Đã nhận.</p>
    ${
      result
        ? html`<p class="da-lam">Kết quả đã công bố: <a href="/bai/${result.slug}">${result.ten}</a></p>`
        : html`<p>${call.loai === 'cuocThi' ? 'Kết quả được công bố trên trang sau khi được duyệt; mở lại số này để xem.' : 'Thầy cô xem, chọn; ảnh chỉ lên trang khi được duyệt.'}</p>`
    }
    <p><a href="/gui-bai">Gõ mã khác hoặc số khác</a></p>`,
})

export const entryTaken = (ma: string, call: DotGui, so: string): IntakePage => ({
  title: 'Đã nhận',
  main: html`<p class="da-lam" role="status" data-xong>Đã nhận cho “${call.ten}”. Số biên nhận: <strong>${inFours(so)}</strong>. <a href="/gui-bai/bien-nhan/${so}">Xem bài đến đâu</a></p>
    <p>${call.loai === 'cuocThi' ? 'Kết quả được công bố trên trang sau khi được duyệt.' : 'Thầy cô xem, chọn; ảnh chỉ lên trang khi được duyệt.'}</p>
    <p><a href="/gui-bai/${ma}/dot/${call.id}">Gửi thêm</a></p>`,
})
