/** `/lam-viec/kho`: what there is of a year, a unit, an occasion or a person; chosen, it is one ZIP with its captions, or sheets to print. */
import { archiveCount, archivePage, firstKept, storedByUnit, whereOf, type Archived, type Stored } from '../../facts/archive.ts'
import { readUnits } from '../../facts/members.ts'
import { xuatKho } from '../../actions/xuatKho.ts'
import { now } from '../../database/clock.ts'
import { refuse } from '../../messages/refusal.ts'
import { filterOf, LOAI_KHO, searchOf, yearsBetween, type ArchiveFilter, type LoaiKho } from '../../policy/archive/filter.ts'
import { issue } from '../../policy/issues.ts'
import { holds } from '../../policy/people/roles.ts'
import { schoolYearOf } from '../../policy/time/schoolYear.ts'
import { fileSize } from '../../theme/draw/attachments.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { field } from '../../forms/field.ts'
import type { Sent } from '../../forms/form.ts'
import type { Room, Visit } from '../room.ts'
import { say } from '../refusal.ts'
import { topicChoices, type Choice } from '../writing/choices.ts'
import { packOf } from './pack.ts'

const AT = '/lam-viec/kho'
const PAGE = 24
export const MOST_ON_SHEETS = 120
export const NAMES: Record<LoaiKho, string> = { anh: 'Ảnh', phim: 'Phim', am: 'Âm thanh', tep: 'Tệp' }
const NOTHING: Sent = { form: null, refused: [] }

export const filterIn = ({ query }: Visit): ArchiveFilter => filterOf((name) => query.get(name))
const beforeIn = ({ query }: Visit): number | null => (/^[1-9]\d{0,8}$/.test(query.get('truoc') ?? '') ? Number(query.get('truoc')) : null)

