import type { Options } from '../../actions/options.ts'
import type { PanelWords } from '../../messages/panel.ts'

/** What is approved and not live yet has no page to leave: its publication is cancelled. */
export const cancels = ({ coBanDang, trangThai }: Options): boolean => !coBanDang && (trangThai === 'daDuyet' || trangThai === 'henGio')

export const goVerb = (options: Options, words: PanelWords): string => (cancels(options) ? words.cancelApproval : words.withdraw)
