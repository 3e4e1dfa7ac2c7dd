/** `/lam-viec/kho/in`: contact sheets – small pictures with their captions and credits, to be printed and chosen from at a table. */
import { archivePage, whereOf, type Archived } from '../../facts/archive.ts'
import { readUnits } from '../../facts/members.ts'
import { searchOf } from '../../policy/archive/filter.ts'
import { day } from '../../theme/draw/dates.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { Room } from '../room.ts'
import { filterIn, MOST_ON_SHEETS, NAMES } from './list.ts'

const cell = (one: Archived, n: number): Html => html`<li>
  ${one.anhNho !== null && one.loai === 'anh' ? html`<img src="${one.anhNho}" alt="" />` : html`<span class="o-trong">${NAMES[one.loai]}</span>`}
  <p><strong>${n + 1}.</strong> ${one.chuThich || one.moTa || one.tenGoc} <span class="mo">${[one.tacGia, one.donVi, day(one.luc)].filter(Boolean).join(' · ')}</span></p>
</li>`

export const contactSheets: Room = {
  path: '/lam-viec/kho/in',
  draw: async (visit) => {
    const filter = filterIn(visit)
    const units = await readUnits(await visit.own())
    const all = await archivePage(await visit.own(), await whereOf(visit.own, filter), null, MOST_ON_SHEETS, units)
    const shown = all.filter(({ thieu }) => thieu.length === 0)
    return {
      title: `Bản in tư liệu${filter.namHoc === null ? '' : ` năm học ${filter.namHoc}`}`,
      wide: true,
      main: html`<p class="khong-in">${shown.length} tư liệu${all.length > shown.length && `, bỏ ${all.length - shown.length} tư liệu chưa đủ phiếu đồng ý`}. <button class="nut phu" type="button" data-in hidden>In trang này</button> Trên điện thoại: Chia sẻ → In. <a href="/lam-viec/kho?${searchOf(filter)}">Về kho tư liệu</a></p>
        <ol class="ban-in">${shown.map(cell)}</ol>`,
    }
  },
}
