'use client'
/** A value of a list in words: states, codes and hours, the hours always of Hà Nội. */
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { inWords } from './recordValue.ts'

type Props = { cellData?: unknown; field?: { name?: string }; link?: boolean; collectionSlug?: string; rowData?: { id?: number | string } }

export const WordCell = ({ cellData, field, link, collectionSlug, rowData }: Props) => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const said = inWords(field?.name ?? '', cellData, i18n.language === 'en' ? 'en' : 'vi') || '–'
  if (!link || !collectionSlug || rowData?.id === undefined) return <span>{said}</span>
  return (
    <Link href={`${config.routes.admin}/collections/${collectionSlug}/${rowData.id}`} prefetch={false}>
      {said}
    </Link>
  )
}
