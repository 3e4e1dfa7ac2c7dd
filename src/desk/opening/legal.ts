/** What the law wants at the foot of every page of an institution's site. */
import { refuse } from '../../messages/refusal.ts'
import { html } from '../../theme/draw/html.ts'
import { field, formPart, type Field } from '../../forms/field.ts'
import type { Room } from '../room.ts'
import { basedOn, besideOther, saveSettings, settingsIssues } from './saveSettings.ts'
import { LEGAL, mustOpen, standingOf } from './standing.ts'
import { after, pathOf, titleOf } from './steps.ts'

const FIELDS: readonly Field[] = [
  { name: 'coQuanChuQuan', label: 'Cơ quan chủ quản', hint: 'Ví dụ: Sở Giáo dục và Đào tạo tỉnh Điện Biên', required: true, max: 200 },
  { name: 'nguoiChiuTrachNhiem', label: 'Người chịu trách nhiệm nội dung', hint: 'Họ tên và chức vụ', required: true, max: 150 },
  { name: 'diaChi', label: 'Địa chỉ', required: true, max: 300 },
  { name: 'dienThoai', label: 'Điện thoại', type: 'tel', required: true, max: 50 },
  { name: 'email', label: 'Thư điện tử', type: 'email', required: true, max: 100 },
  { name: 'nguoiPhatNgon', label: 'Người phát ngôn', hint: 'Họ tên, chức vụ và cách liên hệ của báo chí', max: 200 },
]
const NAMES = [...LEGAL, 'nguoiPhatNgon']

export const legal: Room = {
  path: pathOf('chan-trang'),
  draw: async (visit, sent) => {
    mustOpen(visit)
    const { settings } = await standingOf(visit)
    const beside = besideOther(sent, settings)
    const fields = FIELDS.map((f) => field({ ...beside(f), value: typeof settings?.[f.name] === 'string' ? String(settings[f.name]) : '' }, sent))
    return {
      title: titleOf('chan-trang'),
      main: html`<p>Những dòng này đứng ở chân mọi trang, theo quy định về trang thông tin điện tử của cơ quan nhà nước.</p>
        ${formPart(sent, pathOf('chan-trang'), [basedOn(sent, settings), ...fields], 'Lưu và sang bước sau')}`,
    }
  },
  act: async (visit, form) => {
    mustOpen(visit)
    const issues = settingsIssues(form, NAMES)
    if (issues.length > 0) throw refuse(...issues)
    await saveSettings(visit, form, Object.fromEntries(NAMES.map((name) => [name, form.text(name) || null])))
    return { to: `${after('chan-trang')}?da=luu` }
  },
}
