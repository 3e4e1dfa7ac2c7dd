/** What every public form begins with: its mark, the field that robots alone fill in, and the work that is asked of it. */
import { WORK_BITS } from '../../policy/intake/work.ts'
import { html, type Html } from '../../theme/draw/html.ts'

/** `busy`: more forms come under its code than a class writes. */
export const formHead = (luc: string, busy: boolean): Html =>
  html`<input type="hidden" name="luc" value="${luc}" /><input type="hidden" name="cong"${busy && html` data-cong="${WORK_BITS}"`} />
    <p class="an" aria-hidden="true"><label>Để trống ô này <input type="text" name="trangWeb" tabindex="-1" autocomplete="off" /></label></p>`
