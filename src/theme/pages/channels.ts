/** Kênh chính thức: where else the institution speaks, as it was approved with its settings; whatever is not here is not its own. */
import { say } from '../content/words.ts'
import { html } from '../draw/html.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { phoneLink } from './phone.ts'
import { type Site } from './site.ts'

export function channelsPage(site: Site): string {
  const { settings, siteUrl } = site
  const others = settings?.kenhChinhThuc ?? []
  const host = new URL(siteUrl).host
  return layout(site, {
    title: 'Kênh chính thức',
    path: '/kenh-chinh-thuc',
    description: 'Những nơi đơn vị nói chính thức; nơi khác mang tên đơn vị không phải của đơn vị.',
    main: html`<div class="khung"><div class="cot-bai">
      ${breadcrumb([])}
      <article class="bai">
        <h1>Kênh chính thức</h1>
        <p class="sa-po">${say(settings, 'Tin của {coQuan} ở những nơi dưới đây là chính thức.')} Trang, nhóm, tài khoản khác mang tên đơn vị đều không phải của đơn vị.</p>
        <ul>
          <li>Trang thông tin điện tử: <a href="/">${host}</a></li>
          ${others.map(({ ten, diaChi, phuTrach }) => html`<li>${ten}: <a href="${diaChi}"${/^https?:/.test(diaChi) && html` rel="noopener nofollow"`}>${diaChi}</a>${phuTrach && html` <span class="mo">(${phuTrach})</span>`}</li>`)}
          ${settings?.email && html`<li>Thư điện tử: <a href="mailto:${settings.email}">${settings.email}</a></li>`}${settings?.dienThoai && html`<li>Điện thoại: ${phoneLink(settings.dienThoai)}</li>`}
        </ul>
        <p>Thấy nơi nào giả danh, hãy báo cho ${say(settings, 'văn phòng {coQuan}')} theo địa chỉ trên.</p>
      </article>
    </div></div>`,
  })
}
