/** `/lam-viec/lop`: every class of the school year – its code, what it sent, what is live; those with none yet; the posters. */
import { lapMa } from '../../actions/intake/lapMa.ts'
import { now } from '../../database/clock.ts'
import { classes, codesOfYear, type Class, type MaGuiBai } from '../../facts/intake/codes.ts'
import { countsByClass, waitingItems, type BaiGui, type OfClass } from '../../facts/intake/items.ts'
import { readQuyChe } from '../../facts/quyChe.ts'
import { refuse } from '../../messages/refusal.ts'
import { receivesIntake } from '../../policy/intake/receives.ts'
import { issue } from '../../policy/issues.ts'
import { inFours } from '../../policy/text/inFours.ts'
import { schoolYearName, schoolYearOf, schoolYearStart, spanOfYear } from '../../policy/time/schoolYear.ts'
import { presetNamed } from '../../presets/index.ts'
import { tuNguOf } from '../../presets/words.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import type { Room, Visit } from '../room.ts'

const AT = '/lam-viec/lop'
const MOST = 60
const NONE: OfClass = { gui: 0, dang: 0, cho: 0 }

export function onlyReceivers({ actor }: Visit): void {
  if (!receivesIntake(actor)) throw refuse(issue('NOT_FOUND'))
}

/** The one that runs, and before it the one asked for. */
export async function yearAsked(visit: Visit): Promise<string> {
  const running = schoolYearOf(Date.parse(await now(await visit.own())))
  const asked = visit.query.get('nam')
  return asked !== null && spanOfYear(asked) !== null ? asked : running
}

const yearButton = (namHoc: string, what: string, more: Part = false): Html => html`<form method="post" action="${AT}">
  <input type="hidden" name="viec" value="lap" /><input type="hidden" name="namHoc" value="${namHoc}" />${more}
  <button class="nut phu" type="submit">${what}</button>
</form>`

/** In whole words: on a phone the cells stand below each other. */
const liveWords = ({ dang }: OfClass): Part => (dang === 0 ? html`<strong>Chưa có bài trên trang</strong>` : `${dang} bài trên trang`)
const sentWords = ({ gui, cho }: OfClass): string => (gui === 0 ? 'Chưa gửi bài nào' : `Đã gửi ${gui}${cho > 0 ? `, ${cho} chờ xem` : ''}`)

function codePart(namHoc: string, { id, ten }: Class, code: MaGuiBai | undefined): Part {
  const lop = html`<input type="hidden" name="lop" value="${id}" />`
  if (code?.state !== 'dung') return yearButton(namHoc, 'Lập mã', lop)
  return html`<span class="ma">${inFours(code.ma)}</span>
    <details class="them"><summary>Đổi mã</summary>
      <p>Dùng khi mã bị lộ. Mã cũ thôi dùng ngay; tờ áp phích cũ của ${ten} phải in lại.</p>
      ${yearButton(namHoc, 'Đổi sang mã mới', html`${lop}<input type="hidden" name="thay" value="1" />`)}
    </details>`
}

const row = (namHoc: string, one: Class, code: MaGuiBai | undefined, count: OfClass): Html =>
  html`<tr><th scope="row">${one.ten}</th><td>${liveWords(count)}</td><td>${sentWords(count)}</td><td>${codePart(namHoc, one, code)}</td></tr>`

const table = (
  namHoc: string,
  all: readonly Class[],
  codes: ReadonlyMap<number, MaGuiBai>,
  counts: ReadonlyMap<number, OfClass>,
): Html => html`<div class="bang"><table>
  <caption>Năm học ${namHoc}: mỗi lớp ít nhất một chuyện người tốt việc tốt</caption>
  <thead><tr><th scope="col">Lớp</th><th scope="col">Đã lên trang</th><th scope="col">Đã gửi</th><th scope="col">Mã gửi bài</th></tr></thead>
  <tbody>${all.map((one) => row(namHoc, one, codes.get(one.id), counts.get(one.id) ?? NONE))}</tbody>
</table></div>`

