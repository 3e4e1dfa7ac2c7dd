import { MOST_SHOWN, type Emergency } from '../content/emergency.ts'
import { moment } from '../draw/dates.ts'
import { html, type Html } from '../draw/html.ts'

/** Shape and words say what it is, not the colour alone. */
const sign = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path d="M12 3 1.8 20.5h20.4z" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round" />
  <path d="M12 9.5v5.2m0 2.2v.6" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />
</svg>`

/** Rule: what is urgent stands on every page, before its content. It is a place to go to, not an alarm: nothing moves or speaks by itself. */
export const emergencyBand = (khan: readonly Emergency[]): Html | false =>
  khan.length > 0 &&
  html`<div class="khan" role="region" aria-labelledby="khan-nhan">
    <div class="khung">
      <p class="khan-nhan" id="khan-nhan">${sign} Thông báo khẩn</p>
      <ul>
        ${khan.slice(0, MOST_SHOWN).map((k) => html`<li><a href="${k.duongDan}">${k.tieuDe}</a> <time datetime="${k.luc}">${moment(k.luc)}</time></li>`)}
      </ul>
      ${khan.length > MOST_SHOWN && html`<p class="khan-tiep"><a href="/thong-bao">Xem các thông báo khác</a></p>`}
    </div>
  </div>`
