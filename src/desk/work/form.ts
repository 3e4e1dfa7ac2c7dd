/** Who sees to a document until when, and what must not go out before an hour; a word to the principal; "đã xem lại". */
import { baoCao } from '../../actions/baoCao.ts'
import { giaoViec, type GiaoViec } from '../../actions/giaoViec.ts'
import { now } from '../../database/clock.ts'
import { hasPost } from '../../facts/mail.ts'
import { openAccounts } from '../../facts/names.ts'
import { lastSeenAgain, markSeenAgain, UU_TIEN, workOn, type UuTien, type Viec } from '../../facts/work.ts'
import { refuse } from '../../messages/refusal.ts'
import { keepNotices } from '../../notices/store.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import type { Gate } from '../../policy/gate/gates/index.ts'
import { issue } from '../../policy/issues.ts'
import { holds, isEditor, type Actor } from '../../policy/people/roles.ts'
import { readHoSo } from '../../record/hoSo.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Part } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Form, type Sent } from '../../forms/form.ts'
import type { Visit, Went } from '../room.ts'
import { dayAndHour, instantIn } from '../writing/event.ts'

export const UU_TIEN_TEN: Record<UuTien, string> = { cao: 'Cao', thuong: 'Thường', thap: 'Thấp' }
/** Whoever reads the whole directory: names are chosen from it. */
const mayAssign = (actor: Actor): boolean => isEditor(actor)
const mayReport = (actor: Actor): boolean => (isEditor(actor) || holds(actor, 'dauMoi', 'vanThu')) && !holds(actor, 'nguoiPhatNgon')
const only = (sent: Sent, viec: string): Sent => sentTo(sent, viec, sent.form?.text('viec') === viec)

export const workLine = ({ tenNguoi, han, uuTien, khongTruoc, ghiChu }: Viec): string =>
  [
    tenNguoi === '' ? '' : `theo dõi: ${tenNguoi}`,
    han === null ? '' : `hạn ${moment(han)}`,
    uuTien === 'thuong' ? '' : `ưu tiên ${UU_TIEN_TEN[uuTien].toLowerCase()}`,
    khongTruoc === null ? '' : `không đăng trước ${moment(khongTruoc)}`,
    ghiChu,
  ]
    .filter((word) => word !== '')
    .join(' · ')

const peopleToChoose = async ({ own }: Visit): Promise<{ value: string; label: string }[]> =>
  (await openAccounts(await own())).map(({ id, hoTen, chucVu }) => ({ value: String(id), label: [hoTen, chucVu].filter(Boolean).join(', ') }))

export async function workPart(visit: Visit, gate: Gate, id: number, at: string, live: boolean, sent: Sent): Promise<Part> {
  const work = await workOn(await visit.own(), gate.slug, id)
  const line = workLine(work)
  const mine = only(sent, 'giao-viec')
  // Somebody wrote meanwhile: what stands now is told above, and the next press is about it.
  const stale = mine.refused.some(({ code }) => code === 'STALE_VERSION')
  const [due, embargo] = [dayAndHour(work.han), dayAndHour(work.khongTruoc)]
  const again = live ? await lastSeenAgain(await visit.own(), gate.slug, id) : null
  return html`${line !== '' && html`<p>${line}</p>`}${
    mayAssign(visit.actor) &&
    html`<details class="them"${mine.form !== null && html` open`}>
      <summary>Giao việc, hạn, giờ chưa được đăng</summary>
      ${formPart(
        mine,
        at,
        html`<input type="hidden" name="viec" value="giao-viec" /><input type="hidden" name="viecLuc" value="${stale ? work.luc : (mine.form?.text('viecLuc') ?? work.luc)}" />${field({ name: 'nguoi', label: 'Người theo dõi', value: String(work.nguoi ?? ''), options: [{ value: '', label: 'Chưa giao' }, ...(await peopleToChoose(visit))] }, mine)}
          <div class="hai">${field({ name: 'hanNgay', label: 'Hạn ngày', type: 'date', value: due.ngay }, mine)}${field({ name: 'hanGio', label: 'Lúc', type: 'time', value: due.gio }, mine)}</div>
          ${field({ name: 'uuTien', label: 'Ưu tiên', value: work.uuTien, options: UU_TIEN.map((value) => ({ value, label: UU_TIEN_TEN[value] })) }, mine)}
          <div class="hai">${field({ name: 'khongTruocNgay', label: 'Không đăng trước ngày', type: 'date', value: embargo.ngay }, mine)}${field({ name: 'khongTruocGio', label: 'Lúc', type: 'time', value: embargo.gio }, mine)}</div>
          ${field({ name: 'ghiChu', label: 'Lời dặn', value: work.ghiChu, max: 500 }, mine)}`,
        'Lưu',
      )}
    </details>`
  }${
    mayReport(visit.actor) &&
    html`<details class="them"${only(sent, 'bao-cao').form !== null && html` open`}>
      <summary>Báo cáo người phát ngôn</summary>
      ${formPart(only(sent, 'bao-cao'), at, html`<input type="hidden" name="viec" value="bao-cao" />${field({ name: 'loi', label: 'Một câu báo cáo', hint: 'Người phát ngôn được báo ngay; câu này ghi trong sổ.', rows: 2, max: 500, required: true }, only(sent, 'bao-cao'))}`, 'Báo cáo')}
    </details>`
  }${
    live &&
    html`<form method="post" action="${at}">
      <p class="hang"><button class="nut phu" type="submit" name="viec" value="xem-lai">Đã xem lại, vẫn đúng</button>${again !== null && html`<span class="mo">Xem lại lần cuối ${moment(again.luc)}, ${again.tenNguoi}</span>`}</p>
    </form>`
  }`
}

