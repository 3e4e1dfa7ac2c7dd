import type { Named } from '../content/edition.ts'
import { html, type Html } from '../draw/html.ts'
import { hoaBan } from '../draw/motif.ts'
import { breadcrumb } from './breadcrumb.ts'
import { layout } from './layout.ts'
import { type Site } from './site.ts'

/** A name and the names below it. */
export type Branch = Named & { duoi: Branch[] }
export type NamesData = { title: string; path: string; intro: string; branches: readonly Branch[] }

const branch = (base: string, { slug, ten, duoi }: Branch): Html =>
  html`<li>
    <a href="${base}/${slug}">${ten}</a>${
      duoi.length > 0 &&
      html`<ul>
        ${duoi.map((b) => branch(base, b))}
      </ul>`
    }
  </li>`

/** All topics, or all units with those that belong to them. */
export const namesPage = (site: Site, { title, path, intro, branches }: NamesData): string =>
  layout(site, {
    title,
    path,
    description: intro,
    main: html`<div class="khung">
      <div class="mot-cot">
        ${breadcrumb([])}
        <h1>${title}</h1>
        ${
          branches.length === 0
            ? html`<div class="trong">
                ${hoaBan('hoa')}
                <p>Chưa có mục nào được duyệt.</p>
              </div>`
            : html`<p class="sa-po">${intro}</p>
                <ul class="cay">
                  ${branches.map((b) => branch(path, b))}
                </ul>`
        }
      </div>
    </div>`,
  })
