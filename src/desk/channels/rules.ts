/** `/lam-viec/quy-dinh`: how the school's words and pictures are shared, read and confirmed once a school year. */
import { daDoc } from '../../actions/daDoc.ts'
import { now } from '../../database/clock.ts'
import { notYetRead, readRulesAt } from '../../facts/readRules.ts'
import { DIEU } from '../../policy/channels/rules.ts'
import { holds } from '../../policy/people/roles.ts'
import { schoolYearOf } from '../../policy/time/schoolYear.ts'
import { say } from '../../theme/content/words.ts'
import { moment } from '../../theme/draw/dates.ts'
import { html, type Part } from '../../theme/draw/html.ts'
import type { Room, Visit } from '../room.ts'

export const RULES_AT = '/lam-viec/quy-dinh'

async function others({ actor, own }: Visit, namHoc: string): Promise<Part> {
  if (!holds(actor, 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon')) return false
  const rows = await notYetRead(await own(), namHoc)
  if (rows.length === 0) return html`<p>Mọi người có tài khoản đã xác nhận.</p>`
  return html`<details class="them"><summary>Chưa xác nhận: ${rows.length} người</summary><ul>${rows.map(({ ten, donVi }) => html`<li>${ten}${donVi !== '' && html` <span class="mo">${donVi}</span>`}</li>`)}</ul></details>`
}

export const sharingRules: Room = {
  path: RULES_AT,
  draw: async (visit) => {
    const req = await visit.own()
    const namHoc = schoolYearOf(Date.parse(await now(req)))
    const luc = await readRulesAt(req, visit.actor.id, namHoc)
    const settings = await visit.options.settings()
    return {
      title: 'Quy định chia sẻ, phát ngôn',
      main: html`<p>Mỗi người có tài khoản đọc và xác nhận một lần mỗi năm học. Quy chế phát ngôn của đơn vị đứng trên các điều này.</p>
        <ol>${DIEU.map((one) => html`<li>${say(settings, one)}</li>`)}</ol>
        ${
          luc === null
            ? html`<form method="post" action="${RULES_AT}"><p class="hang"><button class="nut" type="submit">Tôi đã đọc (năm học ${namHoc})</button></p></form>`
            : html`<p class="da-lam">Bạn đã xác nhận lúc ${moment(luc)}, năm học ${namHoc}.</p>`
        }
        ${await others(visit, namHoc)}`,
    }
  },
  act: async (visit) => {
    await daDoc(await visit.own())
    return { to: `${RULES_AT}?da=daDoc` }
  },
}

/** On the first page of the desk, until it was read. */
export async function rulesPart({ actor, own }: Visit): Promise<Part> {
  const req = await own()
  const namHoc = schoolYearOf(Date.parse(await now(req)))
  return (
    (await readRulesAt(req, actor.id, namHoc)) === null && html`<p class="nen"><a href="${RULES_AT}">Đọc và xác nhận quy định chia sẻ năm học ${namHoc}</a></p>`
  )
}
