/** A bundle, read and decided as a list: each document as readers will get it, all of them with one decision. */
import { decideGoi, draftGoi, openGoi, type Decided } from '../../actions/duyetGoi.ts'
import { readQuyChe } from '../../facts/quyChe.ts'
import { STATES } from '../../messages/vi.ts'
import { refuse } from '../../messages/refusal.ts'
import { sentence } from '../../messages/sentence.ts'
import type { MucKiemTra } from '../../policy/gate/checklist.ts'
import { issue } from '../../policy/issues.ts'
import { isApprover } from '../../policy/people/roles.ts'
import type { Muc } from '../../record/goiTrinh.ts'
import { gateOf, runtimeOf } from '../../runtime.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { field, formPart } from '../../forms/field.ts'
import { answersIn, questions } from '../reading/points.ts'
import type { Sent } from '../../forms/form.ts'
import type { DeskPage, Room, Visit } from '../room.ts'
import { challengeOf, listText, mustSign, signedIn, signPage } from '../signing/ask.ts'

const fingerprintsIn = (list: string): string[] => (JSON.parse(list) as { goi: string[] }).goi

const AT_ONCE_MS = 20_000
const WAITING = ['choTiepNhan', 'choBienTap', 'choDuyet']

const idOf = ({ request }: Visit): string => String(request.params.id ?? '')
const waits = (m: Muc): boolean => WAITING.includes(m.trangThai) && m.banTrinhMoi === m.banTrinh
const isOpen = (m: Muc): boolean => waits(m) && m.mucNhayCam !== 'cao'
/** Decided on a page of its own. */
const isAlone = (m: Muc): boolean => waits(m) && m.mucNhayCam === 'cao'

function whyNot(m: Muc): string {
  if (m.banTrinhMoi !== m.banTrinh) return 'Đã có bản trình mới hơn, không nằm trong gói này.'
  if (m.mucNhayCam === 'cao') return 'Nội dung nhạy cảm: mở riêng để quyết định.'
  return STATES[m.trangThai as keyof typeof STATES] ?? m.trangThai
}

const item = (visit: Visit, m: Muc, chosen: ReadonlySet<string> | null): Html => {
  const gate = gateOf(visit.options.payload, m.boSuuTap)
  const open = isOpen(m)
  return html`<div class="chon">
    ${open ? html`<input type="checkbox" name="banTrinh" id="o-${m.banTrinh}" value="${m.banTrinh}"${(chosen === null || chosen.has(String(m.banTrinh))) && html` checked`} />` : html`<span aria-hidden="true">–</span>`}
    <div class="noi">
      <label for="o-${m.banTrinh}">${m.tieuDe}</label>
      <p class="mo">${gate.labels.one.vi}, mã ${m.vanTay.slice(0, 8)}${!open && html` · ${whyNot(m)}`}${isAlone(m) && html` <a href="/lam-viec/doc/${m.banTrinh}">Mở</a>`}${m.motLanhDao && html` · Người phát ngôn tự viết và tự duyệt vì chưa có ai khác; điều này ghi rõ trong sổ.`}</p>
      <details class="them">
        <summary>Xem như người đọc sẽ thấy</summary>
        <iframe class="khung-xem" src="/api/ban-trinh/${m.banTrinh}/xem" title="${m.tieuDe}" sandbox="allow-same-origin" loading="lazy"></iframe>
      </details>
    </div>
  </div>`
}

/** The points that concern any document of the bundle. */
async function pointsFor(visit: Visit, muc: readonly Muc[]): Promise<MucKiemTra[]> {
  const { kiemTra } = await readQuyChe(await visit.own())
  const concerns = (point: MucKiemTra): boolean =>
    muc.some(
      (m) =>
        ((point as { boSuuTap?: readonly string[] }).boSuuTap ?? []).concat().length === 0 ||
        (point as { boSuuTap?: readonly string[] }).boSuuTap!.includes(m.boSuuTap),
    )
  return kiemTra.filter(concerns)
}

