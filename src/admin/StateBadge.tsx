import type { PanelWords } from '../messages/panel.ts'

/** A state is a word with a shape, never a colour alone. */
const SHAPES: Record<string, string> = {
  nhap: '○',
  choTiepNhan: '◔',
  choBienTap: '◑',
  choDuyet: '◕',
  daDuyet: '✓',
  henGio: '◷',
  daDang: '●',
  traLai: '↩',
  tuChoi: '✕',
  daGo: '▽',
}

export const StateBadge = ({ state, words }: { state: string; words: PanelWords }) => (
  <span className={`ct-state ct-state--${state}`}>
    <span aria-hidden="true">{SHAPES[state] ?? '·'}</span> {words.states[state] ?? state}
  </span>
)
