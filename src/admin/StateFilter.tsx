'use client'
/** Above a list: one tap shows what is in a state. */
import { Link, useTranslation } from '@payloadcms/ui'
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
        <Link
          key={name}
          href={state === null ? path : `${path}?${new URLSearchParams({ [PARAM]: state }).toString()}`}
          prefetch={false}
          {...(chosen === state ? { 'aria-current': 'true' as const } : {})}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
