/** The plan as the table schools know: on paper, beside last year's, and as a file for a calendar. */
import { namesOf, ownersOf } from '../../facts/plan/owners.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { resultsOf } from '../../facts/plan/results.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { inSchoolYear, type DongKeHoach, type KeHoach } from '../../policy/plan/row.ts'
import { writePlanCalendar } from '../../reports/planCalendar.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { Room, Visit } from '../room.ts'
import { monthsInWords } from './words.ts'
import { askedYear, PLAN_AT, yearBeside } from './year.ts'

async function planAsked(visit: Visit): Promise<KeHoach> {
  const plan = await planOf(await visit.own(), (await askedYear(visit)).namHoc)
  if (!plan || plan.dong.length === 0) throw refuse(issue('NOT_FOUND'))
  return plan
}

/** Rows of the same months stand together, the months once beside them. */
const grouped = ({ dong }: KeHoach): DongKeHoach[][] => {
  const groups: DongKeHoach[][] = []
  for (const row of dong) {
    const last = groups.at(-1)
    if (last && last[0]!.thang.join() === row.thang.join()) last.push(row)
    else groups.push([row])
  }
  return groups
}

export const planPrint: Room = {
  path: `${PLAN_AT}/in`,
  draw: async (visit) => {
    const plan = await planAsked(visit)
    const results = await resultsOf(await visit.own(), plan)
    const owners = await ownersOf(await visit.own())
    const settings = await visit.options.settings()
    const wanted = plan.dong.some(({ sanPham }) => sanPham.length > 0)
    const numbers = new Map(plan.dong.map(({ ma }, i) => [ma, i + 1]))
    const cells = (row: DongKeHoach): Html =>
      html`<td><a href="${PLAN_AT}/${row.ma}">${row.noiDung}</a>${row.suKienTu !== null && html` (${day(`${row.suKienTu}T00:00:00Z`)}${row.suKienDen !== null && row.suKienDen !== row.suKienTu && ` – ${day(`${row.suKienDen}T00:00:00Z`)}`})`}</td>${wanted && html`<td>${row.sanPham.join('; ')}</td>`}<td>${namesOf(owners, row)}${row.phoiHop !== '' && html`<br />Phối hợp: ${row.phoiHop}`}</td><td>${row.boSung}</td><td>${results.get(row.ma)?.live.map(({ tieuDe, ngay }) => html`${tieuDe} (${day(`${ngay}T00:00:00Z`)})<br />`)}</td>`
    return {
      title: `Kế hoạch truyền thông năm học ${plan.namHoc}`,
      wide: true,
      main: html`<p class="hang khong-in"><button type="button" class="nut" data-in hidden>In</button><a class="nut phu" href="${PLAN_AT}?nam=${plan.namHoc}">Về kế hoạch</a></p>
        <p class="in-dau">${settings?.tenTruong ?? ''}</p>
        ${plan.canCu.map((one) => html`<p><em>Căn cứ ${one};</em></p>`)}
        <div class="ke-bang in-bang" tabindex="0" role="region" aria-label="Kế hoạch"><table><thead><tr><th scope="col">STT</th><th scope="col">Tháng</th><th scope="col">Nội dung truyền thông</th>${wanted && html`<th scope="col">Sản phẩm</th>`}<th scope="col">Người thực hiện</th><th scope="col">Kế hoạch bổ sung</th><th scope="col">Kết quả</th></tr></thead>
          ${grouped(plan).map((rows) => html`<tbody>${rows.map((row, i) => html`<tr><td>${numbers.get(row.ma)}</td>${i === 0 && html`<th scope="rowgroup" rowspan="${rows.length}">${row.thang.length === 0 ? 'Cả năm' : row.thang.join(', ')}</th>`}${cells(row)}</tr>`)}</tbody>`)}</table></div>
        <div class="in-ky"><p>Người lập</p><p>Người duyệt</p></div>`,
    }
  },
}

const list = (rows: readonly DongKeHoach[]): Html =>
  rows.length === 0 ? html`–` : html`<ul class="luu-y">${rows.map(({ noiDung, ma }) => html`<li><a href="${PLAN_AT}/${ma}">${noiDung}</a></li>`)}</ul>`

export const planTwoYears: Room = {
  path: `${PLAN_AT}/hai-nam`,
  draw: async (visit) => {
    const { namHoc } = await askedYear(visit)
    const before = yearBeside(namHoc, -1)
    const [one, other] = [await planOf(await visit.own(), before), await planOf(await visit.own(), namHoc)]
    const months = [...inSchoolYear(Array.from({ length: 12 }, (_, i) => i + 1)), 0]
    const of = (plan: KeHoach | null, month: number): DongKeHoach[] =>
      (plan?.dong ?? []).filter(({ thang }) => (month === 0 ? thang.length === 0 : thang.includes(month)))
    const shown = months.filter((month) => of(one, month).length > 0 || of(other, month).length > 0)
    return {
      title: `Kế hoạch ${before} và ${namHoc}`,
      wide: true,
      main: html`<p class="nen"><a href="${PLAN_AT}?nam=${namHoc}">Về kế hoạch ${namHoc}</a></p>
        ${shown.length === 0 ? html`<p>Hai năm học này chưa có kế hoạch.</p>` : html`<div class="ke-bang" tabindex="0" role="region" aria-label="Hai năm học"><table><thead><tr><th scope="col">Tháng</th><th scope="col">${before}</th><th scope="col">${namHoc}</th></tr></thead><tbody>${shown.map((month) => html`<tr><th scope="row">${monthsInWords(month === 0 ? [] : [month])}</th><td>${list(of(one, month))}</td><td>${list(of(other, month))}</td></tr>`)}</tbody></table></div>`}`,
    }
  },
}

export const planCalendar: Room = {
  path: `${PLAN_AT}/lich`,
  draw: async (visit) => {
    const plan = await planAsked(visit)
    const owners = await ownersOf(await visit.own())
    const settings = await visit.options.settings()
    const text = writePlanCalendar(plan, {
      ten: settings?.tenTruong ?? '',
      siteUrl: visit.options.siteUrl,
      stamp: `${plan.namHoc.slice(0, 4)}-09-01T00:00:00Z`,
      owners: (ma) =>
        namesOf(
          owners,
          plan.dong.find((one) => one.ma === ma)!,
        ),
    })
    return { file: { bytes: Buffer.from(text), type: 'text/calendar; charset=utf-8', name: `ke-hoach-${plan.namHoc}.ics` } }
  },
}
