/** `/lam-viec/chi-tieu`: each quota of the regulation as a table, subject by period; each figure leads to what it was counted from. */
import { now } from '../../database/clock.ts'
import { readQuyChe } from '../../facts/quyChe.ts'
import { countIn, countsOf, type Counts } from '../../ledger/counted.ts'
import { standingIn } from '../../ledger/standing.ts'
import { subjectsOf } from '../../ledger/subjects.ts'
import { CUA_AI, DAU, periodInFull, periodName, quotaInWords } from '../../messages/quotas.ts'
import { isDue, periodsOf, stateOf, type ChiTieu, type Ky, type Subject } from '../../policy/ledger/quota.ts'
import { seesFigure, type Standing } from '../../policy/ledger/sees.ts'
import { holds, isEditor } from '../../policy/people/roles.ts'
import { monthOf, schoolYearName, schoolYearOf, schoolYearStart, spanOfYear } from '../../policy/time/schoolYear.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import type { Room, Visit } from '../room.ts'
import { groupTextPart } from './groupText.ts'

export const AT = '/lam-viec/chi-tieu'

/** September to August of `2026-2027`. */
export const monthsOfYear = (namHoc: string): string[] => {
  const first = schoolYearStart(namHoc)!
  return Array.from({ length: 12 }, (_, i) => `${i < 4 ? first : first + 1}-${String(((i + 8) % 12) + 1).padStart(2, '0')}`)
}

/** `all`: every period on a phone too. */
type Counted = { rule: ChiTieu; subjects: readonly Subject[]; periods: readonly Ky[]; counts: Counts; month: string; all: boolean }

const cell = (one: Counted, subject: Subject, ky: Ky): Html => {
  const { rule, counts, month } = one
  const count = countIn(counts, subject.id, ky)
  const state = stateOf(rule, subject, ky, count, month)
  const { dau, chu } = DAU[state]
  const words = html`<span aria-hidden="true">${dau}</span><span class="an"> ${chu}, ${periodInFull(ky.ma)}</span>`
  // What has not come yet, and what was never due, is no figure.
  if (count === 0 && (state === 'khong' || ky.tu > month)) return html`<td class="${recent(one, ky)}">${words}</td>`
  return html`<td class="${`${recent(one, ky)} o-${state}`}"><a href="${AT}/${rule.ma}?ky=${ky.ma}&amp;ai=${subject.id}">${count} ${words}</a></td>`
}

/** On a phone the last three periods stand there, up to the one it is now; the others by a link, or on a wider screen. */
function recent({ periods, month, all }: Counted, ky: Ky): string {
  const begun = periods.filter(({ tu }) => tu <= month)
  const last = (begun.length > 0 ? begun : periods).slice(-3)
  return all || last.some(({ ma }) => ma === ky.ma) ? 'gan' : 'xa'
}

function table(one: Counted): Html {
  const { rule, subjects, periods } = one
  const due = subjects.filter((subject) => periods.some((ky) => isDue(rule, subject, ky) || countIn(one.counts, subject.id, ky) > 0))
  if (due.length === 0) return html`<p class="mo">Chưa có ${CUA_AI[rule.doiTuong].toLowerCase()} nào phải tính trong năm này.</p>`
  return html`<div class="luoi" tabindex="0" role="region" aria-label="${rule.ten}"><table>
    <thead><tr><th scope="col">${CUA_AI[rule.doiTuong]}</th>${periods.map((ky) => html`<th scope="col" class="${recent(one, ky)}">${periodName(ky.ma)}</th>`)}${rule.kyHan === 'thang' && html`<th scope="col">Cả năm</th>`}</tr></thead>
    <tbody>${due.map((subject) => html`<tr><th scope="row">${subject.ten}</th>${periods.map((ky) => cell(one, subject, ky))}${rule.kyHan === 'thang' && html`<td>${periods.reduce((sum, ky) => sum + countIn(one.counts, subject.id, ky), 0)}</td>`}</tr>`)}</tbody>
  </table></div>`
}

async function counted(visit: Visit, rule: ChiTieu, months: readonly string[], standing: Standing, month: string): Promise<Counted | null> {
  const req = await visit.own()
  const subjects = (await subjectsOf(req, rule)).filter(({ id }) => seesFigure(visit.actor, rule.doiTuong, id, standing))
  if (subjects.length === 0) return null
  const periods = periodsOf(rule.kyHan, months)
  const counts = await countsOf(req, rule, { tu: periods[0]!.tu, den: periods.at(-1)!.den })
  return { rule, subjects, periods, counts, month, all: visit.query.has('du') }
}

const NONE = (visit: Visit): Html => html`<div class="trong-khong">${hoaBan('hoa')}<p>Quy chế của đơn vị không đặt chỉ tiêu nào.</p>
  ${holds(visit.actor, 'nguoiPhatNgon') && html`<p><a href="/admin/globals/quy-che">Đặt chỉ tiêu trong Quy chế</a></p>`}</div>`

const KEY = html`<p class="mo">Số là số sản phẩm đã tính; ✓ đạt, ✕ thiếu, … còn thời gian, – không tính. Tháng tính theo giờ Việt Nam; tháng đã qua không đổi.</p>`

async function yearAsked(visit: Visit, running: string): Promise<string> {
  const asked = visit.query.get('nam')
  return asked !== null && spanOfYear(asked) !== null ? asked : running
}

export const quotaGrid: Room = {
  path: AT,
  draw: async (visit) => {
    const at = Date.parse(await now(await visit.own()))
    const namHoc = await yearAsked(visit, schoolYearOf(at))
    const { chiTieu } = await readQuyChe(await visit.own())
    const months = monthsOfYear(namHoc)
    const inYear = chiTieu.filter(({ tuThang, denThang }) => (tuThang === null || tuThang <= months.at(-1)!) && (denThang === null || denThang >= months[0]!))
    const standing = await standingIn(await visit.own(), visit.actor.id)
    const parts: Part[] = []
    const shown: Counted[] = []
    for (const rule of inYear) {
      const one = await counted(visit, rule, months, standing, monthOf(at))
      if (one) shown.push(one)
      if (one) parts.push(html`<h2>${rule.ten}</h2><p class="mo">${quotaInWords(rule)}.</p>${table(one)}`)
    }
    const first = schoolYearStart(namHoc)!
    return {
      title: `Chỉ tiêu năm học ${namHoc}`,
      wide: true,
      main: html`<p class="nen"><a href="${AT}?nam=${schoolYearName(first - 1)}">← ${schoolYearName(first - 1)}</a><a href="${AT}">Năm học này</a><a href="${AT}?nam=${schoolYearName(first + 1)}">${schoolYearName(first + 1)} →</a></p>
        ${chiTieu.length === 0 ? NONE(visit) : inYear.length === 0 ? html`<p>Năm học ${namHoc} chưa đặt chỉ tiêu.</p>` : parts.length === 0 ? html`<p>Năm học ${namHoc} không có chỉ tiêu nào của bạn.</p>` : html`${KEY}${!visit.query.has('du') && inYear.some(({ kyHan }) => kyHan === 'thang') && html`<p class="nen chi-hep"><a href="${AT}?nam=${namHoc}&amp;du=1">Xem đủ các tháng của năm học</a></p>`}${parts}`}${isEditor(visit.actor) && namHoc === schoolYearOf(at) && groupTextPart(shown, monthOf(at))}${holds(visit.actor, 'nguoiPhatNgon') && chiTieu.length > 0 && html`<p class="nen"><a href="/admin/globals/quy-che#field-chiTieu">Sửa chỉ tiêu trong Quy chế</a></p>`}`,
    }
  },
}
