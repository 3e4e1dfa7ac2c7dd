import type { Display } from '../asked/display.ts'
import type { Settings } from '../content/edition.ts'
import type { Emergency } from '../content/emergency.ts'
import type { Tokens } from '../style/tokens.ts'

/**
 * What every page needs to know of the site. `settings` is null until the first settings are approved; `khan`: emergencies in
 * force, one more than are shown where there are more; `soDuyet`: the
 * site lets readers check the record, and says so; `theme`: a school's own colours and style beside the approved ones.
 */
export type Site = {
  settings: Settings | null
  khan?: readonly Emergency[]
  siteUrl: string
  soDuyet?: boolean
  display?: Display
  theme?: Theme
}
/** `tokens` replace single design tokens (style/tokens.ts); `css` comes after the theme's own. */
export type Theme = { tokens?: Partial<Tokens>; css?: string }
