'use client'
import { useTranslation } from '@payloadcms/ui'
import { panelWords } from '../messages/panel.ts'
import { StateBadge } from './StateBadge.tsx'

export const StateCell = ({ cellData }: { cellData?: string | null }) => {
  const { i18n } = useTranslation()
  return cellData ? <StateBadge state={cellData} words={panelWords(i18n.language)} /> : <span>–</span>
}
