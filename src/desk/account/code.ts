/** Codes for who has no phone that signs: set up with an authenticator application, ten recovery codes, taken away again. */
import { demandCode, dropCode, hasCode, newRecoveryCodes, recoveryLeft, secretToSetUp } from '../../facts/codes.ts'
import { demandProof } from '../../facts/proof.ts'
import { base32, otpAddress } from '../../policy/people/totp.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { field, formPart } from '../draw/form.ts'
import type { DeskPage, Form, Sent, Visit, Went } from '../room.ts'
import { ACCOUNT } from './sessions.ts'

const spaced = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')
const only = (sent: Sent, ...viec: string[]): Sent => (sent.form && viec.includes(sent.form.text('viec')) ? sent : { form: null, refused: [] })
const button = (viec: string, verb: string): Html => html`<button class="nut phu" type="submit" name="viec" value="${viec}">${verb}</button>`

export async function codePart({ own, actor }: Visit, sent: Sent): Promise<Html> {
  const has = await hasCode(await own(), actor.id)
  const mine = only(sent, 'ma-bat-dau', 'ma-du-phong', 'ma-bo')
  return html`<h2 id="ma">Mã xác nhận</h2>
    ${
      has
        ? html`<p>Đang dùng. Còn ${await recoveryLeft(await own(), actor.id)} mã dự phòng chưa dùng.</p>
            ${formPart(mine, ACCOUNT, html`<input type="hidden" name="viec" value="ma-du-phong" />`, 'Tạo lại mười mã dự phòng', { beside: button('ma-bo', 'Thôi dùng mã') })}`
        : html`<p class="mo">Dành cho người chưa có điện thoại ký được: một ứng dụng xác thực hiện mã sáu chữ số, gõ mã khi quyết định.</p>
            ${formPart(mine, ACCOUNT, html`<input type="hidden" name="viec" value="ma-bat-dau" />`, 'Bắt đầu dùng mã')}`
    }`
}

async function setUp({ own, actor, options }: Visit, sent: Sent): Promise<DeskPage> {
  const secret = await secretToSetUp(await own(), actor.id)
  const name = (await options.settings())?.tenTruong ?? 'Trang của trường'
  return {
    title: 'Dùng mã xác nhận',
    main: html`<ol>
        <li>Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator…), chọn “Nhập khoá thiết lập”.</li>
        <li>Tên: <strong>${name}</strong>. Khoá: <strong class="ma-dai">${spaced(base32(secret))}</strong> <a href="${otpAddress(name, actor.hoTen, secret)}">Mở thẳng ứng dụng trên máy này</a></li>
        <li>Gõ mã sáu chữ số đang hiện.</li>
      </ol>
      ${formPart(sent, ACCOUNT, html`<input type="hidden" name="viec" value="ma-dung" />${field({ name: 'ma', label: 'Mã đang hiện', autocomplete: 'one-time-code', required: true, max: 20 }, sent)}`, 'Dùng mã')}
      <p><a href="${ACCOUNT}#ma">Thôi</a></p>`,
  }
}

const recovery = (codes: readonly string[]): DeskPage => ({
  title: 'Mười mã dự phòng',
  main: html`<p class="da-lam">Hãy chép ra giấy và cất ở nơi an toàn. Các mã này chỉ hiện một lần; mỗi mã dùng được một lần khi không có điện thoại.</p>
    <ul class="ma-du-phong">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ul>
    <p><a class="nut" href="${ACCOUNT}#ma">Đã chép xong</a></p>`,
})

/** `null`: no verb of these. */
export async function codeAct(visit: Visit, form: Form): Promise<Went | DeskPage | null> {
  const { own, actor } = visit
  const viec = form.text('viec')
  if (!['ma-bat-dau', 'ma-dung', 'ma-du-phong', 'ma-bo'].includes(viec)) return null
  await demandProof(await own(), ['khoaNguoi'])
  if (viec === 'ma-bat-dau') return setUp(visit, { form: null, refused: [] })
  if (viec === 'ma-bo') {
    await dropCode(await own(), actor.id)
    return { to: `${ACCOUNT}?da=maBo#ma` }
  }
  if (viec === 'ma-dung') await demandCode(await own(), actor.id, form.text('ma'), true)
  return recovery(await newRecoveryCodes(await own(), actor.id))
}
export { setUp }
