/** Name, motto, crest and two colours. */
import { refuse } from '../../messages/refusal.ts'
import { html } from '../../theme/draw/html.ts'
import { DEFAULT_TOKENS } from '../../theme/style/tokens.ts'
import { field, formPart } from '../../forms/field.ts'
import type { Room } from '../room.ts'
import { basedOn, besideOther, savePicture, saveSettings, settingsIssues } from './saveSettings.ts'
import { mustOpen, standingOf } from './standing.ts'
import { after, pathOf, titleOf } from './steps.ts'

const NAMES = ['tenTruong', 'khauHieu', 'mauChinh', 'mauLienKet'] as const
const textIn = (settings: Record<string, unknown> | null, name: string): string => (typeof settings?.[name] === 'string' ? settings[name] : '')

export const identity: Room = {
  path: pathOf('nhan-dien'),
  draw: async (visit, sent) => {
    mustOpen(visit)
    const { settings, preset } = await standingOf(visit)
    const beside = besideOther(sent, settings)
    const value = (name: string, other = ''): string => textIn(settings, name) || other
    return {
      title: titleOf('nhan-dien'),
      main: formPart(
        sent,
        pathOf('nhan-dien'),
        html`${basedOn(sent, settings)}${field(beside({ name: 'tenTruong', label: 'Tên đầy đủ', hint: preset ? `Ví dụ: ${preset.tenDonVi}` : '', value: value('tenTruong'), required: true, max: 150 }), sent)}${field(
          beside({ name: 'khauHieu', label: 'Khẩu hiệu', value: value('khauHieu'), max: 200 }),
          sent,
        )}${field(
          {
            name: 'bieuTrung',
            label: 'Biểu trưng',
            hint: sent.form?.file('bieuTrung')
              ? 'Tệp vừa chọn chưa được lưu; hãy chọn lại.'
              : settings?.bieuTrung
                ? 'Đã có biểu trưng; chọn tệp khác nếu muốn thay.'
                : 'Ảnh vuông, PNG hoặc JPEG. Chưa có thì trang dùng hình hoa ban.',
            type: 'file',
            accept: 'image/png,image/jpeg,image/webp',
          },
          sent,
        )}${field(
          { name: 'mauChinh', label: 'Màu chính', hint: 'Màu của đầu trang và các nút.', type: 'color', value: value('mauChinh', DEFAULT_TOKENS.chinh) },
          sent,
        )}${field({ name: 'mauLienKet', label: 'Màu liên kết', type: 'color', value: value('mauLienKet', DEFAULT_TOKENS.lienKet) }, sent)}`,
        'Lưu và sang bước sau',
        { files: true },
      ),
    }
  },
  act: async (visit, form) => {
    mustOpen(visit)
    const issues = settingsIssues(form, NAMES)
    if (issues.length > 0) throw refuse(...issues)
    const crest = await savePicture(visit, form, 'bieuTrung', `Biểu trưng ${form.text('tenTruong')}`)
    const { preset } = await standingOf(visit)
    await saveSettings(visit, form, {
      ...Object.fromEntries(NAMES.map((name) => [name, form.text(name) || null])),
      ...(crest === null ? {} : { bieuTrung: crest }),
      ...(preset ? { cap: preset.cap } : {}),
    })
    return { to: `${after('nhan-dien')}?da=luu` }
  },
}
