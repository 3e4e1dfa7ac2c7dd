/** Keys of one's own devices: which there are, making one in two touches, vouching for another's, ending one. */
import { inFours } from '../../policy/text/inFours.ts'
import { baoLanhKhoa, boKhoa, dangKyKhoa, wayOf } from '../../actions/khoaNguoi.ts'
import { now } from '../../database/clock.ts'
import { signingKeys } from '../../facts/deviceKeys.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { challengeOf, keyNameOf, publicKeyOf } from '../../policy/keys/assertion.ts'
import { endText, registrationText, vouchText } from '../../policy/keys/texts.ts'
import { authorityOf } from '../../record/authority/read.ts'
import { keptKeys, waitingKeys, type KhoaCho } from '../../record/khoaNguoi.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { deviceOf } from '../../policy/people/device.ts'
import { formPart } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { DeskPage, Visit, Went } from '../room.ts'
import { askDevice, rpIdOf } from '../signing/ask.ts'
import { ACCOUNT } from './sessions.ts'

const LOI = html`<p class="mo" data-ky-loi role="status"></p>`
const nameOfDevice = ({ request }: Visit): string => deviceOf(request.headers['user-agent']) ?? 'Thiết bị'

/** A button that asks the device; what it signed comes with the form as `chuKy`. */
const signButton = (viec: string, fields: Record<string, string>, ask: string, verb: string, phu = false): Html =>
  html`<form method="post" action="${ACCOUNT}" class="ky">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}<input type="hidden" name="viec" value="${viec}" /><input type="hidden" name="chuKy" value="" />
    <p class="hang"><button class="nut${phu ? ' phu' : ''}" type="submit" data-ky="${ask}">${verb}</button></p>
    ${LOI}
  </form>`

async function mineList(visit: Visit): Promise<Part> {
  const keys = await signingKeys(await visit.own(), visit.actor.id)
  const all = await keptKeys(await visit.own(), visit.actor.id)
  const { so } = await authorityOf(await visit.own())
  const coming = all.filter(({ ma }) => !keys.some((k) => k.ma === ma) && so.khoa.get(ma)?.het === null)
  const end = (ma: string): Html =>
    html`<details class="them"><summary>Bỏ khoá này</summary><p>Bỏ khoá ${inFours(ma)}? Từ đó khoá này không ký được nữa.</p>${signButton('bo-khoa', { ma }, askDevice(challengeOf(endText(ma, visit.actor.id)), rpIdOf(visit), keys), 'Ký để bỏ khoá', true)}</details>`
  return (
    (keys.length > 0 || coming.length > 0) &&
    html`<ul class="viec">
      ${keys.map(({ ma, ten, luc }) => html`<li><span><strong>${ten || 'Thiết bị'}</strong> <span class="the xong">đang ký được</span></span><span class="nho">mã ${inFours(ma)}, từ ${day(luc)}</span>${end(ma)}</li>`)}${coming.map(({ ma, ten }) => html`<li><span><strong>${ten || 'Thiết bị'}</strong> <span class="the">chờ đủ một ngày</span></span><span class="nho">mã ${inFours(ma)}</span></li>`)}
    </ul>`
  )
}

const ownWaiting = (khoa: KhoaCho, first: boolean): Html =>
  html`<div class="da-lam">
    <p>Khoá <strong>${inFours(khoa.ma)}</strong> (${khoa.ten || 'thiết bị'}) đã đăng ký và đang chờ xác nhận là của bạn.</p>
    <p>${first ? 'Người phát ngôn xác nhận ở trang Tài khoản của mình; khoá đầu tiên của chính người phát ngôn được xác nhận tại máy chủ: npm run key:confirm. Hãy ghi mã này vào giấy có chữ ký của đơn vị.' : 'Hãy mở trang này trên thiết bị đã có khoá rồi ký xác nhận. Nếu đã mất thiết bị ấy: hai người khác, một người có quyền duyệt, ký xác nhận; khoá dùng được sau một ngày.'}</p>
  </div>`

async function toVouch(visit: Visit, waiting: readonly KhoaCho[]): Promise<Part> {
  const keys = await signingKeys(await visit.own(), visit.actor.id)
  if (keys.length === 0) return null
  const { so } = await authorityOf(await visit.own())
  const at = await now(await visit.own())
  const one = (khoa: KhoaCho): Part => {
    const cach = wayOf(so, khoa, visit.actor, at)
    if (cach === null) return null
    const text = vouchText(registrationText({ nguoi: khoa.nguoi, ma: khoa.ma, spki: khoa.spki, rpId: khoa.rpId, luc: khoa.lucKy }), cach)
    const why =
      cach === 'them'
        ? 'Khoá mới của chính bạn.'
        : cach === 'dau'
          ? 'Khoá đầu tiên của người này.'
          : `Người này đã mất khoá cũ; cần hai người xác nhận, đã có ${khoa.baoLanh.length}.`
    return html`<li><span><strong>${khoa.tenNguoi}</strong>, mã <strong>${inFours(khoa.ma)}</strong></span><span class="nho">${why} Hãy hỏi trực tiếp người ấy và so mã trên màn hình của họ trước khi ký.</span>${signButton('bao-lanh', { ma: khoa.ma }, askDevice(challengeOf(text), rpIdOf(visit), keys), 'Ký xác nhận khoá này', true)}</li>`
  }
  const shown = waiting.filter((khoa) => wayOf(so, khoa, visit.actor, at) !== null)
  return shown.length > 0 && html`<h3>Khoá chờ bạn xác nhận</h3><ul class="viec">${shown.map(one)}</ul>`
}