const waiting = (items: readonly BaiGui[]): Part =>
  items.length > 0 &&
  html`<h2>Lớp gửi, chưa xem xong (${items.length}${items.length === MOST && ' hoặc hơn'})</h2>
    <ul class="viec">
      ${items.map((one) => html`<li><a href="/lam-viec/nhan/${one.tinBai}">${one.ai}</a> <span class="nho">${[one.tenDonVi, moment(one.luc), one.standing.choTraLoi ? 'chờ lớp trả lời' : null, one.xacNhan === null ? null : one.xacNhan.khong === null ? 'đã có xác nhận' : 'thầy cô báo chưa đúng'].filter(Boolean).join(' · ')}</span></li>`)}
    </ul>`

/** One sentence for the class's own chat, ready to be copied. */
const reminder = (visit: Visit, none: readonly Class[], namHoc: string): Part =>
  none.length > 0 &&
  html`<h2>Nhắc những lớp chưa có (${none.length})</h2>
    <p class="goi-y">Chép câu này vào nhóm Zalo của các lớp.</p>
    <textarea readonly rows="4" aria-label="Câu nhắc" data-chep>${`Năm học ${namHoc}, các lớp sau chưa có chuyện người tốt việc tốt nào lên trang: ${none.map(({ ten }) => ten).join(', ')}. Lớp mình có chuyện gì hay, kể ở ${new URL('/gui-bai', visit.options.siteUrl)} bằng mã của lớp nhé.`}</textarea>`

export const classesRoom: Room = {
  path: AT,
  draw: async (visit) => {
    onlyReceivers(visit)
    const namHoc = await yearAsked(visit)
    const span = spanOfYear(namHoc)!
    const req = await visit.own()
    const [all, codes, counts, items] = [
      await classes(req),
      await codesOfYear(req, namHoc),
      await countsByClass(req, span.from, span.until),
      await waitingItems(req, MOST),
    ]
    const { doan } = tuNguOf(presetNamed((await readQuyChe(req)).preset)?.cap ?? null)
    const start = schoolYearStart(namHoc)!
    const none = all.filter(({ id }) => (counts.get(id) ?? NONE).dang === 0)
    return {
      title: 'Lớp và chuyện tốt',
      wide: true,
      main: html`${waiting(items)}
        ${
          all.length === 0
            ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Chưa có lớp hoặc chi đoàn nào trong danh sách đơn vị. Văn phòng thêm các lớp ở trang quản trị, mục Đơn vị; sau đó ${doan} lập mã gửi bài cho từng lớp ở đây.</p></div>`
            : html`${table(namHoc, all, codes, counts)}
                <div class="hang">${all.some(({ id }) => !codes.has(id)) && yearButton(namHoc, 'Lập mã cho mọi lớp chưa có', html`<input type="hidden" name="moi" value="1" />`)}<a class="nut phu" href="${AT}/ap-phich?nam=${namHoc}">In áp phích của các lớp</a></div>
                ${reminder(visit, none, namHoc)}`
        }
        <p class="nen"><a href="${AT}?nam=${schoolYearName(start - 1)}">Năm học ${schoolYearName(start - 1)}</a><a href="${AT}?nam=${schoolYearName(start + 1)}">Năm học ${schoolYearName(start + 1)}</a></p>`,
    }
  },
  act: async (visit, form) => {
    onlyReceivers(visit)
    if (form.text('viec') !== 'lap') throw refuse(issue('INVALID_VALUE', 'viec'))
    const req = await visit.own()
    const lop = form.text('moi') !== '' ? (await classes(req)).map(({ id }) => id) : form.all('lop').map(Number)
    await lapMa(await visit.own(), { namHoc: form.text('namHoc'), lop, thay: form.text('thay') !== '' })
    return { to: `${AT}?nam=${encodeURIComponent(form.text('namHoc'))}&da=lapMa` }
  },
}
