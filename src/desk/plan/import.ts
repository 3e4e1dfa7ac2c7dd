/**
 * `/lam-viec/ke-hoach/nhap`: a plan out of Word, Excel or Zalo. What was understood is shown, what was not is asked, people are matched
 * once; nothing is saved before "Lưu".
 */
import { themDong } from '../../actions/plan/lapKeHoach.ts'
import { ownersOf, type Owners } from '../../facts/plan/owners.ts'
import { readSentPlan } from '../../facts/plan/readSent.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { planDocIn, planRowsIn, type Matched } from '../../policy/plan/corrected.ts'
import { ownerNamed } from '../../policy/plan/people.ts'
import type { CanhBao, CanhBaoDong, DongDoc, KeHoachDoc } from '../../policy/plan/read.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { DeskPage, Room, Visit } from '../room.ts'
import { topicChoices } from '../writing/choices.ts'
import { addedWord } from './list.ts'
import { askedYear, onlyKeepers, PLAN_AT } from './year.ts'

const AT = `${PLAN_AT}/nhap`

const ROW_WORDS: Record<CanhBaoDong, string> = {
  MONTH_ASK: 'chưa rõ tháng',
  MONTH_ABOVE: 'ô tháng để trống, lấy theo dòng trên',
  YEAR_OTHER: 'ghi năm khác với năm học này',
  PEOPLE_ASK: 'chưa rõ ai làm: ô người thực hiện không ghi riêng cho từng nội dung',
  NO_NUMBER: 'không có số thứ tự',
}
const PLAN_WORDS: Record<CanhBao['ma'], (chu: string) => string> = {
  NUMBER_JUMPS: (chu) => `Số thứ tự nhảy: ${chu}. Có thể tệp thiếu một dòng.`,
  ROW_ACROSS: (chu) => `Dòng “${chu}” chạy ngang cả bảng nên không tính là nội dung.`,
  LINE_SKIPPED: (chu) => `Dòng “${chu}” đứng trước tháng đầu tiên nên không tính.`,
  CUT: (chu) => `Chỉ đọc ${chu} nội dung đầu.`,
}

const input = (name: string, label: string, value: string, wrong: string | null): Html =>
  html`<div class="o${wrong === null ? '' : ' sai'}"><label for="o-${name}">${label}</label>${wrong !== null && html`<p class="loi">${wrong}</p>`}<input type="text" id="o-${name}" name="${name}" value="${value}" maxlength="500" /></div>`

/** The months as numbers; where they were not understood, as they were written. */
const monthText = ({ thang, thangChu }: DongDoc): string => (thang.length > 0 ? thang.map((one) => Number(one.slice(5))).join(', ') : thangChu)

function row(one: DongDoc, i: number, { form, refused }: Sent): Html {
  const typed = (name: string, read: string): string => (form?.texts.has(`${name}.${i}`) ? form.text(`${name}.${i}`) : read)
  const wrong = (name: string): string | null => refused.find((r) => r.field === `${name}.${i}`)?.message ?? null
  const taken = form?.texts.has('doc') ? form.all('lay').includes(String(i)) : true
  return html`<fieldset class="dong-nhap"><legend><label class="chon-mot"><input type="checkbox" name="lay" value="${i}"${taken && html` checked`} />Nội dung ${i + 1}</label></legend>
    ${one.canhBao.length > 0 && html`<p class="loi">${one.canhBao.map((code) => ROW_WORDS[code]).join('; ')}</p>`}
    ${input(`noiDung.${i}`, 'Nội dung', typed('noiDung', one.noiDung), wrong('noiDung'))}
    <div class="hai">${input(`thang.${i}`, 'Tháng (trống: cả năm)', typed('thang', monthText(one)), wrong('thang'))}${input(`nguoi.${i}`, 'Người, đơn vị', typed('nguoi', one.nguoi.join(', ')), wrong('nguoi'))}</div>
    ${one.nguoiChu !== '' && html`<p class="mo">Trong tệp, ô người thực hiện ghi: ${one.nguoiChu}</p>`}${(one.sanPham.length > 0 || one.phoiHop !== '' || one.boSung !== '') && html`<p class="mo">${[one.sanPham.length > 0 && `Sản phẩm: ${one.sanPham.join('; ')}`, one.phoiHop && `Phối hợp: ${one.phoiHop}`, one.boSung && `Bổ sung: ${one.boSung}`].filter(Boolean).join(' · ')}</p>`}
  </fieldset>`
}

