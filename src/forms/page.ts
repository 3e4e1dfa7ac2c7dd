/** The frame around every page that has forms, of the desk and of strangers: the institution's name and colours, one script, nothing for machines. */
import { publicFile, type Settings } from '../theme/content/edition.ts'
import { html, Html, type Part } from '../theme/draw/html.ts'
import { hoaBan } from '../theme/draw/motif.ts'
import { picture } from '../theme/draw/pictures.ts'
import { styleFor } from '../theme/style/index.ts'

export type Drawn = { text: string; style: string }
export type FormPage = {
  settings: Settings | null
  title: string
  /** What stands for the institution before it has a name. */
  unnamed: string
  /** Rules after the site's. */
  css: string
  script: string
  icon: string
  header: (school: string, crest: Part) => Html
  main: Part
  wide?: true | undefined
}

export function formPage({ settings, title, unnamed, css, script, icon, header, main, wide }: FormPage): Drawn {
  const style = styleFor(settings, { css })
  const school = settings?.tenTruong ?? unnamed
  const crest = settings?.bieuTrung ? picture({ ...settings.bieuTrung, altText: '' }, publicFile, '2.2rem', 'beside') : hoaBan('hoa')
  const text = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${school}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="${icon}" />
        <script src="${script}" defer></script>
        ${new Html(`<style>${style.css}</style>`)}
      </head>
      <body>
        <a class="bo-qua" href="#noi-dung">Tới nội dung chính</a>
        ${header(school, crest)}
        <main id="noi-dung" class="lam${wide ? ' rong' : ''}">
          <h1>${title}</h1>
          ${main}
        </main>
      </body>
    </html>`.text
  return { text, style: style.source }
}