function workIn(form: Form): GiaoViec {
  const nguoi = Number(form.text('nguoi'))
  const uuTien = UU_TIEN.find((one) => one === form.text('uuTien')) ?? 'thuong'
  const ghiChu = form.text('ghiChu')
  const issues = [...([...ghiChu].length > 500 ? [issue('TOO_LONG', 'ghiChu', { max: 500 })] : []), ...textIssues(ghiChu, 'ghiChu')]
  if (issues.length > 0) throw refuse(...issues)
  const at = (name: string): string | null => instantIn(form, `${name}Ngay`, `${name}Gio`)
  return { nguoi: Number.isInteger(nguoi) && nguoi > 0 ? nguoi : null, uuTien, ghiChu, han: at('han'), khongTruoc: at('khongTruoc') }
}

/** Whoever is given something to see to hears of it, unless he gave it to himself. */
async function tellAssigned(visit: Visit, gate: Gate, id: number, { nguoi, ghiChu }: GiaoViec): Promise<void> {
  if (nguoi === null || nguoi === visit.actor.id) return
  const req = await visit.own()
  const hoSo = await readHoSo(req, gate.slug, id)
  const dan = `/lam-viec/ho-so/${gate.slug}/${id}`
  const one = {
    nguoi,
    khoa: `viec/${gate.slug}/${id}/${await now(req)}`,
    loai: 'giaoViec' as const,
    tieuDe: hoSo?.tieuDe ?? '',
    loi: ghiChu,
    dan,
    banTrinh: null,
  }
  await keepNotices(req, [one], 0, Date.parse(await now(req)), hasPost(visit.options.payload))
}

/** `null`: no verb of these. */
export async function workAct(visit: Visit, gate: Gate, id: number, at: string, live: boolean, form: Form): Promise<Went | null> {
  switch (form.text('viec')) {
    case 'giao-viec': {
      const work = workIn(form)
      const before = (await workOn(await visit.own(), gate.slug, id)).nguoi
      await giaoViec(await visit.own(), gate, id, work, form.text('viecLuc'))
      if (work.nguoi !== before) await tellAssigned(visit, gate, id, work)
      return { to: `${at}?da=luu` }
    }
    case 'bao-cao':
      await baoCao(await visit.own(), gate, id, form.text('loi'))
      return { to: `${at}?da=baoCao` }
    case 'xem-lai':
      if (!live) throw refuse(issue('WRONG_STATE'))
      await markSeenAgain(await visit.own(), gate.slug, id, visit.actor.id)
      return { to: `${at}?da=xemLai` }
    default:
      return null
  }
}
