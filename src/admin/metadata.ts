/** The browser's title and icon are the school's. */
import type { Metadata } from 'next'
import { getPayload, type SanitizedConfig } from 'payload'
import { schoolOf } from './Brand.tsx'

const textOf = (title: Metadata['title']): string => (typeof title === 'string' ? title : title && 'absolute' in title ? String(title.absolute) : '')

export async function ofSchool(config: Promise<SanitizedConfig>, metadata: Metadata): Promise<Metadata> {
  const payload = await getPayload({ config })
  const { ten, bieuTrung } = await schoolOf(payload)
  const suffix = payload.config.admin.meta?.titleSuffix ?? ''
  const title = textOf(metadata.title)
  const page = suffix !== '' && title.endsWith(suffix) ? title.slice(0, -suffix.length) : title
  const icon = bieuTrung ?? '/favicon.svg'
  const { openGraph: _, ...rest } = metadata
  return { ...rest, title: { absolute: [page, ten ?? 'Trang thông tin điện tử'].filter(Boolean).join(' – ') }, icons: [{ rel: 'icon', url: icon }] }
}
