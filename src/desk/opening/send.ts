/** The last step: everything typed goes through the gate as one bundle. */
import { trinhGoi, type Missing } from '../../actions/trinhGoi.ts'
import { query, sql } from '../../database/sql.ts'
import { refuse } from '../../messages/refusal.ts'
import { sentence } from '../../messages/sentence.ts'
import { MOST_IN_BUNDLE, type Member } from '../../policy/gate/bundle.ts'
import { issue } from '../../policy/issues.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { formPart } from '../draw/form.ts'
import type { Room, Visit } from '../room.ts'
import { mustOpen, standingOf } from './standing.ts'
import { pathOf, STEPS, titleOf } from './steps.ts'

/** What an opening speaks of, in the order in which people read it. */
const KINDS = [
  ['cai-dat', 'Tên, biểu trưng, chân trang', 'nhan-dien'],
  ['don-vi', 'Đơn vị và lớp', 'don-vi'],
  ['chu-de', 'Chủ đề', 'chu-de'],
  ['trang', 'Trang tĩnh', null],
] as const

type Waiting = Member & { tieuDe: string }

/** Working copies that readers do not have yet. */
async function waitingOf({ own }: Visit): Promise<Waiting[]> {
  const rows = await query<{ bo_suu_tap: string; tai_lieu: number; tieu_de: string | null }>(
    await own(),
    sql`select bo_suu_tap, tai_lieu, tieu_de from ho_so where bo_suu_tap in ('cai-dat', 'don-vi', 'chu-de', 'trang') and ban_dang_id is null
        and trang_thai in ('nhap', 'traLai', 'choDuyet') order by tai_lieu limit ${MOST_IN_BUNDLE + 1}`,
  )
  return rows.map((row) => ({ boSuuTap: row.bo_suu_tap, taiLieu: Number(row.tai_lieu), tieuDe: row.tieu_de ?? '' }))
}

const group = (name: string, items: readonly Waiting[]): Html =>
  html`<details class="them"${items.length <= 5 && html` open`}>
    <summary>${name}: ${items.length}</summary>
    <ul>
      ${items.map((item) => html`<li>${item.tieuDe}</li>`)}
    </ul>
  </details>`

const missingOf = (missing: readonly Missing[], names: readonly Waiting[]): Html =>
  html`<h2>Chưa trình được ${missing.length} mục</h2>
    <ul>
      ${missing.map(({ boSuuTap, taiLieu, issues }) => {
        const kind = KINDS.find(([slug]) => slug === boSuuTap)
        const step = kind?.[2]
        const ten = names.find((n) => n.boSuuTap === boSuuTap && n.taiLieu === taiLieu)?.tieuDe || kind?.[1]
        return html`<li>
          <strong>${ten}</strong>: ${issues.map((one) => sentence(one, 'vi').message).join(' ')} <a href="${step ? pathOf(step) : `/admin/collections/${boSuuTap}/${taiLieu}`}">Sửa</a>
        </li>`
      })}
    </ul>`

export const send: Room = {
  path: pathOf('trinh'),
  draw: async (visit, sent) => {
    mustOpen(visit)
    const standing = await standingOf(visit)
    const waiting = await waitingOf(visit)
    const left = STEPS.filter(({ key }) => key !== 'trinh' && key !== 'nguoi' && !standing.done[key])
    return {
      title: titleOf('trinh'),
      main: html`${
        left.length > 0 &&
        html`<p class="da-lam">Chưa xong: ${left.map(({ key, ten }, i) => html`${i > 0 && ', '}<a href="${pathOf(key)}">${ten}</a>`)}. Vẫn trình được những gì đã có.</p>`
      }
        ${
          waiting.length === 0
            ? html`<p>Không còn gì chờ trình.${standing.goi !== null && html` <a href="/lam-viec/goi/${standing.goi}">Đọc gói đã trình</a>.`}</p>`
            : html`<p>Những mục sau sẽ thành một gói. Người phát ngôn đọc từng mục đúng như người xem sẽ thấy, rồi quyết định một lần.</p>
                ${KINDS.map(([slug, name]) => [slug, name, waiting.filter((w) => w.boSuuTap === slug)] as const)
                  .filter(([, , items]) => items.length > 0)
                  .map(([, name, items]) => group(name, items))}
                ${formPart(sent, pathOf('trinh'), null, 'Trình gói khai trương')}`
        }`,
    }
  },
  act: async (visit) => {
    mustOpen(visit)
    const standing = await standingOf(visit)
    const waiting = (await waitingOf(visit)).slice(0, MOST_IN_BUNDLE)
    if (waiting.length === 0) throw refuse(issue('NOTHING_LISTED'))
    const done = await trinhGoi(await visit.own(), {
      ten: standing.opened ? 'Bổ sung sau khai trương' : 'Khai trương trang',
      khaiTruong: !standing.opened,
      taiLieu: waiting.map(({ boSuuTap, taiLieu }) => ({ boSuuTap, taiLieu })),
    })
    if (done.thieu.length === 0) return { to: `/lam-viec/goi/${done.id}?da=trinh` }
    return {
      title: titleOf('trinh'),
      main: html`${done.id !== null && html`<p class="da-lam" role="status">Đã trình ${done.banTrinh.length} mục. <a href="/lam-viec/goi/${done.id}">Đọc gói</a></p>`}${missingOf(done.thieu, waiting)}`,
    }
  },
}
