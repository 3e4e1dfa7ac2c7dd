/** Who may approve what, until when, by which document; the spokesperson lends and takes back here. */
import type { PayloadRequest } from 'payload'
import { now } from '../../database/clock.ts'
import { openAccounts } from '../../facts/names.ts'
import { readReviewers } from '../../facts/people.ts'
import { parseId } from '../../actions/case.ts'
import { VAI_TRO_LABELS } from '../../messages/record.ts'
import { refuse } from '../../messages/refusal.ts'
import { scopesOf } from '../../policy/gate/gates/index.ts'
import { idOf } from '../../policy/ids.ts'
import { issue } from '../../policy/issues.ts'
import { isInForce } from '../../policy/people/delegation.ts'
import { APPROVING, holds, isEditor } from '../../policy/people/roles.ts'
import { dayOf } from '../../policy/time/hanoi.ts'
import { runtimeOf } from '../../runtime.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Sent } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'

const AT = '/lam-viec/uy-quyen'
const MOST = 100

type Lent = {
  id: number
  soVanBan: string
  phamVi: string
  tuNgay: string
  denNgay: string
  thuHoiLuc: string | null
  nguoiUyQuyen: unknown
  nguoiDuocUyQuyen: unknown
}
const nameOf = (person: unknown): string => (person !== null && typeof person === 'object' ? String((person as { hoTen?: unknown }).hoTen ?? '') : '')

async function lentOf(req: PayloadRequest): Promise<Lent[]> {
  const found = await req.payload.find({ collection: 'uy-quyen', depth: 1, limit: MOST, sort: '-denNgay', overrideAccess: false, req })
  return found.docs as unknown as Lent[]
}

const scopeName = ({ options }: Visit, scope: string): string =>
  runtimeOf(options.payload).gates.find(({ slug }) => slug === scope)?.labels.many.vi ?? 'Mọi nội dung'

function row(visit: Visit, one: Lent, state: string, endable: boolean, sent: Sent): Html {
  const mine = sentTo(sent, String(one.id), sent.form?.text('viec') === 'thu-hoi' && sent.form.text('uyQuyen') === String(one.id))
  return html`<li>
    <span><strong>${nameOf(one.nguoiDuocUyQuyen) || 'Một tài khoản'}</strong>, ${scopeName(visit, one.phamVi)}${state !== '' && html` <span class="the">${state}</span>`}</span>
    <span class="nho">từ ${moment(one.tuNgay)} đến ${moment(one.denNgay)}, theo ${one.soVanBan}, do ${nameOf(one.nguoiUyQuyen) || 'người phát ngôn'} giao${one.thuHoiLuc !== null && one.thuHoiLuc !== undefined && `, thu hồi lúc ${moment(one.thuHoiLuc)}`}</span>${
      endable &&
      html`<details class="them"${mine.form !== null && html` open`}><summary>Thu hồi</summary>
        <form method="post" action="${AT}"><input type="hidden" name="viec" value="thu-hoi" /><input type="hidden" name="uyQuyen" value="${one.id}" />
          <p>Thu hồi uỷ quyền của ${nameOf(one.nguoiDuocUyQuyen)} ngay bây giờ?</p>
          ${field({ name: 'matKhau', label: 'Mật khẩu của bạn', type: 'password', autocomplete: 'current-password' }, mine)}
          <p class="hang"><button class="nut nguy" type="submit">Thu hồi</button></p></form></details>`
    }
  </li>`
}

const group = (title: string, rows: readonly Html[]): Part => rows.length > 0 && html`<h2>${title}</h2><ul class="viec">${rows}</ul>`

