/** `/lam-viec/ke-hoach/:ma`: one row of the plan – what is wanted, what there is, and the way to write what is missing; and a new row. */
import { themDong } from '../../actions/plan/lapKeHoach.ts'
import { boDong, suaDong } from '../../actions/plan/suaDong.ts'
import { namesOf, ownersOf } from '../../facts/plan/owners.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { resultsOf, type KetQuaDong } from '../../facts/plan/results.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { coverageOf, openSlots, rowState } from '../../policy/plan/coverage.ts'
import { keepsPlan, type DongKeHoach, type KeHoach } from '../../policy/plan/row.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { formPart } from '../../forms/field.ts'
import { sentTo } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { daysOf } from './list.ts'
import { BLANK, rowFields, rowIn } from './rowForm.ts'
import { coverageWords, monthsInWords, SLOT_WORDS, stateTag } from './words.ts'
import { askedYear, onlyKeepers, PLAN_AT, yearOfCode } from './year.ts'

async function rowAsked(visit: Visit): Promise<{ plan: KeHoach; row: DongKeHoach; today: string }> {
  const { today } = await askedYear(visit)
  const ma = String(visit.request.params.ma)
  const namHoc = yearOfCode(ma)
  const plan = namHoc === null ? null : await planOf(await visit.own(), namHoc)
  const row = plan?.dong.find((one) => one.ma === ma)
  if (!plan || !row) throw refuse(issue('NOT_FOUND'))
  return { plan, row, today }
}

function results({ live, dangLam }: KetQuaDong): Part {
  return html`${
    live.length > 0 &&
    html`<h2>Đã có trên trang</h2><ul class="viec">${live.map(({ slug, tieuDe, ngay, taiLieu, theo }) => html`<li><a href="/bai/${slug}">${tieuDe}</a> <span class="nho">${day(`${ngay}T00:00:00Z`)}${theo === 'chuDe' && ' · cùng chủ đề, cùng tháng'}</span> <span class="nho"><a href="/lam-viec/ho-so/tin-bai/${taiLieu}">Lịch sử</a></span></li>`)}</ul>`
  }${dangLam.length > 0 && html`<h2>Đang làm</h2><ul class="viec">${dangLam.map(({ taiLieu, tieuDe }) => html`<li><a href="/lam-viec/ho-so/tin-bai/${taiLieu}">${tieuDe || 'Chưa có tên'}</a></li>`)}</ul>`}`
}

async function about(visit: Visit, { plan, row, today }: Awaited<ReturnType<typeof rowAsked>>): Promise<Html> {
  const found = (await resultsOf(await visit.own(), plan)).get(row.ma) ?? { live: [], dangLam: [] }
  const coverage = coverageOf(row, daysOf(found), today)
  const fact = (name: string, said: string): Part => said !== '' && html`<div><dt>${name}</dt><dd>${said}</dd></div>`
  const missing = coverage ? openSlots(coverage) : []
  return html`<p>${stateTag(rowState(row, plan.namHoc, daysOf(found), today))}</p>
    <dl class="su-that">${fact('Khi nào', `${monthsInWords(row.thang)}, năm học ${plan.namHoc}`)}${fact('Phụ trách', namesOf(await ownersOf(await visit.own()), row) || 'chưa có')}${fact('Phối hợp', row.phoiHop)}${fact('Sự kiện', row.suKienTu === null ? '' : [row.suKienTu, row.suKienDen].flatMap((one) => (one === null ? [] : day(`${one}T00:00:00Z`))).join(' – '))}${coverage && fact('Tin về sự kiện', coverageWords(coverage))}${fact('Bổ sung', row.boSung)}</dl>
    ${row.sanPham.length > 0 && html`<h2>Sản phẩm cần có</h2><ul class="luu-y">${row.sanPham.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${missing.length > 0 && html`<p class="da-lam">Còn thiếu tin ${missing.map((slot) => SLOT_WORDS[slot]).join(', ')} sự kiện.</p>`}
    <p class="hang"><a class="nut" href="/lam-viec/viet?loai=tin&amp;keHoach=${row.ma}">Viết tin cho nội dung này</a></p>
    ${results(found)}`
}

export const planRow: Room = {
  path: `${PLAN_AT}/:ma`,
  draw: async (visit, sent) => {
    const asked = await rowAsked(visit)
    const { plan, row } = asked
    const at = `${PLAN_AT}/${row.ma}`
    const form = sentTo(sent, 'sua', sent.form?.text('viec') === 'sua')
    const stale = form.refused.some(({ code }) => code === 'STALE_VERSION')
    const hidden = (viec: string) => html`<input type="hidden" name="viec" value="${viec}" /><input type="hidden" name="lan" value="${row.lan}" />`
    return {
      title: row.noiDung,
      main: html`${await about(visit, asked)}${
        keepsPlan(visit.actor) &&
        html`<details class="them"${form.form !== null && html` open`}><summary>Sửa nội dung này</summary>${stale && html`<p class="da-lam">Người khác vừa sửa; bản vừa lưu ở phía trên. Bấm lại thì bản của bạn thay bản ấy.</p>`}${formPart(form, at, html`${hidden('sua')}${await rowFields(visit, row, form)}`, 'Lưu')}</details>
        <details class="them"><summary>Bỏ khỏi kế hoạch</summary>${formPart(sentTo(sent, 'bo', sent.form?.text('viec') === 'bo'), at, html`${hidden('bo')}<p>Nội dung rời kế hoạch; bài đã viết vẫn còn, sổ ghi lại ai bỏ.</p>`, 'Bỏ nội dung này')}</details>`
      }<p class="nen"><a href="${PLAN_AT}?nam=${plan.namHoc}">Cả kế hoạch năm học ${plan.namHoc}</a></p>`,
    }
  },
  act: async (visit, form) => {
    onlyKeepers(visit)
    const { plan, row } = await rowAsked(visit)
    const lan = Number(form.text('lan'))
    if (form.text('viec') === 'bo') {
      await boDong(await visit.own(), plan.namHoc, row.ma, lan)
      return { to: `${PLAN_AT}?nam=${plan.namHoc}&da=keHoachBo` }
    }
    await suaDong(await visit.own(), plan.namHoc, row.ma, lan, rowIn(form))
    return { to: `${PLAN_AT}/${row.ma}?da=luu` }
  },
}

export const planNewRow: Room = {
  path: `${PLAN_AT}/them`,
  draw: async (visit, sent) => {
    onlyKeepers(visit)
    const { namHoc } = await askedYear(visit)
    return { title: `Thêm vào kế hoạch năm học ${namHoc}`, main: formPart(sent, `${PLAN_AT}/them?nam=${namHoc}`, await rowFields(visit, BLANK, sent), 'Thêm') }
  },
  act: async (visit, form) => {
    onlyKeepers(visit)
    const { namHoc } = await askedYear(visit)
    const { them } = await themDong(await visit.own(), namHoc, [rowIn(form)])
    if (them.length === 0) throw refuse(issue('UNCHANGED', 'noiDung'))
    return { to: `${PLAN_AT}/${them[0]}?da=keHoachThem` }
  },
}
