import { sha256 } from '../../policy/fingerprint.ts'
import type { Settings } from '../edition.ts'
import { baseCss } from './base.ts'
import { contentCss } from './content.ts'
import { frameCss } from './frame.ts'
import { galleryCss } from './gallery.ts'
import { groundCss } from './ground.ts'
import { homeCss } from './home.ts'
import { pagesCss } from './pages.ts'
import { printCss } from './print.ts'
import { shareCss } from './share.ts'
import { searchCss } from './search.ts'
import { DEFAULT_TOKENS, tokensCss, type Tokens } from './tokens.ts'

const squeeze = (css: string): string => css.replace(/\n+/g, '')

export type Style = { css: string; href: string }
const made = new Map<string, Style>()

/** The style sheet of a school's colours, with an address that changes when it does. `own`: what the site was mounted with. */
export function styleFor(settings: Settings | null, own: { tokens?: Partial<Tokens>; css?: string } = {}): Style {
  const approved = { ...(settings?.mauChinh ? { chinh: settings.mauChinh } : {}), ...(settings?.mauLienKet ? { lienKet: settings.mauLienKet } : {}) }
  const tokens: Tokens = { ...DEFAULT_TOKENS, ...own.tokens, ...approved }
  const key = JSON.stringify([tokens, own.css])
  const known = made.get(key)
  if (known) return known
  const css = squeeze(
    tokensCss(tokens) + baseCss + frameCss + contentCss + homeCss + pagesCss + galleryCss + groundCss + shareCss + searchCss + printCss + (own.css ?? ''),
  )
  const style = { css, href: `/giao-dien/${sha256(css).slice(0, 16)}.css` }
  if (made.size > 20) made.clear()
  made.set(key, style)
  return style
}