/** Each name once: whom it means, guessed only where one alone bears it. */
function people(doc: KeHoachDoc, owners: Owners, { form }: Sent): Part {
  const [here, open] = [owners.people.filter(({ mo }) => mo), owners.units.filter(({ mo }) => mo)]
  if (doc.nguoi.length === 0) return null
  const options = [...open.map(({ id, ten }) => [`d${id}`, ten] as const), ...here.map(({ id, ten }) => [`n${id}`, ten] as const)]
  return html`<h2>Ai là ai</h2><p class="mo">Chọn một lần cho mỗi tên. Ai chưa có tài khoản thì để “chỉ ghi tên”.</p>
    ${doc.nguoi.map(({ ten, so }, k) => {
      const owner = ownerNamed(ten, here, open)
      const guess = owner === null ? '' : 'nguoi' in owner ? `n${owner.nguoi}` : `d${owner.donVi}`
      const chosen = form?.texts.has(`la.${k}`) ? form.text(`la.${k}`) : guess
      return html`<div class="o"><label for="o-la-${k}">${ten} <span class="mo">(${so} nội dung)</span></label><select id="o-la-${k}" name="la.${k}"><option value="">chỉ ghi tên</option>${options.map(([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`)}</select></div>`
    })}`
}

async function preview(visit: Visit, doc: KeHoachDoc, namHoc: string, sent: Sent): Promise<DeskPage> {
  const asked = doc.dong.flatMap(({ canhBao }, i) => (canhBao.length > 0 ? [i] : []))
  return {
    title: `Xem lại trước khi lưu, năm học ${namHoc}`,
    main: html`<p role="status">Đọc được ${doc.dong.length} nội dung${asked.length > 0 && html`, ${asked.length} nội dung cần bạn xem lại`}. Chưa lưu gì.</p>${asked.length > 0 && html`<p class="nen">${asked.slice(0, 30).map((i) => html`<a href="#o-noiDung.${i}">Nội dung ${i + 1}</a>`)}</p>`}
      ${doc.canhBao.length > 0 && html`<ul class="luu-y">${doc.canhBao.map(({ ma, chu }) => html`<li>${PLAN_WORDS[ma](chu)}</li>`)}</ul>`}
      <form method="post" action="${AT}?nam=${namHoc}">
        <input type="hidden" name="viec" value="luu" /><textarea hidden name="doc">\n${JSON.stringify(doc)}</textarea>
        ${people(doc, await ownersOf(await visit.own()), sent)}
        <h2>Nội dung</h2>${doc.dong.map((one, i) => row(one, i, sent))}
        <p class="hang chot"><button class="nut" type="submit">Lưu vào kế hoạch</button> <a class="nut phu" href="${AT}?nam=${namHoc}">Làm lại</a></p>
      </form>`,
  }
}

function carried(form: Form): KeHoachDoc {
  const doc = planDocIn(form.all('doc')[0] ?? '')
  if (doc === null) throw refuse(issue('INVALID_VALUE', 'ds'))
  return doc
}

/** As was chosen; a name typed anew means whoever alone bears it. */
function matched(form: Form, doc: KeHoachDoc, owners: Owners): Matched {
  const [people, units] = [owners.people.filter(({ mo }) => mo), owners.units.filter(({ mo }) => mo)]
  const owner = (value: string): ReturnType<Matched> => {
    const [, kind, id] = /^([nd])([1-9]\d{0,8})$/.exec(value) ?? []
    return kind === undefined ? null : kind === 'n' ? { nguoi: Number(id) } : { donVi: Number(id) }
  }
  return (ten) => {
    const k = doc.nguoi.findIndex((one) => one.ten === ten)
    return k < 0 ? ownerNamed(ten, people, units) : owner(form.text(`la.${k}`))
  }
}

async function save(visit: Visit, form: Form, namHoc: string): Promise<{ to: string }> {
  const doc = carried(form)
  const topics = (await topicChoices(visit, [])).map(({ value, label }) => ({ id: Number(value), ten: label }))
  const { rows, issues } = planRowsIn(
    doc,
    (name) => (form.texts.has(name) ? form.text(name) : null),
    form.all('lay'),
    matched(form, doc, await ownersOf(await visit.own())),
    topics,
    namHoc,
  )
  if (rows.length === 0 && issues.length === 0) throw refuse(issue('NOTHING_CHOSEN'))
  if (issues.length > 0) throw refuse(...issues)
  return { to: `${PLAN_AT}?nam=${namHoc}&da=${addedWord(await themDong(await visit.own(), namHoc, rows))}` }
}

export const planImport: Room = {
  path: AT,
  draw: async (visit, sent) => {
    onlyKeepers(visit)
    const { namHoc } = await askedYear(visit)
    if (sent.form?.texts.has('doc')) return preview(visit, carried(sent.form), namHoc, sent)
    return {
      title: `Nhập kế hoạch năm học ${namHoc}`,
      main: html`<p>Mở kế hoạch trong Word, Excel hay Zalo, chép bảng rồi dán vào đây, hoặc chọn tệp Word, Excel. Bạn xem lại trước khi lưu.</p>
        ${formPart(
          sent,
          `${AT}?nam=${namHoc}`,
          html`<input type="hidden" name="viec" value="doc" /><input type="hidden" name="html" value="${sent.form?.text('html') ?? ''}" data-dan="ds" />${field({ name: 'ds', label: 'Bảng kế hoạch', hint: 'Cần cột tháng và cột nội dung; hoặc cột chủ đề và cột sản phẩm; hoặc các dòng “Tháng 9: …”.', rows: 10 }, sent)}${field({ name: 'tep', label: 'Hoặc chọn tệp', hint: 'Word (.docx, .doc) hoặc Excel (.xlsx); khi chọn tệp thì ô trên không được dùng.', type: 'file', accept: '.docx,.doc,.xlsx' }, sent)}`,
          'Đọc và xem lại',
          { files: true },
        )}`,
    }
  },
  act: async (visit, form) => {
    onlyKeepers(visit)
    const { namHoc } = await askedYear(visit)
    if (form.text('viec') === 'luu') return save(visit, form, namHoc)
    const pasted = { tep: form.file('tep')?.bytes ?? null, html: form.all('html')[0] ?? '', chu: form.all('ds')[0] ?? '' }
    const doc = await readSentPlan(visit.options.payload, pasted, namHoc, visit.actor.id)
    return preview(visit, doc, namHoc, { form: null, refused: [] })
  },
}
