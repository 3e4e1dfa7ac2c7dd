/** What is wanted of a row of the plan, what there is, what may be of it, and the way to write what is missing. */
import { namesOf, ownersOf } from '../../facts/plan/owners.ts'
import { resultsOf, type KetQua, type KetQuaDong } from '../../facts/plan/results.ts'
import { coverageOf, openSlots, rowState } from '../../policy/plan/coverage.ts'
import { keepsPlan, type DongKeHoach, type KeHoach } from '../../policy/plan/row.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import type { Visit } from '../room.ts'
import { coverageWords, monthsInWords, SLOT_WORDS, stateTag } from './words.ts'
import { PLAN_AT } from './year.ts'

export type Shown = { plan: KeHoach; row: DongKeHoach; today: string }

export const daysOf = (result: KetQuaDong | undefined): string[] => (result?.live ?? []).map(({ ngay }) => ngay)
const NOTHING: KetQuaDong = { live: [], goiY: [], dangLam: [] }

/** Whoever may not read a draft learns that there is one, and no word of it. */
async function readable(visit: Visit, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const req = await visit.own()
  const found = await req.payload.find({
    collection: 'tin-bai',
    where: { id: { in: [...ids] } },
    select: {},
    depth: 0,
    limit: ids.length,
    overrideAccess: false,
    req,
  })
  return new Set(found.docs.map(({ id }) => Number(id)))
}

async function results(visit: Visit, { row }: Shown, { live, goiY, dangLam }: KetQuaDong): Promise<Part> {
  const mine = await readable(visit, [...live, ...dangLam].map(({ taiLieu }) => taiLieu)) // prettier-ignore
  const link = ({ slug, tieuDe, ngay }: KetQua): Html => html`<a href="/bai/${slug}">${tieuDe}</a> <span class="nho">${day(`${ngay}T00:00:00Z`)}</span>`
  const hidden = dangLam.filter(({ taiLieu }) => !mine.has(taiLieu)).length
  const maybe = keepsPlan(visit.actor) ? goiY : []
  return html`${live.length > 0 && html`<h2>Đã có trên trang</h2><ul class="viec">${live.map((one) => html`<li>${link(one)} ${mine.has(one.taiLieu) && html`<span class="nho"><a href="/lam-viec/ho-so/tin-bai/${one.taiLieu}">Lịch sử</a></span>`}</li>`)}</ul>`}
    ${dangLam.length > 0 && html`<h2>Đang viết</h2><ul class="viec">${dangLam.filter(({ taiLieu }) => mine.has(taiLieu)).map(({ taiLieu, tieuDe }) => html`<li><a href="/lam-viec/ho-so/tin-bai/${taiLieu}">${tieuDe || 'Chưa có tên'}</a></li>`)}${hidden > 0 && html`<li>${hidden} bài của người khác</li>`}</ul>`}
    ${
      maybe.length > 0 &&
      html`<h2>Có phải những bài này?</h2><p class="mo">Cùng chủ đề, đăng trong tháng của nội dung này; chưa tính.</p>
        <ul class="viec">${maybe.slice(0, 20).map((one) => html`<li>${link(one)} <form method="post" action="${PLAN_AT}/${row.ma}"><input type="hidden" name="viec" value="gan" /><input type="hidden" name="bai" value="${one.taiLieu}" /><button class="nut phu" type="submit">Tính bài này</button></form></li>`)}</ul>`
    }`
}

export async function about(visit: Visit, shown: Shown): Promise<Html> {
  const { plan, row, today } = shown
  const found = (await resultsOf(await visit.own(), plan)).get(row.ma) ?? NOTHING
  const coverage = coverageOf(row, daysOf(found), today)
  const fact = (name: string, said: string): Part => said !== '' && html`<div><dt>${name}</dt><dd>${said}</dd></div>`
  const missing = coverage ? openSlots(coverage) : []
  const event = [row.suKienTu, row.suKienDen].flatMap((one) => (one === null ? [] : day(`${one}T00:00:00Z`))).join(' – ')
  return html`<p>${stateTag(rowState(row, plan, daysOf(found), today))}</p>
    <dl class="su-that">${fact('Khi nào', `${monthsInWords(row.thang)}, năm học ${plan.namHoc}`)}${fact('Phụ trách', namesOf(await ownersOf(await visit.own()), row) || 'chưa có')}${fact('Phối hợp', row.phoiHop)}${fact('Sự kiện', event)}${coverage && fact('Tin về sự kiện', coverageWords(coverage))}${fact('Bổ sung', row.boSung)}</dl>
    ${row.sanPham.length > 0 && html`<h2>Sản phẩm cần có</h2><ul class="luu-y">${row.sanPham.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${missing.length > 0 && html`<p class="da-lam">Còn thiếu tin ${missing.map((slot) => SLOT_WORDS[slot]).join(', ')} sự kiện.</p>`}
    <p class="hang"><a class="nut" href="/lam-viec/viet?loai=tin&amp;keHoach=${row.ma}">Viết tin cho nội dung này</a></p>
    ${await results(visit, shown, found)}`
}
