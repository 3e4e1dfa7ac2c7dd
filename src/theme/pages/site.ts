import type { Display } from '../asked/display.ts'
import type { Settings } from '../content/edition.ts'
import type { Tokens } from '../style/tokens.ts'

/**
 * What every page needs to know of the site. `settings` is null until the first settings are approved; `soDuyet`: the
 * site lets readers check the record, and says so; `theme`: a school's own colours and style beside the approved ones.
 */
export type Site = {
  settings: Settings | null
  siteUrl: string
  soDuyet?: boolean
  display?: Display
  theme?: Theme
}
/** `tokens` replace single design tokens (style/tokens.ts); `css` comes after the theme's own. */
export type Theme = { tokens?: Partial<Tokens>; css?: string }
