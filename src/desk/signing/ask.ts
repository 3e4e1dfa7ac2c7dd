/**
 * Asking for a signature without remembering anything: the decision is tried first, so that whatever refuses it does so before
 * anybody signs; then the page carries what was typed, and what the device is to sign. Sent back, the decision is made anew from
 * the same words; its text must be the one that was signed.
 */
import { Draft } from '../../actions/steps/sealing.ts'
import { signingKeys } from '../../facts/deviceKeys.ts'
import { hasCode } from '../../facts/codes.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { challengeOf, listText } from '../../policy/keys/assertion.ts'
import type { DongSo } from '../../record/nhatKy.ts'
import type { KhoaDangDung } from '../../record/khoaNguoi.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { field } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { DeskPage, Visit } from '../room.ts'

/** What the browser's own dialogue needs; read by the page's script. */
export const askDevice = (challenge: string, rpId: string, keys: readonly Pick<KhoaDangDung, 'credId' | 'ma'>[]): string =>
  JSON.stringify({ challenge, rpId, keys: keys.map(({ credId, ma }) => ({ id: credId, ma })) })

export const rpIdOf = ({ options }: Visit): string => new URL(options.siteUrl).hostname

/** What was signed, as it came with the form; `{}` where nothing was. */
export function signedIn(form: Form): Record<string, unknown> {
  const ma = form.text('maXacNhan')
  if (ma !== '') return { ma }
  const text = form.text('chuKy')
  if (text === '') return {}
  try {
    const chuKy = JSON.parse(text) as Record<string, unknown>
    const goi = form.all('goiBam')
    return {
      chuKy: goi.length > 0 ? { ...chuKy, goi: [...goi] } : chuKy,
      luc: form.text('luc'),
      sau: { so: Number(form.text('sauSo')), bam: form.text('sauBam') },
    }
  } catch {
    throw refuse(issue('DEVICE_SIGNATURE'))
  }
}

/** Whether this person is to be asked before his decision is taken; he was not yet. */
export async function mustSign(visit: Visit, form: Form): Promise<boolean> {
  if (form.text('chuKy') !== '' || form.text('maXacNhan') !== '') return false
  const req = await visit.own()
  return (await signingKeys(req, visit.actor.id)).length > 0 || (await hasCode(await visit.own(), visit.actor.id))
}

const NOT_CARRIED = ['chuKy', 've', 'maXacNhan', 'matKhau', 'luc', 'sauSo', 'sauBam', 'goiBam']
const carried = (form: Form): Part =>
  [...form.texts]
    .filter(([name]) => !NOT_CARRIED.includes(name))
    .flatMap(([name, values]) => values.map((value) => html`<textarea hidden name="${name}">\n${value}</textarea>`))

/** `sau`: of a verdict, which carries its own place; `ve`: of a change of authority, which waits by its name. */
type Asked = { at: string; about: Part; luc: string; sau?: DongSo; ve?: string; challenge: string; goi?: readonly string[] }

/** The page between the decision and its signature. */
export async function signPage(visit: Visit, form: Form, { at, about, luc, sau, ve, challenge, goi }: Asked, sent: Sent): Promise<DeskPage> {
  const keys = await signingKeys(await visit.own(), visit.actor.id)
  // Whoever has a key signs with it; a code is for who has none.
  const code = keys.length === 0 && (await hasCode(await visit.own(), visit.actor.id))
  const typed: Sent = { form: null, refused: sent.refused }
  const byDevice: Html = html`<form method="post" action="${at}" class="ky">
    ${carried(form)}${sau && html`<input type="hidden" name="luc" value="${luc}" /><input type="hidden" name="sauSo" value="${sau.so}" /><input type="hidden" name="sauBam" value="${sau.bam}" />`}${ve !== undefined && html`<input type="hidden" name="ve" value="${ve}" />`}${(goi ?? []).map((one) => html`<input type="hidden" name="goiBam" value="${one}" />`)}<input type="hidden" name="chuKy" value="" />
    <p class="hang"><button class="nut" type="submit" data-ky="${askDevice(challenge, rpIdOf(visit), keys)}">Ký bằng thiết bị này</button></p>
    <p class="mo" data-ky-loi role="status">Máy sẽ hỏi vân tay, khuôn mặt hoặc mã khoá màn hình. Nếu máy không hỏi, hãy mở trang này bằng Chrome hoặc Safari trên điện thoại đã đăng ký; mất điện thoại thì đăng ký khoá mới ở mục Tài khoản.</p>
  </form>`
  return {
    title: 'Ký quyết định',
    main: html`${about}
      <p class="mo">${visit.actor.hoTen}, lúc ${moment(luc)}. Chữ ký có hiệu lực trong năm phút.</p>
      ${keys.length > 0 && byDevice}${
        code &&
        html`<form method="post" action="${at}">
          ${carried(form)}${field({ name: 'maXacNhan', label: 'Mã trong ứng dụng xác thực', hint: 'Sáu chữ số đang hiện, hoặc một mã dự phòng.', autocomplete: 'one-time-code', required: true, max: 20 }, typed)}
          <p class="hang"><button class="nut" type="submit">Xác nhận bằng mã</button></p>
        </form>`
      }
      <p><a href="${at}">Quay lại, chưa quyết định</a></p>`,
  }
}

/** The text of a decision that was only tried. */
export async function drafted(work: () => Promise<unknown>): Promise<Draft> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Draft) return error
    throw error
  }
  throw new Error('drafted: expected the decision to stop before it was written, it did not')
}

export { challengeOf, listText }
