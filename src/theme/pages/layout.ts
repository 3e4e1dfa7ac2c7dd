import { classesOf } from '../asked/display.ts'
import { publicFile, type FileUrl } from '../content/edition.ts'
import { html, Html, type Part } from '../draw/html.ts'
import { styleFor } from '../style/index.ts'
import { emergencyBand } from './emergencyBand.ts'
import { footer } from './footer.ts'
import { headOf, type PageHead } from './head.ts'
import { header } from './header.ts'
import type { Site } from './site.ts'

export type Page = { title: string; description?: string; path: string; main: Part; q?: string; noindex?: boolean; head?: PageHead }

/** A whole page. Titles first, so that a tab and a list of results say what the page is about. */
export function layout(site: Site, page: Page, file: FileUrl = publicFile): string {
  const { settings } = site
  const style = styleFor(settings, site.theme)
  const school = settings?.tenTruong ?? 'Trang thông tin điện tử'
  const title = page.path === '/' ? school : `${page.title} – ${school}`
  const shown = site.display && classesOf(site.display)
  return html`<!doctype html>
    <html lang="vi"${shown && html` class="${shown}"`}>
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${headOf(site, { ...page, description: page.description ?? title })}
        <meta name="theme-color" content="${settings?.mauChinh ?? '#12463f'}" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${new Html(`<style>${style.css}</style>`)}
      </head>
      <body>
        <a class="bo-qua" href="#noi-dung">Tới nội dung chính</a>${header(settings, file, page.path, page.q)}${emergencyBand(site.khan ?? [])}
        <main id="noi-dung">${page.main}</main>
        ${footer(site, page.path)}
      </body>
    </html>`.text
}