const select = (name: string, label: string, choices: readonly Choice[], chosen: string, all: string): Html =>
  html`<div class="o"><label for="o-${name}">${label}</label><select id="o-${name}" name="${name}"><option value="">${all}</option>${choices.map(({ value, label: words }) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`)}</select></div>`

async function filterForm(visit: Visit, filter: ArchiveFilter, units: ReadonlyMap<number, { ten: string }>): Promise<Html> {
  const req = await visit.own()
  const at = Date.parse(await now(req))
  const first = await firstKept(req)
  const years = yearsBetween(schoolYearOf(first === null ? at : Date.parse(first)), schoolYearOf(at)).map((value) => ({ value, label: value }))
  const ofUnits = [...units].map(([id, { ten }]) => ({ value: String(id), label: ten })).toSorted((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true })) // prettier-ignore
  const kinds = LOAI_KHO.map((value) => ({ value, label: NAMES[value] }))
  return html`<form method="get" action="${AT}">
    <div class="hai">${select('nam', 'Năm học', years, filter.namHoc ?? '', 'Mọi năm')}${select('donVi', 'Đơn vị', ofUnits, String(filter.donVi ?? ''), 'Mọi đơn vị')}
      ${select('chuDe', 'Dịp, chủ đề', await topicChoices(visit, []), String(filter.chuDe ?? ''), 'Mọi dịp')}${select('loai', 'Loại', kinds, filter.loai ?? '', 'Mọi loại')}</div>
    ${field({ name: 'chu', label: 'Chữ trong mô tả, tên bài, tên tệp', value: filter.chu, max: 100 }, NOTHING)}${field({ name: 'nguoi', label: 'Người có mặt', hint: 'Theo tên trên phiếu đồng ý.', value: filter.nguoi, max: 100 }, NOTHING)}
    <p class="hang"><button class="nut" type="submit">Tìm</button></p>
  </form>`
}

const why = ({ thieu }: Archived): Part =>
  thieu.length > 0 && html`<p class="loi">Không tải được: ${[...new Set(say(thieu).map(({ message }) => message))].join(' ')}</p>`

const card = (one: Archived): Html => {
  const words = one.chuThich || one.moTa || one.tenGoc
  return html`<li class="anh">
    ${one.anhNho !== null && one.loai === 'anh' && html`<img src="${one.anhNho}" alt="" loading="lazy" />`}
    <div>
      <label class="chon-mot"><input type="checkbox" name="chon" value="${one.id}"${one.thieu.length > 0 && html` disabled`} /> ${one.loai !== 'anh' && `${NAMES[one.loai]}: `}${words}</label>
      <p class="mo"><a href="${AT}/${one.id}">Mở</a> · ${[one.donVi, day(one.luc), fileSize(one.bytes), one.tacGia].filter(Boolean).join(' · ')}</p>
      ${why(one)}
    </div>
  </li>`
}

const stored = (rows: readonly Stored[]): Part =>
  rows.length > 0 &&
  html`<details class="them"><summary>Dung lượng theo đơn vị (${fileSize(rows.reduce((sum, { bytes }) => sum + bytes, 0))})</summary>
    <div class="bang"><table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Số tệp</th><th scope="col">Dung lượng</th></tr></thead>
      <tbody>${rows.map(({ donVi, so, bytes }) => html`<tr><td>${donVi || 'Chưa ghi đơn vị'}</td><td>${so}</td><td>${fileSize(bytes)}</td></tr>`)}</tbody></table></div>
  </details>`

export const archive: Room = {
  path: AT,
  draw: async (visit) => {
    const filter = filterIn(visit)
    const units = await readUnits(await visit.own())
    const where = await whereOf(visit.own, filter)
    const found = await archivePage(await visit.own(), where, beforeIn(visit), PAGE + 1, units)
    const [shown, more] = [found.slice(0, PAGE), found.length > PAGE]
    const count = await archiveCount(await visit.own(), where)
    const search = searchOf(filter)
    const older = `${search}${search && '&'}truoc=${shown.at(-1)?.id ?? ''}`
    const seesAll = holds(visit.actor, 'bienTapVien', 'nguoiDuyet', 'nguoiPhatNgon')
    return {
      title: 'Kho tư liệu',
      main: html`${await filterForm(visit, filter, units)}
        ${
          count === 0
            ? html`<div class="trong-khong">${hoaBan('hoa')}<p>Chưa có tư liệu nào như vậy.</p></div>`
            : html`<p role="status">${count} tư liệu. Chưa đủ phiếu đồng ý thì không tải được.</p>
                <form method="post" action="${AT}?${search}">
                  <ul class="cac-anh">${shown.map(card)}</ul>
                  <p class="hang"><button class="nut" type="submit" name="viec" value="chon">Tải những tư liệu đã chọn</button> <button class="nut phu" type="submit" name="viec" value="het">Tải cả ${count} tư liệu</button></p>
                  <p class="mo">Một tệp ZIP, kèm bảng chú thích, tác giả và quyền sử dụng (chu-thich.csv).</p>
                </form>
                <p class="nen">${more && html`<a href="${AT}?${older}" rel="next">Xem tư liệu cũ hơn</a>`}<a href="${AT}/in?${search}">Bản in (${MOST_ON_SHEETS} tư liệu mới nhất)</a></p>`
        }
        ${seesAll && stored(await storedByUnit(await visit.own(), units))}`,
    }
  },
  act: async (visit, form) => {
    const where = await whereOf(visit.own, filterIn(visit))
    const chosen = form.all('chon').filter((one) => /^[1-9]\d{0,8}$/.test(one))
    if (form.text('viec') !== 'het' && chosen.length === 0) throw refuse(issue('NOTHING_CHOSEN', 'chon'))
    const wanted = form.text('viec') === 'het' ? where : { and: [where, { id: { in: chosen.map(Number) } }] }
    await xuatKho(await visit.own(), form.text('viec') === 'het' ? await archiveCount(await visit.own(), where) : chosen.length)
    const name = ['tu-lieu', filterIn(visit).namHoc].filter(Boolean).join('-')
    return { stream: packOf(visit, wanted), type: 'application/zip', name: `${name}.zip` }
  },
}
