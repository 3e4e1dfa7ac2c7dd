'use client'
/** The copies of this document a person can go back to: whose, of when, and what was submitted of them. */
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useState } from 'react'
import { panelWords } from '../../messages/panel.ts'
import { savingWords } from '../../messages/saving.ts'
import type { Refused } from '../../messages/sentence.ts'
import { Refusals } from '../Refusals.tsx'
import { HistoryRow, type Copy } from './HistoryRow.tsx'
import type { Values } from './saves.ts'
import { useSaving } from './useSaving.ts'

async function ask<T>(address: string, offline: string, init: RequestInit = {}): Promise<T & { errors?: Refused[] }> {
  try {
    const response = await fetch(address, { credentials: 'include', ...init })
    return (await response.json()) as T & { errors?: Refused[] }
  } catch {
    return { errors: [{ code: 'OFFLINE', message: offline }] } as T & { errors?: Refused[] }
  }
}

export const History = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = savingWords(i18n.language)
  const panel = panelWords(i18n.language)
  const saving = useSaving()
  const [copies, setCopies] = useState<Copy[]>([])
  const [errors, setErrors] = useState<Refused[]>([])
  const [seen, setSeen] = useState<{ ban: number; values: Values } | null>(null)
  const [busy, setBusy] = useState(false)

  const load = useCallback(async () => {
    const answer = await ask<{ ban?: Copy[] }>(`/api/${collectionSlug}/${id}/lich-su`, panel.offline)
    setCopies(answer.ban ?? [])
    setErrors(answer.errors ?? [])
  }, [collectionSlug, id, panel])
  const see = async (ban: number): Promise<void> => {
    if (seen?.ban === ban) return setSeen(null)
    const answer = await ask<{ version?: Values }>(`/api/${collectionSlug}/versions/${ban}?depth=0`, panel.offline)
    setErrors(answer.errors ?? [])
    if (answer.version) setSeen({ ban, values: answer.version })
  }
  const putBack = async (ban: number): Promise<void> => {
    setBusy(true)
    // What is on the screen is a copy of its own before another takes its place.
    const trouble = await saving.settle()
    if (trouble) setErrors([{ code: 'UNSAVED', message: trouble === 'typing' ? words.stillTyping : trouble.reason }])
    else {
      const { phienBan } = saving.current()
      const answer = await ask(`/api/${collectionSlug}/versions/${ban}?depth=0&phienBan=${phienBan}`, panel.offline, { method: 'POST' })
      const doc = answer.errors ? null : await ask<Values>(`/api/${collectionSlug}/${id}?depth=0`, panel.offline)
      setErrors(answer.errors ?? [])
      if (doc) await saving.show(doc, doc)
      setSeen(null)
      await load()
    }
    setBusy(false)
  }
  return (
    <details className="ct-history" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{words.history}</summary>
      <p className="ct-muted">{words.historyWhy}</p>
      <Refusals errors={errors} words={panel} />
      <ol>
        {copies.map((copy, i) => (
          <HistoryRow
            key={copy.ban}
            copy={copy}
            isCurrent={i === 0}
            seen={seen?.ban === copy.ban ? seen.values : null}
            screen={saving.data}
            busy={busy}
            words={words}
            onSee={() => void see(copy.ban)}
            onPutBack={() => void putBack(copy.ban)}
          />
        ))}
      </ol>
    </details>
  )
}
