/** The month: what went live, what waits for its hour, events, what is due. An hour is moved with a form, by key or finger. */
import { ACTIONS } from '../../actions/index.ts'
import { parseId } from '../../actions/case.ts'
import { now } from '../../database/clock.ts'
import { calendarOf, type LoaiMuc, type Muc } from '../../facts/calendar.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { isEditor } from '../../policy/people/roles.ts'
import { dayOf, hourOf } from '../../policy/time/hanoi.ts'
import { boundsOf, clashing, monthBeside, monthNamed, monthOf, weeksOf } from '../../policy/time/month.ts'
import { runtimeOf } from '../../runtime.ts'
import { day, longDay } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field } from '../../forms/field.ts'
import { sentTo, type Form, type Sent } from '../../forms/form.ts'
import type { Room, Visit, Went } from '../room.ts'
import { dayAndHour, instantIn } from '../writing/event.ts'

const AT = '/lam-viec/lich'
const KIND: Record<LoaiMuc, string> = {
  daDang: 'Đã đăng',
  henGio: 'Sẽ đăng',
  daDuyet: 'Đã duyệt, chưa hẹn giờ',
  suKien: 'Sự kiện',
  han: 'Hạn',
  khongTruoc: 'Không đăng trước',
}
const SHAPE: Record<LoaiMuc, string> = { daDang: '●', henGio: '◷', daDuyet: '○', suKien: '★', han: '!', khongTruoc: '⊘' }
const codeOf = ({ boSuuTap, taiLieu }: Muc): string => `${boSuuTap}/${taiLieu}`
const monthName = (month: string): string => `Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`

function hourForm(one: Muc, month: string, sent: Sent): Html {
  const mine = sentTo(sent, `${one.boSuuTap}-${one.taiLieu}`, sent.form?.text('muc') === codeOf(one))
  const at = one.loai === 'henGio' ? dayAndHour(one.luc) : { ngay: '', gio: '07:00' }
  return html`<details class="them"${mine.form !== null && html` open`}>
    <summary>${one.loai === 'henGio' ? 'Đổi giờ đăng' : 'Hẹn giờ đăng'}</summary>
    <form method="post" action="${AT}?thang=${month}">
      <input type="hidden" name="muc" value="${codeOf(one)}" />
      <div class="hai">${field({ name: 'ngay', label: 'Ngày', type: 'date', value: at.ngay, required: true }, mine)}${field({ name: 'gio', label: 'Giờ Việt Nam', type: 'time', value: at.gio }, mine)}</div>
      <p class="hang"><button class="nut phu" type="submit">Đặt giờ này</button></p>
    </form>
  </details>`
}

function row(visit: Visit, one: Muc, month: string, clash: ReadonlySet<number>, sent: Sent): Html {
  const movable = isEditor(visit.actor) && (one.loai === 'henGio' || one.loai === 'daDuyet')
  const hour = hourOf(one.luc).slice(0, 5)
  const meets = one.loai === 'henGio' && clash.has(Date.parse(one.luc))
  return html`<li>
    <span class="nho"><span aria-hidden="true">${SHAPE[one.loai]}</span> ${KIND[one.loai]}${hour !== '00:00' && one.loai !== 'daDuyet' && `, ${hour}`}</span>
    <a href="/lam-viec/ho-so/${codeOf(one)}">${one.tieuDe || 'Chưa có tên'}</a>${meets && html`<span class="the gap">Trùng giờ với bài khác</span>`}${movable && hourForm(one, month, sent)}
  </li>`
}

function week(visit: Visit, { tu, den }: { tu: string; den: string }, all: readonly Muc[], month: string, clash: ReadonlySet<number>, sent: Sent): Html {
  const days = new Map<string, Muc[]>()
  for (const one of all) {
    const on = dayOf(Date.parse(one.luc))
    if (on >= tu && on <= den) days.set(on, [...(days.get(on) ?? []), one])
  }
  const told = [...days.values()].flat().some(({ loai }) => loai === 'daDang' || loai === 'henGio')
  return html`<h2>${day(tu)} – ${day(den)}</h2>
    ${!told && html`<p class="mo">Tuần này chưa có bài nào đăng hoặc hẹn giờ.</p>`}${[...days].map(
      ([on, rows]): Part => html`<h3>${longDay(on)}</h3><ul class="viec">${rows.map((one) => row(visit, one, month, clash, sent))}</ul>`,
    )}`
}

async function setHour(visit: Visit, form: Form, month: string): Promise<Went> {
  const [, slug, raw] = /^([a-z-]+)\/(\d{1,9})$/.exec(form.text('muc')) ?? []
  const gate = runtimeOf(visit.options.payload).gates.find((one) => one.slug === slug)
  const id = parseId(raw)
  if (!gate || id === null) throw refuse(issue('NOT_FOUND'))
  const luc = instantIn(form, 'ngay', 'gio')
  if (luc === null) throw refuse(issue('MISSING_FIELD', 'ngay'))
  await ACTIONS['hen-gio'](await visit.own(), gate, id, { luc })
  return { to: `${AT}?thang=${monthOf(Date.parse(luc)) || month}&da=henGioLai` }
}

const monthIn = async (visit: Visit): Promise<string> => monthNamed(visit.query.get('thang') ?? '') ?? monthOf(Date.parse(await now(await visit.own())))

export const calendar: Room = {
  path: AT,
  draw: async (visit, sent) => {
    const month = await monthIn(visit)
    const { from, to } = boundsOf(month)
    const all = await calendarOf(await visit.own(), visit.actor, from, to)
    const clash = clashing(all.filter(({ loai }) => loai === 'henGio').map(({ luc }) => Date.parse(luc)))
    return {
      title: monthName(month),
      main: html`<p class="nen"><a href="${AT}?thang=${monthBeside(month, -1)}">← ${monthName(monthBeside(month, -1))}</a><a href="${AT}">Tháng này</a><a href="${AT}?thang=${monthBeside(month, 1)}">${monthName(monthBeside(month, 1))} →</a></p>
        ${weeksOf(month).map((one) => week(visit, one, all, month, clash, sent))}`,
    }
  },
  act: async (visit, form) => setHour(visit, form, await monthIn(visit)),
}
