/** `/lam-viec/ke-hoach`: the plan of a school year by month, with what became of each row; for whoever keeps it, the ways to fill it. */
import { ghiCanCu, mangSang, themDong } from '../../actions/plan/lapKeHoach.ts'
import { layLaiDong } from '../../actions/plan/suaDong.ts'
import { namesOf, ownersOf, type Owners } from '../../facts/plan/owners.ts'
import { planOf, planYears, removedRows } from '../../facts/plan/plan.ts'
import { resultsOf, type KetQuaDong } from '../../facts/plan/results.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { coverageOf, rowState } from '../../policy/plan/coverage.ts'
import { monthInYear } from '../../policy/plan/months.ts'
import { inSchoolYear, keepsPlan, type DongKeHoach, type KeHoach } from '../../policy/plan/row.ts'
import { planOfPreset, PRESETS_WITH_PLAN } from '../../presets/planOf.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Sent } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { draftPage } from './publish.ts'
import { daysOf } from './rowAbout.ts'
import { coverageWords, monthsInWords, stateTag } from './words.ts'
import { askedYear, onlyKeepers, PLAN_AT, yearBeside, yearLinks, type Asked } from './year.ts'

type Shown = { plan: KeHoach; results: ReadonlyMap<string, KetQuaDong>; owners: Owners; asked: Asked }

function row({ plan, results, owners, asked: { today } }: Shown, one: DongKeHoach): Html {
  const result = results.get(one.ma)
  const coverage = coverageOf(one, daysOf(result), today)
  const event = one.suKienTu !== null && `sự kiện ${day(`${one.suKienTu}T00:00:00Z`)}`
  const said = [
    one.thang.length > 1 && monthsInWords(one.thang),
    namesOf(owners, one) || 'chưa có người phụ trách',
    event,
    result?.goiY.length && !result.live.length && `có ${result.goiY.length} bài cùng chủ đề để xem`,
  ]
    .filter(Boolean)
    .join(' · ')
  return html`<li><a href="${PLAN_AT}/${one.ma}">${one.noiDung}</a> ${stateTag(rowState(one, plan, daysOf(result), today))}<span class="nho">${said}</span>
    ${coverage && html`<span class="nho">${coverageWords(coverage)}</span>`}
    ${result?.live.map(({ slug, tieuDe, ngay }) => html`<span class="nho">→ <a href="/bai/${slug}">${tieuDe}</a>, ${day(`${ngay}T00:00:00Z`)}</span>`)}</li>`
}

