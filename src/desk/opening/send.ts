/** The last step: everything typed goes through the gate as one bundle. */
import { trinhGoi, type Missing } from '../../actions/trinhGoi.ts'
import { query, sql } from '../../database/sql.ts'
import { refuse } from '../../messages/refusal.ts'
import { sentence } from '../../messages/sentence.ts'
import { MOST_IN_BUNDLE, OPENING_KINDS, type Member } from '../../policy/gate/bundle.ts'
import { issue } from '../../policy/issues.ts'
import { holds } from '../../policy/people/roles.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import { formPart } from '../../forms/field.ts'
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

type Waiting = Member & { tieuDe: string; cuaToi: boolean }

/**
 * Working copies that readers do not have as they are now and that nobody has submitted: what waits already is decided where it
 * waits. What was rejected may be mended and sent again; the site's settings even after a withdrawal.
 */
async function waitingOf({ actor, own }: Visit): Promise<Waiting[]> {
  const rows = await query<{ bo_suu_tap: string; tai_lieu: number; tieu_de: string | null; phien_ban: unknown; tac_gia: unknown }>(
    await own(),
    sql`select bo_suu_tap, tai_lieu, tieu_de, phien_ban, tac_gia from ho_so where bo_suu_tap in ${[...OPENING_KINDS]} and (
          (ban_dang_id is null and (trang_thai in ('nhap', 'traLai', 'tuChoi') or (trang_thai = 'daGo' and bo_suu_tap = 'cai-dat')))
          or (ban_dang_id is not null and trang_thai in ('daDang', 'traLai', 'tuChoi') and jsonb_array_length(coalesce(sua_sau_trinh, '[]'::jsonb)) > 0)
        ) order by tai_lieu limit ${MOST_IN_BUNDLE}`,
  )
  return rows.map((row) => ({
    boSuuTap: row.bo_suu_tap,
    taiLieu: Number(row.tai_lieu),
    phienBan: Number(row.phien_ban),
    tieuDe: row.tieu_de ?? '',
    cuaToi: row.tac_gia === null || Number(row.tac_gia) === actor.id,
  }))
}

/** As the form names one: which document, and which text of it was on the page. */
const codeOf = ({ boSuuTap, taiLieu, phienBan }: Waiting): string => `${boSuuTap}/${taiLieu}/${phienBan}`
function memberOf(code: string): Member | null {
  const [, boSuuTap, taiLieu, phienBan] = /^([a-z-]+)\/(\d{1,9})\/(\d{1,9})$/.exec(code) ?? []
  return boSuuTap && OPENING_KINDS.includes(boSuuTap) ? { boSuuTap, taiLieu: Number(taiLieu), phienBan: Number(phienBan) } : null
}

/** Whose work it is: whoever runs accounts reads no drafts. */
const sends = ({ actor }: Visit): boolean => holds(actor, 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon')

const box = (item: Waiting, chosen: ReadonlySet<string> | null): Html => {
  const code = codeOf(item)
  // Another's page may not be finished: it goes along where somebody says so.
  const checked = chosen ? chosen.has(code) : item.boSuuTap !== 'trang' || item.cuaToi
  return html`<div class="chon">
    <input type="checkbox" name="muc" id="o-${code}" value="${code}"${checked && html` checked`} /><label for="o-${code}">${item.tieuDe || 'Chưa có tên'}</label>
  </div>`
}

const group = (name: string, items: readonly Waiting[], chosen: ReadonlySet<string> | null): Html =>
  html`<details class="them"${items.length <= 5 && html` open`}>
    <summary>${name}: ${items.length}</summary>
    ${items.map((item) => box(item, chosen))}
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
    if (!sends(visit)) return { title: titleOf('trinh'), main: html`<p class="da-lam">Xem lại và trình là việc của văn phòng và người phát ngôn.</p>` }
    const standing = await standingOf(visit)
    const waiting = await waitingOf(visit)
    const chosen = sent.form ? new Set(sent.form.all('muc')) : null
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
                ${formPart(
                  sent,
                  pathOf('trinh'),
                  KINDS.map(([slug, name]) => [name, waiting.filter((w) => w.boSuuTap === slug)] as const)
                    .filter(([, items]) => items.length > 0)
                    .map(([name, items]) => group(name, items, chosen)),
                  'Trình gói khai trương',
                )}`
        }`,
    }
  },
  act: async (visit, form) => {
    mustOpen(visit)
    if (!sends(visit)) throw refuse(issue('FORBIDDEN'))
    const standing = await standingOf(visit)
    // Only what was on the page, as it stood there.
    const taiLieu = form.all('muc').flatMap((code) => memberOf(code) ?? [])
    if (taiLieu.length === 0) throw refuse(issue('NOTHING_CHOSEN'))
    const waiting = await waitingOf(visit)
    const done = await trinhGoi(await visit.own(), {
      ten: standing.opened ? 'Bổ sung sau khai trương' : 'Khai trương trang',
      khaiTruong: !standing.opened,
      taiLieu,
    })
    if (done.thieu.length === 0) return { to: `/lam-viec/goi/${done.id}?da=trinh` }
    return {
      title: titleOf('trinh'),
      main: html`${done.id !== null && html`<p class="da-lam" role="status">Đã trình ${done.banTrinh.length} mục. <a href="/lam-viec/goi/${done.id}">Đọc gói</a></p>`}${missingOf(done.thieu, waiting)}`,
    }
  },
}
