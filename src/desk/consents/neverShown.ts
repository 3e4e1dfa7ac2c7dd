/** `/lam-viec/khong-hien`: who is neither named nor pictured, whatever else was agreed. */
import { neverShownRows, type Row } from '../../facts/neverShown.ts'
import { giuKin, thoiGiuKin } from '../../actions/giuKin.ts'
import { parseId } from '../../actions/case.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { readsAllConsents } from '../../policy/people/consentReaders.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Sent } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { yearOf } from './fields.ts'

const AT = '/lam-viec/khong-hien'

/** Those who have to judge by it; to others there is no such list. */
function onlyJudges({ actor }: Visit): void {
  if (!readsAllConsents(actor)) throw refuse(issue('NOT_FOUND'))
}

const row = (one: Row, sent: Sent): Html => {
  const mine = sentTo(sent, String(one.id), sent.form?.text('nguoi') === String(one.id))
  return html`<li>
    <span><strong>${one.hoTen}</strong>${one.namSinh !== null && `, sinh năm ${one.namSinh}`}</span>
    <span class="nho"><a href="/tim-kiem?q=${encodeURIComponent(one.hoTen)}">Tìm tên này trên trang</a> · ${one.lyDo} · ghi ngày ${day(one.luc)}, ${one.tenNguoi}</span>
    <details class="them"${mine.form !== null && html` open`}><summary>Thôi giữ kín</summary>
      ${formPart(mine, AT, html`<input type="hidden" name="viec" value="het" /><input type="hidden" name="nguoi" value="${one.id}" /><p>Từ lúc ấy tên và ảnh người này lại được dùng khi có phiếu đồng ý.</p>`, 'Bỏ khỏi danh sách')}
    </details>
  </li>`
}

export const neverShownRoom: Room = {
  path: AT,
  draw: async (visit, sent) => {
    onlyJudges(visit)
    const rows = await neverShownRows(await visit.own())
    const mine = sentTo(sent, 'moi', sent.form?.text('viec') === 'them')
    return {
      title: 'Người không đưa lên trang',
      main: html`<p>Ai ở đây thì không bài nào nêu tên, không ảnh nào có mặt: máy dừng bài ngay khi trình và khi duyệt. Danh sách này không ra khỏi bàn làm việc.</p>
        ${formPart(
          mine,
          AT,
          html`<input type="hidden" name="viec" value="them" />${field({ name: 'hoTen', label: 'Họ và tên', max: 100, required: true, autocomplete: 'off' }, mine)}${field({ name: 'namSinh', label: 'Năm sinh', hint: 'Để phân biệt với người trùng tên.', max: 4 }, mine)}${field({ name: 'lyDo', label: 'Vì sao', hint: 'Ví dụ: gia đình yêu cầu ngày 12/10.', rows: 2, max: 500, required: true }, mine)}`,
          'Thêm vào danh sách',
        )}
        ${
          rows.length === 0
            ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Chưa có ai trong danh sách.</p></div>`
            : html`<ul class="viec">${rows.map((one) => row(one, sent))}</ul>`
        }
        <p><a href="/lam-viec/dong-y">Phiếu đồng ý</a></p>`,
    }
  },
  act: async (visit, form) => {
    onlyJudges(visit)
    const req = await visit.own()
    if (form.text('viec') === 'het') {
      const id = parseId(form.text('nguoi'))
      if (id === null) throw refuse(issue('NOT_FOUND'))
      await thoiGiuKin(req, id)
      return { to: `${AT}?da=luu` }
    }
    await giuKin(req, { hoTen: form.text('hoTen'), namSinh: yearOf(form, 'namSinh'), lyDo: form.text('lyDo') })
    return { to: `${AT}?da=them` }
  },
}
