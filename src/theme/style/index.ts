import { sha256 } from '../../policy/fingerprint.ts'
import type { Settings } from '../edition.ts'
import { baseCss } from './base.ts'
import { contentCss } from './content.ts'
import { frameCss } from './frame.ts'
import { searchCss } from './search.ts'
import { DEFAULT_TOKENS, tokensCss, type Tokens } from './tokens.ts'

const squeeze = (css: string): string => css.replace(/\n+/g, '')

export type Style = { css: string; href: string }
const made = new Map<string, Style>()

/** The style sheet of a school's colours, with an address that changes when it does. */
export function styleFor(settings: Settings | null): Style {
  const tokens: Tokens = { chinh: settings?.mauChinh ?? DEFAULT_TOKENS.chinh, lienKet: settings?.mauLienKet ?? DEFAULT_TOKENS.lienKet }
  const key = `${tokens.chinh} ${tokens.lienKet}`
  const known = made.get(key)
  if (known) return known
  const css = squeeze(tokensCss(tokens) + baseCss + frameCss + contentCss + searchCss)
  const style = { css, href: `/giao-dien/${sha256(css).slice(0, 16)}.css` }
  if (made.size > 20) made.clear()
  made.set(key, style)
  return style
}
