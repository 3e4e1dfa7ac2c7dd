/** Lists of stories: by kind, by topic, by unit. */
import { Router } from 'express'
import { page, type Context } from '../http/context.ts'
import type { Named, Story } from '../content/edition.ts'
import { html } from '../draw/html.ts'
import { liveAt } from '../http/lookup.ts'
import { ofDocument, ofList } from '../content/tags.ts'
import { storyPage, type About } from './list.ts'

const KINDS: { loai: Story['loai']; about: About }[] = [
  {
    loai: 'nguoiTotViecTot',
    about: {
      title: 'Người tốt việc tốt',
      path: '/nguoi-tot-viec-tot',
      intro: html`<p class="sa-po">Những việc đẹp của học sinh, thầy cô và người dân quanh trường, do các chi đoàn kể lại.</p>`,
    },
  },
  { loai: 'thongBao', about: { title: 'Thông báo', path: '/thong-bao' } },
]

export function lists(context: Context): Router {
  const router = Router()
  for (const { loai, about } of KINDS) {
    const tell = loai === 'nguoiTotViecTot' && context.intake !== undefined && html`<p class="tiep"><a href="${context.intake}">Kể một chuyện tốt</a></p>`
    const withFeeds = { ...about, intro: html`${about.intro}${tell}`, head: { feeds: { title: about.title, base: about.path } } }
    router.get(
      about.path,
      page(context, (req, res, site) => storyPage(context, req, res, site, withFeeds, { loai }, [ofList('tin-bai', 'loai', loai)])),
    )
  }

  router.get(
    '/chu-de/:slug',
    page(context, async (req, res, site) => {
      const topic = await liveAt<{ ten: string; namHoc?: string; canCu?: string }>(context, req, res, site, { boSuuTap: 'chu-de', base: '/chu-de' })
      if (!topic) return
      const { namHoc, canCu } = topic.noiDung
      const intro = (namHoc || canCu) && html`<p class="mo">${namHoc && `Năm học ${namHoc}. `}${canCu && `Căn cứ: ${canCu}`}</p>`
      const path = `/chu-de/${topic.slug}`
      const head = { feeds: { title: topic.tieuDe, base: path }, calendar: { title: `Lịch: ${topic.tieuDe}`, path: `${path}/lich.ics` } }
      const about = { title: topic.tieuDe, path, above: [{ ten: 'Chủ đề', duongDan: '/chu-de' }], intro, head }
      const tags = [ofDocument('chu-de', topic.taiLieu), ofList('tin-bai', 'chuDe', topic.taiLieu)]
      await storyPage(context, req, res, site, about, { chuDe: topic.taiLieu }, tags)
    }),
  )

  router.get(
    '/don-vi/:slug',
    page(context, async (req, res, site) => {
      const unit = await liveAt<{ ten: string; cha?: Named }>(context, req, res, site, { boSuuTap: 'don-vi', base: '/don-vi' })
      if (!unit) return
      const { cha } = unit.noiDung
      const intro = cha && html`<p class="mo">Thuộc <a href="/don-vi/${cha.slug}">${cha.ten}</a></p>`
      const path = `/don-vi/${unit.slug}`
      const head = { feeds: { title: unit.tieuDe, base: path } }
      const about = { title: unit.tieuDe, path, above: [{ ten: 'Đơn vị', duongDan: '/don-vi' }], intro, head }
      const tags = [ofDocument('don-vi', unit.taiLieu), ofList('tin-bai', 'donVi', unit.taiLieu)]
      await storyPage(context, req, res, site, about, { donVi: unit.taiLieu }, tags)
    }),
  )
  return router
}