async function lendForm(visit: Visit, sent: Sent, nowMs: number): Promise<Html> {
  const people = (await openAccounts(await visit.own()))
    .filter(({ id, kyThuat }) => id !== visit.actor.id && !kyThuat)
    .map(({ id, hoTen, chucVu }) => ({ value: String(id), label: [hoTen, chucVu].filter(Boolean).join(', ') }))
  const scopes = scopesOf(runtimeOf(visit.options.payload).gates).map((value) => ({ value, label: scopeName(visit, value) }))
  const mine = sentTo(sent, 'giao', sent.form?.text('viec') === 'giao')
  return html`<details class="them"${mine.form !== null && html` open`}>
    <summary>Giao quyền duyệt khi vắng mặt</summary>
    ${formPart(
      mine,
      AT,
      html`<input type="hidden" name="viec" value="giao" />${field({ name: 'nguoiDuocUyQuyen', label: 'Giao cho', options: [{ value: '', label: 'Chọn người' }, ...people], required: true }, mine)}${field({ name: 'phamVi', label: 'Phạm vi', options: scopes }, mine)}
        <div class="hai">${field({ name: 'tuNgay', label: 'Từ ngày', type: 'date', value: dayOf(nowMs), required: true }, mine)}${field({ name: 'denNgay', label: 'Đến hết ngày', type: 'date', required: true }, mine)}</div>
        ${field({ name: 'soVanBan', label: 'Số văn bản uỷ quyền', hint: 'Ví dụ 12/UQ-THPT; ghi cạnh tên người duyệt trên trang.', required: true, max: 100 }, mine)}`,
      'Giao quyền',
    )}
  </details>`
}

export const delegations: Room = {
  path: AT,
  draw: async (visit, sent) => {
    const lent = await lentOf(await visit.own())
    const at = await now(await visit.own())
    const mayLend = holds(visit.actor, 'nguoiPhatNgon')
    const inForce = lent.filter((one) => isInForce({ ...one, thuHoiLuc: one.thuHoiLuc ?? null }, at))
    const coming = lent.filter((one) => !one.thuHoiLuc && Date.parse(one.tuNgay) > Date.parse(at))
    const over = lent.filter((one) => !inForce.includes(one) && !coming.includes(one))
    const people =
      isEditor(visit.actor) || holds(visit.actor, 'quanTriKyThuat') ? (await readReviewers(await visit.own())).filter((one) => holds(one, ...APPROVING)) : []
    return {
      title: 'Ai được duyệt',
      main: html`${
        people.length > 0 &&
        html`<ul>
          ${people.map((one) => html`<li>${one.hoTen}${one.chucVu !== '' && `, ${one.chucVu}`} <span class="mo">(${one.vaiTro.filter((vai) => APPROVING.includes(vai)).map((vai) => VAI_TRO_LABELS[vai].vi.toLowerCase()).join(', ')})</span></li>`)}
        </ul>`
      }${mayLend && (await lendForm(visit, sent, Date.parse(at)))}${group('Đang được giao quyền', inForce.map((one) => row(visit, one, '', mayLend, sent)))}${group('Sắp tới', coming.map((one) => row(visit, one, 'chưa đến ngày', mayLend, sent)))}${
        inForce.length + coming.length === 0 && html`<p>Hiện không ai đang được giao quyền duyệt thay.</p>`
      }${over.length > 0 && html`<details class="them"><summary>Đã hết (${over.length})</summary><ul class="viec">${over.map((one) => row(visit, one, one.thuHoiLuc ? 'đã thu hồi' : 'hết hạn', false, sent))}</ul></details>`}${
        holds(visit.actor, 'nguoiPhatNgon', 'quanTriKyThuat') && html`<p>Một người nghỉ hẳn hoặc chuyển việc: <a href="/admin/collections/nguoi-dung">mở tài khoản của người ấy</a> và bấm “Cho nghỉ, bàn giao”; trang kể hết việc còn dở trước khi đóng.</p>`
      }`,
    } // prettier-ignore
  },
  act: async (visit, form) => {
    const req = await visit.own()
    if (form.text('viec') === 'thu-hoi') {
      const id = parseId(form.text('uyQuyen'))
      if (id === null) throw refuse(issue('NOT_FOUND'))
      await req.payload.update({ collection: 'uy-quyen', id, data: { thuHoiLuc: new Date().toISOString() } as never, depth: 0, overrideAccess: false, req })
      return { to: `${AT}?da=thuHoi` }
    }
    if (form.text('viec') !== 'giao') throw refuse(issue('INVALID_VALUE', 'viec'))
    const data = {
      ...Object.fromEntries(['phamVi', 'tuNgay', 'denNgay', 'soVanBan'].map((name) => [name, form.text(name)])),
      nguoiDuocUyQuyen: idOf(Number(form.text('nguoiDuocUyQuyen')) || null) || null,
    }
    await req.payload.create({ collection: 'uy-quyen', data: data as never, depth: 0, overrideAccess: false, req })
    return { to: `${AT}?da=giao` }
  },
}
