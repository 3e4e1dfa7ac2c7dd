/** The form of one row of the plan: what, when, by whom; what seldom matters is folded away. */
import { ownersOf } from '../../facts/plan/owners.ts'
import { inSchoolYear, type NoiDungDong } from '../../policy/plan/row.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { Visit } from '../room.ts'
import { monthsInWords } from './words.ts'
import { topicChoices, type Choice } from '../writing/choices.ts'

export const BLANK: NoiDungDong = { thang: [], noiDung: '', sanPham: [], phoiHop: '', boSung: '', chuDe: [], nguoi: [], donVi: [], nguoiChu: '', suKienTu: null, suKienDen: null } // prettier-ignore

const MONTHS = inSchoolYear(Array.from({ length: 12 }, (_, i) => i + 1))

const box = (name: string, { value, label }: Choice, checked: boolean): Html =>
  html`<div class="chon"><input type="checkbox" name="${name}" id="o-${name}-${value}" value="${value}"${checked && html` checked`} /><label for="o-${name}-${value}">${label}</label></div>`

const wrongIn = ({ refused }: Sent, name: string): Part => refused.filter((one) => one.field === name).map((one) => html`<p class="loi">${one.message}</p>`)

function choices(name: string, legend: string, all: readonly Choice[], chosen: readonly number[], sent: Sent): Html {
  const ids = sent.form ? sent.form.all(name) : chosen.map(String)
  const [taken, others] = [all.filter(({ value }) => ids.includes(value)), all.filter(({ value }) => !ids.includes(value))]
  return html`<fieldset id="o-${name}" tabindex="-1"><legend>${legend}</legend>${wrongIn(sent, name)}${taken.map((one) => box(name, one, true))}
    ${others.length > 0 && html`<details class="them"${taken.length === 0 && html` open`}><summary>${taken.length === 0 ? 'Chọn' : 'Chọn thêm'}</summary>${others.map((one) => box(name, one, false))}</details>`}</fieldset>`
}

export async function rowFields(visit: Visit, row: NoiDungDong, sent: Sent): Promise<Html> {
  const { people, units } = await ownersOf(await visit.own())
  const asChoices = (all: readonly { id: number; ten: string; mo: boolean }[], chosen: readonly number[]): Choice[] =>
    all.filter(({ id, mo }) => mo || chosen.includes(id)).map(({ id, ten, mo }) => ({ value: String(id), label: mo ? ten : `${ten} (đã nghỉ hoặc đã đóng)` }))
  const months = sent.form ? sent.form.all('thang') : row.thang.map(String)
  const topics = await topicChoices(visit, row.chuDe)
  return html`${field({ name: 'noiDung', label: 'Nội dung', rows: 2, value: row.noiDung, max: 500, required: true }, sent)}
    <fieldset id="o-thang" tabindex="-1"><legend>Tháng <span class="mo">(không chọn: cả năm học)</span></legend>${wrongIn(sent, 'thang')}<div class="cac-thang">${MONTHS.map((one) => html`<label class="chon-mot"><input type="checkbox" name="thang" value="${one}"${months.includes(String(one)) && html` checked`} />T${one}</label>`)}</div></fieldset>
    ${choices('donVi', 'Đơn vị phụ trách', asChoices(units, row.donVi), row.donVi, sent)}${choices('nguoi', 'Người phụ trách', asChoices(people, row.nguoi), row.nguoi, sent)}
    ${field({ name: 'nguoiChu', label: 'Người chưa có tài khoản', hint: 'Ghi tên; những người này không nhận được lời nhắc.', value: row.nguoiChu, max: 300 }, sent)}
    <fieldset><legend>Sự kiện <span class="mo">(nếu có: trước, trong và sau đều cần tin)</span></legend>
      <div class="hai">${field({ name: 'suKienTu', label: 'Từ ngày', type: 'date', value: row.suKienTu ?? '' }, sent)}${field({ name: 'suKienDen', label: 'Đến ngày', type: 'date', value: row.suKienDen ?? '' }, sent)}</div></fieldset>
    ${topics.length > 0 && choices('chuDe', 'Chủ đề', topics, row.chuDe, sent)}
    ${field({ name: 'sanPham', label: 'Sản phẩm cần có', hint: 'Mỗi dòng một sản phẩm.', rows: 3, value: row.sanPham.join('\n') }, sent)}${field({ name: 'phoiHop', label: 'Phối hợp', value: row.phoiHop, max: 300 }, sent)}${field({ name: 'boSung', label: 'Bổ sung', value: row.boSung, max: 300 }, sent)}`
}

const numbers = (form: Form, name: string): number[] => [...new Set(form.all(name).filter((one) => /^[1-9]\d{0,8}$/.test(one)).map(Number))] // prettier-ignore

export const rowIn = (form: Form): NoiDungDong => ({
  thang: inSchoolYear(numbers(form, 'thang')),
  noiDung: form.text('noiDung').replace(/\s+/gu, ' '),
  sanPham: form.text('sanPham').split('\n').map((one) => one.trim()).filter(Boolean), // prettier-ignore
  phoiHop: form.text('phoiHop'),
  boSung: form.text('boSung'),
  chuDe: numbers(form, 'chuDe'),
  nguoi: numbers(form, 'nguoi'),
  donVi: numbers(form, 'donVi'),
  nguoiChu: form.text('nguoiChu'),
  suKienTu: form.text('suKienTu') || null,
  suKienDen: form.text('suKienDen') || null,
})

/** What a field of a row says, for whoever typed something else into it. */
export async function valueInWords(visit: Visit, row: NoiDungDong, name: string): Promise<string> {
  const { people, units } = await ownersOf(await visit.own())
  const named = (all: readonly { id: number; ten: string }[], ids: readonly number[]): string =>
    ids.flatMap((id) => all.find((one) => one.id === id)?.ten ?? []).join(', ')
  const said: Record<string, () => string | Promise<string>> = {
    thang: () => monthsInWords(row.thang),
    sanPham: () => row.sanPham.join('; '),
    nguoi: () => named(people, row.nguoi),
    donVi: () => named(units, row.donVi),
    chuDe: async () =>
      named(
        (await topicChoices(visit, row.chuDe)).map(({ value, label }) => ({ id: Number(value), ten: label })),
        row.chuDe,
      ),
  }
  const own = said[name]
  const value = own ? await own() : (row as Record<string, unknown>)[name]
  return typeof value === 'string' && value !== '' ? value : 'để trống'
}
