/** `/lam-viec/lop/ap-phich`: one sheet a class, to print and hang in its room. */
import { codesOfYear, type MaGuiBai } from '../../facts/intake/codes.ts'
import { inFours } from '../../policy/text/inFours.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { Room, Visit } from '../room.ts'
import { onlyReceivers, yearAsked } from './classes.ts'
import { qr } from './qr.ts'

const sheet = ({ options }: Visit, school: string, code: MaGuiBai): Html => {
  const site = new URL('/gui-bai', options.siteUrl)
  return html`<article class="ap-phich">
    <p class="giay-don-vi">${school}</p>
    <h2>${code.tenDonVi}</h2>
    <p class="ap-loi">Thấy một việc tốt? Kể lại nhé!</p>
    ${qr(`${site.toString()}/${code.ma}`, `Mã QR mở trang gửi bài của ${code.tenDonVi}`)}
    <p>Quét mã bằng máy ảnh điện thoại, hoặc mở <strong>${site.host}${site.pathname}</strong> và gõ mã của lớp:</p>
    <p class="ma-lon">${inFours(code.ma)}</p>
    <p>Không cần tài khoản. Nhớ xin phép người được kể. Mã dùng đến hết ngày ${day(new Date(Date.parse(code.han) - 1).toISOString())}; đừng đăng mã lên mạng.</p>
  </article>`
}

export const posters: Room = {
  path: '/lam-viec/lop/ap-phich',
  draw: async (visit) => {
    onlyReceivers(visit)
    const namHoc = await yearAsked(visit)
    const codes = [...(await codesOfYear(await visit.own(), namHoc)).values()]
      .filter(({ state }) => state === 'dung')
      .toSorted((one, other) => one.tenDonVi.localeCompare(other.tenDonVi, 'vi', { numeric: true }))
    const school = (await visit.options.settings())?.tenTruong ?? ''
    return {
      title: `Áp phích năm học ${namHoc}`,
      main:
        codes.length === 0
          ? html`<p>Chưa lớp nào có mã. <a href="/lam-viec/lop?nam=${namHoc}">Lập mã cho các lớp</a> rồi in.</p>`
          : html`<p class="khong-in">${codes.length} tờ, mỗi lớp một tờ A4. <button class="nut phu" type="button" data-in hidden>In trang này</button> Trên điện thoại: Chia sẻ → In. Muốn tệp PDF thì chọn “Lưu dưới dạng PDF”. <a href="/lam-viec/lop?nam=${namHoc}">Về danh sách lớp</a></p>
              ${codes.map((code) => sheet(visit, school, code))}`,
    }
  },
}
