/** `/lam-viec/phieu-dong-y`: the paper to print, one for each age. */
import { KENH_NOI, PAPERS, RIGHTS } from '../../messages/consentForm.ts'
import { refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { LOP_TUOI, MOC_TUOI, type LopTuoi } from '../../policy/people/consentAge.ts'
import { isAuthor } from '../../policy/people/roles.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { Room } from '../room.ts'

const LINE = '……………………………………………………………………'
const isAge = (value: string | null): value is LopTuoi => (LOP_TUOI as readonly (string | null)[]).includes(value)

const paper = (school: string, tuoi: LopTuoi): Html => {
  const { choAi, hoi, ky } = PAPERS[tuoi]
  return html`<article class="giay">
    <p class="giay-don-vi">${school}</p>
    <h2>Phiếu đồng ý cho dùng tên, hình ảnh, câu chuyện</h2>
    <p class="mo">${choAi}</p>
    <p>Họ và tên người được kể hoặc có trong ảnh: ${LINE}</p>
    <p>Năm sinh: …………… Lớp, đơn vị hoặc nơi ở (thôn, bản): ${LINE}</p>
    <p>Dùng vào việc gì (ghi rõ, ví dụ “kể chuyện người tốt việc tốt”): ${LINE}</p>
    <p>Ở đâu (đánh dấu những nơi đồng ý):</p>
    <ul class="giay-o">${KENH_NOI.map((noi) => html`<li><span class="o-vuong" aria-hidden="true"></span> ${noi}</li>`)}</ul>
    <p>Đến khi nào: đến hết ngày …… / …… / ………… (để trống là đến khi rút lại).</p>
    <ul>${RIGHTS.map((one) => html`<li>${one}</li>`)}</ul>
    <p><strong>${hoi}</strong></p>
    <p>Ngày …… tháng …… năm …………</p>
    <div class="giay-ky">${ky.map((who) => html`<p>${who}<br /><br /><br />……………………………</p>`)}</div>
    <p class="mo">Muốn rút lại, báo cho: ${LINE}</p>
    <p class="mo">Căn cứ: ${MOC_TUOI.tuNoi.canCu}; ${MOC_TUOI.treEm.canCu}.</p>
  </article>`
}

export const consentPaper: Room = {
  path: '/lam-viec/phieu-dong-y',
  draw: async ({ actor, query, options }) => {
    if (!isAuthor(actor)) throw refuse(issue('NOT_FOUND'))
    const asked = query.get('tuoi')
    const tuoi = isAge(asked) ? asked : 'tu7'
    const school = (await options.settings())?.tenTruong ?? ''
    return {
      title: 'In phiếu đồng ý',
      main: html`<nav class="nen khong-in" aria-label="Chọn lứa tuổi">
          ${LOP_TUOI.map((one) => html`<a href="/lam-viec/phieu-dong-y?tuoi=${one}"${one === tuoi && html` aria-current="page"`}>${PAPERS[one].ten}</a>`)}
        </nav>
        <p class="khong-in"><button class="nut phu" type="button" data-in hidden>In trang này</button> Trên điện thoại: Chia sẻ → In. Ký xong chụp tờ giấy và gắn vào phiếu ở mục <a href="/lam-viec/dong-y">Phiếu đồng ý</a>.</p>
        ${paper(school, tuoi)}`,
    }
  },
}
