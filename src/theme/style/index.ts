import { createHash } from 'node:crypto'
import type { Settings } from '../content/edition.ts'
import { baseCss } from './base.ts'
import { contentCss } from './content.ts'
import { emergencyCss } from './emergency.ts'
import { frameCss } from './frame.ts'
import { galleryCss } from './gallery.ts'
import { groundCss } from './ground.ts'
import { homeCss } from './home.ts'
import { pagesCss } from './pages.ts'
import { printCss } from './print.ts'
import { shareCss } from './share.ts'
import { searchCss } from './search.ts'
import { tableCss } from './tables.ts'
import { DEFAULT_TOKENS, tokensCss, type Tokens } from './tokens.ts'

const squeeze = (css: string): string => css.replace(/\n+/g, '')

/** `source`: how a Content-Security-Policy names exactly this text. */
export type Style = { css: string; source: string }
const made = new Map<string, Style>()

/**
 * The style of a school's colours, 5 kB packed. It stands in each page: over a weak network a second request before
 * anything is drawn costs more than its bytes. `own`: what the site was mounted with.
 */
export function styleFor(settings: Settings | null, own: { tokens?: Partial<Tokens>; css?: string } = {}): Style {
  const approved = { ...(settings?.mauChinh ? { chinh: settings.mauChinh } : {}), ...(settings?.mauLienKet ? { lienKet: settings.mauLienKet } : {}) }
  const tokens: Tokens = { ...DEFAULT_TOKENS, ...own.tokens, ...approved }
  const key = JSON.stringify([tokens, own.css])
  const known = made.get(key)
  if (known) return known
  const text = squeeze(
    tokensCss(tokens) +
      baseCss +
      frameCss +
      emergencyCss +
      contentCss +
      tableCss +
      homeCss +
      pagesCss +
      galleryCss +
      groundCss +
      shareCss +
      searchCss +
      printCss +
      (own.css ?? ''),
  )
  // The hash is that of what a browser reads: one kind of line end, no NUL; and nothing in it ends the element it stands in.
  const css = text.replace(/\r\n?/g, '\n').replaceAll('\0', '').replaceAll('</', '<\\/')
  const style = { css, source: `'sha256-${createHash('sha256').update(css).digest('base64')}'` }
  if (made.size > 20) made.clear()
  made.set(key, style)
  return style
}
