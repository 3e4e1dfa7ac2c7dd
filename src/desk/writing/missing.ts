/** What is still missing before a story may be sent, each line leading to its field. */
import { xemThu } from '../../actions/xemThu.ts'
import type { Refused } from '../../messages/sentence.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { refusalIn, say } from '../refusal.ts'
import type { Visit } from '../room.ts'
import type { Story } from './story.ts'

export async function missingOf(visit: Visit, story: Story): Promise<Refused[]> {
  try {
    const { thieu } = await xemThu(await visit.own(), story.gate, story.id)
    return say(thieu.filter(({ code }) => code !== 'UNCHANGED'))
  } catch (error) {
    const issues = refusalIn(error)
    if (issues === null) throw error
    return say(issues)
  }
}

export const missingList = (missing: readonly Refused[], at = ''): Html =>
  html`<ul>
    ${missing.map((one) => html`<li>${one.field ? html`<a href="${at}#o-${one.field.split('.')[0]}">${one.message}</a>` : one.message}</li>`)}
  </ul>`

export async function missingPart(visit: Visit, story: Story): Promise<Part> {
  const missing = await missingOf(visit, story)
  return html`<div class="thieu-gi" data-thieu aria-live="polite">${missing.length === 0 ? html`<p>Đủ để trình duyệt.</p>` : html`<p>Còn thiếu ${missing.length} điều để trình:</p>${missingList(missing)}`}</div>`
}
