/** The frame of every public form: crest, the institution's name, the way back to the site. No icon: it would be one request more. */
import { formPage, type Drawn } from '../../forms/page.ts'
import type { Settings } from '../../theme/content/edition.ts'
import { html, type Part } from '../../theme/draw/html.ts'
import { SCRIPT } from '../script/index.ts'
import { intakeCss } from './style.ts'

export type IntakePage = { title: string; main: Part; status?: number }

export const frame = (settings: Settings | null, { title, main }: IntakePage): Drawn =>
  formPage({
    settings,
    title,
    main,
    unnamed: 'Trang gửi bài',
    css: intakeCss,
    script: SCRIPT.path,
    icon: 'data:,',
    header: (school, crest) => html`<header class="gui"><a href="/">${crest}<span>${school}</span></a></header>`,
  })
