'use client'
/** What the panel's library and the browser say in English alone, whatever language the account reads. */
import { useTranslation } from '@payloadcms/ui'
import { useEffect, type ReactNode } from 'react'
import { panelWords, type PanelWords } from '../messages/panel.ts'

const TOAST = '[data-sonner-toast] [data-title]'

/** `Successfully saved 3 files`, `Failed to save 1 files`: sentences the library keeps to itself. */
function said(text: string, words: PanelWords): string | null {
  const saved = /^Successfully saved (\d+) files$/.exec(text)
  if (saved) return words.filesSaved(Number(saved[1]))
  const failed = /^Failed to save (\d+) files$/.exec(text)
  if (failed) return words.filesFailed(Number(failed[1]))
  return /^(Failed to fetch( the file\.)?|NetworkError.*|Load failed|(Refreshing|Fetching) .* failed: .*)$/.test(text) ? words.offline : null
}

export const PlainFailures = ({ children }: { children?: ReactNode }) => {
  const { i18n } = useTranslation()
  useEffect(() => {
    if (i18n.language === 'en') return
    const words = panelWords(i18n.language)
    const look = (): void => {
      for (const title of document.querySelectorAll(TOAST)) {
        const plain = said(title.textContent.trim(), words)
        if (plain !== null) title.textContent = plain
      }
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [i18n.language])
  return children
}