export async function keysPart(visit: Visit): Promise<Html> {
  const waiting = await waitingKeys(await visit.own())
  const mine = waiting.find(({ nguoi }) => nguoi === visit.actor.id)
  const keys = await signingKeys(await visit.own(), visit.actor.id)
  const exclude = (await keptKeys(await visit.own(), visit.actor.id)).map(({ credId }) => credId)
  const settings = await visit.options.settings()
  const rp = { id: rpIdOf(visit), name: settings?.tenTruong ?? 'Trang thông tin điện tử' }
  const user = { id: `ct:${visit.actor.id}`, name: visit.actor.hoTen, displayName: visit.actor.hoTen }
  const make = JSON.stringify({ challenge: challengeOf(`${visit.actor.id}`), rp, user, exclude })
  return html`<h2 id="khoa">Khoá ký trên thiết bị của tôi</h2>
    <p class="mo">Điện thoại ký từng quyết định bằng vân tay, khuôn mặt hoặc mã màn hình. Không ai khác, kể cả người giữ máy chủ, ký thay được.</p>
    ${await mineList(visit)}${mine && ownWaiting(mine, keys.length === 0)}${await toVouch(visit, waiting.filter(({ nguoi }) => nguoi !== visit.actor.id || keys.length > 0))}
    <form method="post" action="${ACCOUNT}" class="ky">
      <input type="hidden" name="viec" value="khoa-moi" /><input type="hidden" name="spki" value="" /><input type="hidden" name="credId" value="" />
      <p class="hang"><button class="nut phu" type="submit" data-khoa-moi="${make}">Thêm khoá trên thiết bị này</button></p>
      ${LOI}
    </form>` // prettier-ignore
}

/** The new key shows itself: the second touch. */
async function showKey(visit: Visit, form: Form, sent: Sent): Promise<DeskPage> {
  const [spki, credId] = [form.text('spki'), form.text('credId')]
  if (publicKeyOf(spki) === null || credId === '') throw refuse(issue('DEVICE_SIGNATURE'))
  const ma = keyNameOf(spki)
  const luc = await now(await visit.own())
  const text = registrationText({ nguoi: visit.actor.id, ma, spki, rpId: rpIdOf(visit), luc })
  return {
    title: 'Xác nhận khoá mới',
    main: html`<p>Mã của khoá: <strong>${inFours(ma)}</strong>. Chạm lần nữa để khoá tự ký tên mình.</p>
      ${formPart(
        sent,
        ACCOUNT,
        html`<input type="hidden" name="viec" value="dang-ky-khoa" /><input type="hidden" name="spki" value="${spki}" /><input type="hidden" name="credId" value="${credId}" /><input type="hidden" name="luc" value="${luc}" /><input type="hidden" name="chuKy" value="" />
          <p class="hang"><button class="nut" type="submit" data-ky="${askDevice(challengeOf(text), rpIdOf(visit), [{ credId, ma }])}">Ký bằng khoá mới</button></p>
          ${LOI}`,
        'Gửi',
      )}
      <p><a href="${ACCOUNT}#khoa">Thôi</a></p>`,
  }
}

const signature = (form: Form): unknown => {
  try {
    return JSON.parse(form.text('chuKy')) as unknown
  } catch {
    throw refuse(issue('DEVICE_SIGNATURE'))
  }
}

/** `null`: no verb of these. */
export async function keysAct(visit: Visit, form: Form): Promise<Went | DeskPage | null> {
  switch (form.text('viec')) {
    case 'khoa-moi':
      return showKey(visit, form, { form: null, refused: [] })
    case 'dang-ky-khoa':
      await dangKyKhoa(
        await visit.own(),
        { spki: form.text('spki'), credId: form.text('credId'), ten: nameOfDevice(visit), luc: form.text('luc'), tuKy: signature(form) },
        rpIdOf(visit),
      )
      return { to: `${ACCOUNT}?da=khoaCho#khoa` }
    case 'bao-lanh':
      return { to: `${ACCOUNT}?da=${(await baoLanhKhoa(await visit.own(), form.text('ma'), signature(form))) ? 'khoaNhan' : 'khoaMotNua'}#khoa` }
    case 'bo-khoa':
      await boKhoa(await visit.own(), form.text('ma'), signature(form))
      return { to: `${ACCOUNT}?da=khoaBo#khoa` }
    default:
      return null
  }
}
