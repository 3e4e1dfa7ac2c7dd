'use client'
/** Above a list: one tap shows what is in a state. Plain links: the panel's own list rewrites an address it went to by script. */
import { useTranslation } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation.js'
import { panelWords } from '../messages/panel.ts'
import { TRANG_THAI } from '../policy/gate/states.ts'

const PARAM = 'where[or][0][and][0][trangThai][equals]'

export const StateFilter = () => {
  const { i18n } = useTranslation()
  const path = usePathname()
  const chosen = useSearchParams().get(PARAM)
  const words = panelWords(i18n.language)
  const entries: [string | null, string][] = [[null, words.everyState], ...TRANG_THAI.map((state): [string, string] => [state, words.states[state] ?? state])]
  return (
    <nav className="ct-filter" aria-label={words.byState}>
      {entries.map(([state, name]) => (
        <a
          key={name}
          href={state === null ? path : `${path}?${new URLSearchParams({ [PARAM]: state }).toString()}`}
          {...(chosen === state ? { 'aria-current': 'true' as const } : {})}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
