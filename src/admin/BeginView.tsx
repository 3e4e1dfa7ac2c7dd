/** Where something new is begun: its title is asked first, and nothing is stored before it is given. */
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation.js'
import type { AdminViewServerProps, CollectionSlug } from 'payload'
import { toActor } from '../facts/actor.ts'
import { panelWords } from '../messages/panel.ts'
import { languageOf } from '../messages/sentence.ts'
import { mayCreate } from '../policy/gate/authority.ts'
import { runtimeOf } from '../runtime.ts'
import { BeginForm, type Asked } from './BeginForm.tsx'

type TextLike = { name?: string; type?: string; label?: unknown; admin?: { description?: unknown }; options?: readonly { value: string; label: unknown }[] }

export const BeginView = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload } = req
  const slug = String(params?.segments?.[1] ?? '')
  const gate = runtimeOf(payload).gates.find((g) => g.slug === slug)
  const actor = toActor(req.user as never)
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/bat-dau/${slug}`)}`)
  if (!gate || !actor || !mayCreate(gate, actor)) return notFound()
  const language = languageOf(req)
  const words = panelWords(language)
  const said = (label: unknown): string =>
    label !== null && typeof label === 'object' ? String((label as Record<string, string>)[language] ?? '') : String(label ?? '')
  if (gate.single) {
    const { docs } = await payload.find({ collection: slug as CollectionSlug, limit: 1, depth: 0, select: {}, overrideAccess: false, req })
    if (docs[0]) redirect(`/admin/collections/${slug}/${docs[0].id}`)
  }
  const fields = (payload.collections[slug as CollectionSlug]?.config.fields ?? []) as TextLike[]
  const asked = [gate.kindField, gate.title].flatMap((name): Asked[] => {
    const field = fields.find((one) => one.name === name)
    if (!field?.name) return []
    const options = field.type === 'select' ? (field.options ?? []).map(({ value, label }) => ({ value, label: said(label) })) : null
    return [{ name: field.name, label: said(field.label), help: said(field.admin?.description), options }]
  })
  const title = words.begin(gate.labels.one[language])
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      visibleEntities={visibleEntities}
    >
      <Gutter className="ct-begin">
        <h1>{title}</h1>
        <BeginForm slug={slug} asked={asked} language={language} />
      </Gutter>
    </DefaultTemplate>
  )
}
