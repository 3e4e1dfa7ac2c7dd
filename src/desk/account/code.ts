/** Codes for who has no phone that signs: set up with an authenticator application, ten recovery codes, taken away again. */
import { doiMa, mayUseCode, type ViecMa } from '../../actions/maXacNhan.ts'
import { hasCode, recoveryLeft, secretToSetUp, waitsUntil } from '../../facts/codes.ts'
import { hasKey } from '../../facts/deviceKeys.ts'
import { inFours } from '../../policy/text/inFours.ts'
import { base32, otpAddress } from '../../policy/people/totp.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import { sentTo, type Form, type Sent } from '../../forms/form.ts'
import type { DeskPage, Visit, Went } from '../room.ts'
import { ACCOUNT } from './sessions.ts'

const only = (sent: Sent, ...viec: [string, ...string[]]): Sent => sentTo(sent, viec[0], viec.includes(sent.form?.text('viec') ?? ''))

/** What changes a code in use is done with a code; one that does not count yet is dropped without. */
const withCode = (viec: string, verb: string, sent: Sent, asksCode = true): Html =>
  html`<details class="them"${only(sent, viec).form !== null && html` open`}>
    <summary>${verb}</summary>
    ${formPart(only(sent, viec), ACCOUNT, html`<input type="hidden" name="viec" value="${viec}" />${asksCode && field({ name: 'ma', label: 'Mã đang hiện, hoặc một mã dự phòng', autocomplete: 'one-time-code', required: true, max: 20 }, only(sent, viec))}`, verb)}
  </details>`

export async function codePart({ own, actor }: Visit, sent: Sent): Promise<Html> {
  if (await hasKey(await own(), actor.id)) return html`<h2 id="ma">Mã xác nhận</h2><p class="mo">Bạn đã có khoá trên thiết bị nên không cần mã.</p>`
  const [has, waits] = [await hasCode(await own(), actor.id), await waitsUntil(await own(), actor.id)]
  return html`<h2 id="ma">Mã xác nhận</h2>
    ${
      has
        ? html`<p>${waits === null ? 'Đang dùng.' : `Dùng được từ ${moment(waits)}. Không phải bạn đặt thì bỏ ngay và đổi mật khẩu.`} Còn ${await recoveryLeft(await own(), actor.id)} mã dự phòng chưa dùng.</p>
            ${waits === null && withCode('ma-du-phong', 'Tạo lại mười mã dự phòng', sent)}${withCode('ma-bo', waits === null ? 'Thôi dùng mã' : 'Bỏ mã này', sent, waits === null)}`
        : html`<p class="mo">Dành cho người chưa có điện thoại ký được: một ứng dụng xác thực hiện mã sáu chữ số, gõ mã khi quyết định.</p>
            ${formPart(only(sent, 'ma-bat-dau'), ACCOUNT, html`<input type="hidden" name="viec" value="ma-bat-dau" />`, 'Bắt đầu dùng mã')}`
    }`
}

async function setUp({ own, actor, options }: Visit, sent: Sent): Promise<DeskPage> {
  const secret = await secretToSetUp(await own(), actor.id)
  const name = (await options.settings())?.tenTruong ?? 'Trang thông tin điện tử'
  return {
    title: 'Dùng mã xác nhận',
    main: html`<ol>
        <li>Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator…), chọn “Nhập khoá thiết lập”.</li>
        <li>Tên: <strong>${name}</strong>. Khoá: <strong class="ma-dai">${inFours(base32(secret))}</strong> <a href="${otpAddress(name, actor.hoTen, secret)}">Mở thẳng ứng dụng trên máy này</a></li>
        <li>Gõ mã sáu chữ số đang hiện.</li>
      </ol>
      ${formPart(sent, ACCOUNT, html`<input type="hidden" name="viec" value="ma-dung" />${field({ name: 'ma', label: 'Mã đang hiện', autocomplete: 'one-time-code', required: true, max: 20 }, sent)}`, 'Dùng mã')}
      <p><a href="${ACCOUNT}#ma">Thôi</a></p>`,
  }
}

const recovery = (codes: readonly string[], waits: string | null): DeskPage => ({
  title: 'Mười mã dự phòng',
  main: html`<p class="da-lam">Hãy chép ra giấy và cất ở nơi an toàn. Các mã này chỉ hiện một lần; mỗi mã dùng được một lần khi không có điện thoại.${waits !== null && ` Mã mới dùng để duyệt được từ ${moment(waits)}.`}</p>
    <ul class="ma-du-phong">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
    <p><a class="nut" href="${ACCOUNT}#ma">Đã chép xong</a></p>`,
})

const VERBS: Record<string, ViecMa> = { 'ma-dung': 'dung', 'ma-du-phong': 'duPhong', 'ma-bo': 'bo' }

/** `null`: no verb of these. */
export async function codeAct(visit: Visit, form: Form): Promise<Went | DeskPage | null> {
  const viec = form.text('viec')
  if (viec === 'ma-bat-dau') {
    await mayUseCode(await visit.own())
    return setUp(visit, { form: null, refused: [] })
  }
  if (!Object.hasOwn(VERBS, viec)) return null
  const codes = await doiMa(await visit.own(), VERBS[viec]!, form.text('ma'))
  if (codes.length === 0) return { to: `${ACCOUNT}?da=maBo#ma` }
  return recovery(codes, await waitsUntil(await visit.own(), visit.actor.id))
}
export { setUp }
