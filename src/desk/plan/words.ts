/** States of rows and of what covers an event, in words and signs. */
import type { ChoTrong, PhuSong, TinhTrangDong } from '../../policy/plan/coverage.ts'
import { html, type Part } from '../../theme/draw/html.ts'

const STATE: Record<TinhTrangDong, { dau: string; chu: string; lop: string }> = {
  xong: { dau: '✓', chu: 'đã có tin', lop: 'xong' },
  con: { dau: '…', chu: 'chưa có tin', lop: '' },
  thieu: { dau: '✕', chu: 'hết tháng, chưa có tin', lop: 'gap' },
  sau: { dau: '', chu: 'chưa đến tháng', lop: '' },
  truoc: { dau: '–', chu: 'trước khi lập kế hoạch', lop: '' },
}
/** Of months to come there is nothing to say. */
export const stateTag = (state: TinhTrangDong): Part =>
  state !== 'sau' && html`<span class="the ${STATE[state].lop}"><span aria-hidden="true">${STATE[state].dau}</span> ${STATE[state].chu}</span>`

export const SLOT_WORDS: Record<keyof PhuSong, string> = { truoc: 'trước', trong: 'trong', sau: 'sau' }
const FILLED: Record<ChoTrong, { dau: string; chu: string }> = {
  co: { dau: '✓', chu: 'có tin' },
  con: { dau: '…', chu: 'chưa có tin' },
  lo: { dau: '✕', chu: 'đã bỏ lỡ' },
}
export const coverageWords = (coverage: PhuSong): string =>
  (Object.keys(SLOT_WORDS) as (keyof PhuSong)[]).map((slot) => `${SLOT_WORDS[slot]}: ${FILLED[coverage[slot]].dau} ${FILLED[coverage[slot]].chu}`).join(' · ')

export const monthsInWords = (thang: readonly number[]): string => (thang.length === 0 ? 'Cả năm học' : `Tháng ${thang.join(', ')}`)
