'use client'
/** Where a document stands and what may be done with it, asked anew after every save and every act. */
import { toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Options } from '../../actions/options.ts'
import { panelWords, type PanelWords } from '../../messages/panel.ts'
import { savingWords } from '../../messages/saving.ts'
import type { Refused } from '../../messages/sentence.ts'
import { callAction } from '../call.ts'
import { useSaves } from '../saving/SaveKeeper.tsx'
import { useSaving, type Saving } from '../saving/useSaving.ts'

export type Act = 'trinh' | 'dang' | 'hen-gio' | 'go' | 'thu-hoi'
export type Asking = 'go' | 'thu-hoi' | 'hen-gio' | null

export type GateState = {
  words: PanelWords
  options: Options | null
  errors: Refused[]
  busy: Act | null
  asking: Asking
  /** Something on the screen is not saved. */
  unsaved: boolean
  ask: (what: Asking) => void
  retry: () => void
  act: (action: Act, body?: object) => Promise<void>
}

/** Saves what is on the screen first and names it: what is frozen is what its submitter sees, or nothing is. */
function useSubmitted(saving: Saving, language: string): () => Promise<Refused[] | { phienBan: number }> {
  const words = savingWords(language)
  return async () => {
    const trouble = await saving.settle()
    if (trouble === null) return { phienBan: saving.current().phienBan }
    return [{ code: 'UNSAVED', message: words.notSubmitted(trouble === 'typing' ? words.stillTyping : trouble.reason) }]
  }
}

export function useGate(): GateState {
  const { id, collectionSlug = '', lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = panelWords(i18n.language)
  const saves = useSaves()
  const saving = useSaving()
  const readyToSubmit = useSubmitted(saving, i18n.language)
  const [options, setOptions] = useState<Options | null>(null)
  const [errors, setErrors] = useState<Refused[]>([])
  const [busy, setBusy] = useState<Act | null>(null)
  const [asking, ask] = useState<Asking>(null)

  const load = useCallback(async () => {
    if (!id) return
    try {
      const response = await fetch(`/api/${collectionSlug}/${id}/viec`, { credentials: 'include' })
      if (response.ok) setOptions((await response.json()) as Options)
      else setErrors(((await response.json()) as { errors?: Refused[] }).errors ?? [])
    } catch {
      setErrors([{ code: 'OFFLINE', message: words.offline }])
    }
  }, [id, collectionSlug, words])
  useEffect(() => void load(), [load, lastUpdateTime])

  const send = async (action: Act, body: object): Promise<Refused[]> => {
    const ready = action === 'trinh' ? await readyToSubmit() : {}
    if (Array.isArray(ready)) return ready
    const outcome = await callAction(collectionSlug, id!, action, { ...body, ...ready }, words.offline)
    if (outcome.ok) {
      toast.success(action === 'go' && outcome.trangThai === 'daGo' && !options?.coBanDang ? words.cancelled : words.done[action])
      ask(null)
      return []
    }
    if (outcome.khac) saves.set(saving.key, { trouble: { kind: 'stale', reason: outcome.errors[0]?.message ?? '', khac: outcome.khac, mine: saving.data() } })
    return outcome.errors
  }
  const act = async (action: Act, body: object = {}): Promise<void> => {
    setBusy(action)
    setErrors([])
    setErrors(await send(action, body))
    await load()
    setBusy(null)
  }
  const retry = (): void => {
    setErrors([])
    void load()
  }
  return { words, options, errors, busy, asking, unsaved: saving.unsaved, ask, retry, act }
}
