/** The frame of every public form: crest, the institution's name, the way back to the site. */
import { publicFile, type Settings } from '../../theme/content/edition.ts'
import { html, Html, type Part } from '../../theme/draw/html.ts'
import { hoaBan } from '../../theme/draw/motif.ts'
import { picture } from '../../theme/draw/pictures.ts'
import { styleFor } from '../../theme/style/index.ts'
import { SCRIPT } from '../script/index.ts'
import { intakeCss } from './style.ts'

export type IntakePage = { title: string; main: Part; status?: number }

export function frame(settings: Settings | null, { title, main }: IntakePage): { text: string; style: string } {
  const style = styleFor(settings, { css: intakeCss })
  const school = settings?.tenTruong ?? 'Trang gửi bài'
  const crest = settings?.bieuTrung ? picture({ ...settings.bieuTrung, altText: '' }, publicFile, '2.2rem', 'beside') : hoaBan('hoa')
  const text = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${school}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <script src="${SCRIPT.path}" defer></script>
        ${new Html(`<style>${style.css}</style>`)}
      </head>
      <body>
        <a class="bo-qua" href="#noi-dung">Tới nội dung chính</a>
        <header class="gui"><a href="/">${crest}<span>${school}</span></a></header>
        <main id="noi-dung" class="lam">
          <h1>${title}</h1>
          ${main}
        </main>
      </body>
    </html>`.text
  return { text, style: style.source }
}