/** Rows of several months stand in the first of them. */
function months(shown: Shown): Part {
  const { plan, asked } = shown
  const groups = new Map<string, DongKeHoach[]>()
  for (const one of plan.dong) {
    const name = one.thang.length === 0 ? '' : monthInYear(inSchoolYear(one.thang)[0]!, plan.namHoc)
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  const now = asked.today.slice(0, 7)
  return [...groups].map(
    ([
      month,
      rows,
    ]) => html`<h2 id="thang-${month || 'nam'}">${month === '' ? 'Cả năm học' : `Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`}${month === now && html` <span class="the">tháng này</span>`}</h2>
    <ul class="viec">${rows.map((one) => row(shown, one))}</ul>`,
  )
}

function summary({ plan, results, asked: { today } }: Shown): Html {
  const states = plan.dong.map((one) => rowState(one, plan, daysOf(results.get(one.ma)), today))
  const count = (state: string): number => states.filter((one) => one === state).length
  return html`<p role="status">${plan.dong.length} nội dung: ${count('xong')} đã có tin, ${count('con') + count('sau')} còn thời gian, ${count('thieu')} hết tháng mà chưa có tin.${plan.dong.some(({ thang }) => thang.some((one) => monthInYear(one, plan.namHoc) === today.slice(0, 7))) && html` <a href="#thang-${today.slice(0, 7)}">Đến tháng này</a>`}</p>`
}

async function begin(visit: Visit, sent: Sent, { namHoc }: Asked, empty: boolean): Promise<Part> {
  const years = (await planYears(await visit.own())).filter((one) => one !== namHoc)
  const source = years.includes(yearBeside(namHoc, -1)) ? yearBeside(namHoc, -1) : (years.at(-1) ?? null)
  const at = `${PLAN_AT}?nam=${namHoc}`
  const carry = sentTo(sent, 'sang', sent.form?.text('viec') === 'sang')
  const preset = sentTo(sent, 'mau', sent.form?.text('viec') === 'mau')
  return html`<p class="hang"><a class="nut${empty ? '' : ' phu'}" href="${PLAN_AT}/nhap?nam=${namHoc}">Nhập từ Word, Excel, Zalo</a><a class="nut phu" href="${PLAN_AT}/them?nam=${namHoc}">Thêm một nội dung</a></p>
    ${
      source !== null &&
      html`<details class="them"><summary>Mang nội dung của năm học ${source} sang</summary>
        ${formPart(carry, at, html`<input type="hidden" name="viec" value="sang" /><input type="hidden" name="tuNam" value="${source}" /><p>Giữ nội dung, tháng, chủ đề và những người, đơn vị còn làm việc. Nội dung đã có thì không thêm lần nữa.</p>`, 'Mang sang')}</details>`
    }
    ${
      empty &&
      html`<details class="them"><summary>Bắt đầu từ kế hoạch mẫu</summary>
        ${formPart(preset, at, html`<input type="hidden" name="viec" value="mau" />${field({ name: 'mau', label: 'Mẫu', options: PRESETS_WITH_PLAN.map(({ ma, tenDonVi }) => ({ value: ma, label: tenDonVi })) }, preset)}`, 'Dùng mẫu này')}</details>`
    }`
}

const basis = ({ plan, asked: { namHoc } }: Shown, sent: Sent): Html => {
  const mine = sentTo(sent, 'canCu', sent.form?.text('viec') === 'canCu')
  return html`<details class="them"><summary>Căn cứ của kế hoạch</summary>
    ${formPart(mine, `${PLAN_AT}?nam=${namHoc}`, html`<input type="hidden" name="viec" value="canCu" />${field({ name: 'canCu', label: 'Căn cứ', hint: 'Mỗi dòng một văn bản, ví dụ “Kế hoạch số 12/KH-SGDĐT ngày 05/9/2026”.', rows: 4, value: plan.canCu.join('\n') }, mine)}`, 'Lưu căn cứ')}</details>`
}

/** What was there already is passed over, and that is said. */
export const addedWord = ({ them, daCo }: { them: readonly string[]; daCo: number }): string =>
  them.length === 0 ? 'keHoachDaCo' : daCo > 0 ? 'keHoachMotPhan' : 'keHoachThem'

const removed = (rows: readonly { ma: string; noiDung: string }[], namHoc: string): Part =>
  rows.length > 0 &&
  html`<details class="them"><summary>Đã bỏ (${rows.length})</summary><ul class="viec">${rows.map(({ ma, noiDung }) => html`<li>${noiDung} <form method="post" action="${PLAN_AT}?nam=${namHoc}"><input type="hidden" name="viec" value="layLai" /><input type="hidden" name="ma" value="${ma}" /><button class="nut phu" type="submit">Lấy lại</button></form></li>`)}</ul></details>`

const publish = ({ asked: { namHoc } }: Shown): Html =>
  html`<details class="them"><summary>Công bố kế hoạch trên trang</summary><form method="post" action="${PLAN_AT}?nam=${namHoc}"><input type="hidden" name="viec" value="congBo" /><p>Soạn một trang từ kế hoạch này: tháng, nội dung, đơn vị; không có tên người. Trang đi qua các bước duyệt như mọi nội dung.</p><p class="hang"><button class="nut phu" type="submit">Soạn trang</button></p></form></details>`

export const planList: Room = {
  path: PLAN_AT,
  draw: async (visit, sent) => {
    const asked = await askedYear(visit)
    const plan = await planOf(await visit.own(), asked.namHoc)
    const keeps = keepsPlan(visit.actor)
    const title = `Kế hoạch truyền thông năm học ${asked.namHoc}`
    if (!plan || plan.dong.length === 0)
      return {
        title,
        main: html`${yearLinks(asked.namHoc)}<div class="trong-khong">${hoaBan('hoa')}<p>Năm học ${asked.namHoc} chưa có kế hoạch.${!keeps && ' Văn phòng hoặc lãnh đạo lập kế hoạch.'}</p></div>${keeps && (await begin(visit, sent, asked, true))}`,
      }
    const shown: Shown = { plan, results: await resultsOf(await visit.own(), plan), owners: await ownersOf(await visit.own()), asked }
    return {
      title,
      main: html`${yearLinks(asked.namHoc)}${summary(shown)}
        <p class="nen"><a href="${PLAN_AT}/in?nam=${asked.namHoc}">Bản in</a><a href="${PLAN_AT}/lich?nam=${asked.namHoc}">Tệp lịch (.ics)</a><a href="${PLAN_AT}/hai-nam?nam=${asked.namHoc}">Cạnh năm trước</a></p>
        ${plan.canCu.length > 0 && html`<ul class="luu-y">${plan.canCu.map((one) => html`<li>${one}</li>`)}</ul>`}
        ${months(shown)}${keeps && html`${await begin(visit, sent, asked, false)}${basis(shown, sent)}${publish(shown)}${removed(await removedRows(await visit.own(), plan), asked.namHoc)}`}`,
    }
  },
  act: async (visit, form) => {
    onlyKeepers(visit)
    const { namHoc } = await askedYear(visit)
    const req = await visit.own()
    const viec = form.text('viec')
    if (viec === 'canCu') {
      await ghiCanCu(req, namHoc, form.text('canCu').split('\n'))
      return { to: `${PLAN_AT}?nam=${namHoc}&da=luu` }
    }
    if (viec === 'layLai') {
      await layLaiDong(req, namHoc, form.text('ma'))
      return { to: `${PLAN_AT}?nam=${namHoc}&da=keHoachLai` }
    }
    if (viec === 'congBo') return { to: await draftPage(visit, namHoc) }
    if (viec === 'sang') {
      await mangSang(req, form.text('tuNam'), namHoc)
      return { to: `${PLAN_AT}?nam=${namHoc}&da=keHoachSang` }
    }
    const rows = viec === 'mau' ? planOfPreset(form.text('mau')) : null
    if (rows === null) throw refuse(issue('INVALID_VALUE', viec === 'mau' ? 'mau' : undefined))
    return { to: `${PLAN_AT}?nam=${namHoc}&da=${addedWord(await themDong(req, namHoc, rows))}` }
  },
}
