/** `/lam-viec/ke-hoach/:ma`: one row of the plan, changed or taken out by whoever keeps it; and a new row. */
import { themDong } from '../../actions/plan/lapKeHoach.ts'
import { ganBai } from '../../actions/plan/ganBai.ts'
import { boDong, suaDong } from '../../actions/plan/suaDong.ts'
import { parseId } from '../../actions/case.ts'
import { planOf } from '../../facts/plan/plan.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { mergeRows } from '../../policy/plan/merge.ts'
import { keepsPlan, type NoiDungDong } from '../../policy/plan/row.ts'
import { html } from '../../theme/draw/html.ts'
import { formPart } from '../../forms/field.ts'
import { sentTo, type Form } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { about, type Shown } from './rowAbout.ts'
import { BLANK, rowFields, rowIn, valueInWords } from './rowForm.ts'
import { askedYear, onlyKeepers, PLAN_AT, yearOfCode } from './year.ts'

async function rowAsked(visit: Visit): Promise<Shown> {
  const { today } = await askedYear(visit)
  const ma = String(visit.request.params.ma)
  const namHoc = yearOfCode(ma)
  const plan = namHoc === null ? null : await planOf(await visit.own(), namHoc)
  const row = plan?.dong.find((one) => one.ma === ma)
  if (!plan || !row) throw refuse(issue('NOT_FOUND'))
  return { plan, row, today }
}

/** As it stood on the page; null where the page does not say. */
function baseIn(form: Form): NoiDungDong | null {
  try {
    return { ...BLANK, ...(JSON.parse(form.text('goc')) as NoiDungDong) }
  } catch {
    return null
  }
}

/** What somebody else changed meanwhile stays where only he did; where both did, both are shown. */
async function save(visit: Visit, form: Form, { plan, row }: Shown): Promise<void> {
  const mine = rowIn(form)
  const { row: merged, clash: all } = Number(form.text('lan')) === row.lan ? { row: mine, clash: [] } : mergeRows(baseIn(form), mine, row)
  // What was shown before and is sent again is meant.
  const [names = '', shownLan = ''] = form.text('dap').split('@')
  const answered = Number(shownLan) === row.lan ? names.split(',') : []
  const clash = all.filter((name) => !answered.includes(name))
  const meant = Object.fromEntries(all.filter((name) => answered.includes(name)).map((name) => [name, (mine as Record<string, unknown>)[name]]))
  if (clash.length > 0) {
    const values = await Promise.all(clash.map(async (name) => valueInWords(visit, row, name)))
    throw refuse(...clash.map((name, i) => issue('PLAN_CLASH', name, { chu: values[i]!.slice(0, 300) })))
  }
  await suaDong(await visit.own(), plan.namHoc, row.ma, row.lan, { ...merged, ...meant })
}

export const planRow: Room = {
  path: `${PLAN_AT}/:ma`,
  draw: async (visit, sent) => {
    const asked = await rowAsked(visit)
    const { plan, row } = asked
    const at = `${PLAN_AT}/${row.ma}`
    const form = sentTo(sent, 'sua', sent.form?.text('viec') === 'sua')
    const { ma: _ma, lan, tu: _tu, ...base } = row
    // Asked again, the page goes on from where it began: what others changed beside stays theirs.
    const clashes = form.refused.filter(({ code }) => code === 'PLAN_CLASH').map(({ field: name }) => name)
    const goesOn = clashes.length > 0 && form.form !== null
    const begun = goesOn
      ? {
          lan: form.form!.text('lan'),
          goc: form.form!.text('goc'),
          dap: `${[...clashes, ...(form.form!.text('dap').endsWith(`@${lan}`) ? form.form!.text('dap').split('@')[0]!.split(',') : [])].join(',')}@${lan}`,
        }
      : { lan: String(lan), goc: JSON.stringify(base), dap: '' }
    const hidden = (viec: string) => html`<input type="hidden" name="viec" value="${viec}" /><input type="hidden" name="lan" value="${lan}" />`
    return {
      title: row.noiDung,
      main: html`${await about(visit, asked)}${
        keepsPlan(visit.actor) &&
        html`<details class="them"${form.form !== null && html` open`}><summary>Sửa nội dung này</summary>${formPart(form, at, html`<input type="hidden" name="viec" value="sua" /><input type="hidden" name="lan" value="${begun.lan}" /><input type="hidden" name="goc" value="${begun.goc}" /><input type="hidden" name="dap" value="${begun.dap}" />${await rowFields(visit, row, form)}`, 'Lưu')}</details>
        <details class="them"><summary>Bỏ khỏi kế hoạch</summary>${formPart(sentTo(sent, 'bo', sent.form?.text('viec') === 'bo'), at, html`${hidden('bo')}<p>Bỏ “${row.noiDung}”. Bài đã viết vẫn còn; lấy lại được ở cuối trang kế hoạch.</p>`, 'Bỏ nội dung này')}</details>`
      }<p class="nen"><a href="${PLAN_AT}?nam=${plan.namHoc}">Cả kế hoạch năm học ${plan.namHoc}</a></p>`,
    }
  },
  act: async (visit, form) => {
    onlyKeepers(visit)
    const shown = await rowAsked(visit)
    const { plan, row } = shown
    if (form.text('viec') === 'bo') {
      await boDong(await visit.own(), plan.namHoc, row.ma, Number(form.text('lan')))
      return { to: `${PLAN_AT}?nam=${plan.namHoc}&da=keHoachBo` }
    }
    if (form.text('viec') === 'gan') await ganBai(await visit.own(), parseId(form.text('bai')) ?? 0, row.ma)
    else await save(visit, form, shown)
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
    if (them.length === 0) throw refuse(issue('PLAN_ROW_EXISTS', 'noiDung'))
    return { to: `${PLAN_AT}/${them[0]}?da=keHoachThem` }
  },
}