async function page(visit: Visit, sent: Sent): Promise<DeskPage> {
  const { goi, muc } = await openGoi(await visit.own(), idOf(visit))
  const open = muc.filter(isOpen)
  const points = await pointsFor(visit, open)
  const decides = isApprover(visit.actor) || (visit.actor.uyQuyen ?? []).length > 0
  const chosen = sent.form ? new Set(sent.form.all('banTrinh')) : null
  // Read kind by kind; published in the order in which one names another.
  const kinds = runtimeOf(visit.options.payload).gates.filter(({ slug }) => muc.some((m) => m.boSuuTap === slug))
  const list = kinds.map(
    ({ slug, labels }) => html`<h2>${labels.many.vi}</h2>
      ${muc.filter((m) => m.boSuuTap === slug).map((m) => item(visit, m, chosen))}`,
  )
  return {
    title: goi.ten,
    wide: true,
    main: html`<p class="mo">${goi.tenNguoi} trình lúc ${moment(goi.luc)} · ${muc.length} nội dung, ${open.length} đang chờ.</p>
      ${
        decides && open.length > 0
          ? formPart(
              sent,
              `/lam-viec/goi/${goi.id}`,
              html`<fieldset>
                  <legend>Nội dung trong gói</legend>
                  ${list}
                </fieldset>
                ${questions(points, sent)}${field({ name: 'lyDo', label: 'Ý kiến, hoặc lý do khi trả lại', rows: 3, max: 2000 }, sent)}`,
              'Duyệt các mục đã chọn',
              { beside: html`<button class="nut phu" type="submit" name="viec" value="tra-lai">Trả lại các mục đã chọn</button>` },
            )
          : html`${list}${open.length > 0 && html`<p class="da-lam">Gói đang chờ người có quyền quyết định.</p>`}`
      }
      <p><a href="/lam-viec">Về việc của tôi</a></p>`,
  }
}

const outcome = (one: Decided): Html =>
  html`<li>
    <strong>${one.tieuDe}</strong>: ${'issues' in one ? one.issues.map((i) => sentence(i, 'vi').message).join(' ') : (STATES[one.trangThai] ?? one.trangThai)}
  </li>`

export const bundle: Room = {
  path: '/lam-viec/goi/:id',
  draw: page,
  act: async (visit, form) => {
    const banTrinh = form.all('banTrinh').map(Number)
    if (banTrinh.length === 0) throw refuse(issue('MISSING_SUBMISSION', 'banTrinh'))
    const returns = form.text('viec') === 'tra-lai'
    if (returns && form.text('lyDo') === '') throw refuse(issue('MISSING_REASON', 'lyDo'))
    const body = returns ? { banTrinh, lyDo: form.text('lyDo') } : { banTrinh, kiemTra: answersIn(form), yKien: form.text('lyDo') }
    if (await mustSign(visit, form)) {
      const { seal, texts } = await draftGoi(await visit.own(), idOf(visit), returns ? 'tra-lai' : 'duyet', body)
      const about = html`<p><strong>${returns ? 'Trả lại' : 'Duyệt'}</strong> ${texts.length} nội dung đã chọn trong gói, một lần ký.</p>`
      const list = listText(texts)
      // Where all would be refused there is nothing to sign: the decision itself says why.
      if (texts.length > 0)
        return signPage(visit, form, { at: `/lam-viec/goi/${idOf(visit)}`, about, luc: seal.luc, sau: seal.sau!, challenge: challengeOf(list), goi: fingerprintsIn(list) }, { form: null, refused: [] }) // prettier-ignore
    }
    const done = await decideGoi(await visit.own(), idOf(visit), returns ? 'tra-lai' : 'duyet', { ...body, ...signedIn(form) }, performance.now() + AT_ONCE_MS)
    // Every document refused for the form's own sake is a form to be filled in, not a result.
    const first = done[0]
    if (first && 'issues' in first && done.every((d) => 'issues' in d && d.issues[0]?.code === 'CHECKLIST_INCOMPLETE')) throw refuse(...first.issues)
    const left = banTrinh.length - done.length
    const refused = done.filter((d) => 'issues' in d)
    return {
      title: left > 0 ? 'Đang làm dở' : 'Đã quyết định',
      main: html`<p class="da-lam" role="status">${done.length - refused.length} nội dung ${returns ? 'đã trả lại' : 'đã duyệt'}.${refused.length > 0 && ` ${refused.length} chưa được, có lý do ở dưới.`}${left > 0 && ` Còn ${left} nội dung chưa tới lượt: mở lại gói để làm tiếp.`}</p>
        ${refused.length > 0 && html`<h2>Chưa được</h2><ul>${refused.map(outcome)}</ul>`}
        <details class="them"><summary>Kết quả từng nội dung</summary><ul>${done.map(outcome)}</ul></details>
        <p class="hang"><a class="nut" href="/">Xem trang</a><a class="nut phu" href="/lam-viec/goi/${idOf(visit)}">Mở lại gói</a></p>`,
    }
  },
}
