'use client'
/** Saving the form around it: now, before a submission, or with other words than stand in it. */
import { useDocumentInfo, useForm, useFormModified, useServerFunctions } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { changedFields } from './same.ts'
import { useSave, useSaves } from './SaveKeeper.tsx'
import type { Save, Trouble, Values } from './saves.ts'

/** The text editor hands over what was typed after half a second at most. */
const HANDED_OVER_MS = 700
/** Until a change of the form is drawn. */
const DRAWN_MS = 150
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export type Saving = {
  key: string
  save: Save
  /** Something on the screen is not saved. */
  unsaved: boolean
  data: () => Values
  /** The save as it stands at the moment of asking. */
  current: () => Save
  saveNow: (words?: Values) => Promise<Trouble | null>
  /** Saves what is on the screen and waits; null once all of it is saved, `typing` where it goes on. */
  settle: () => Promise<Trouble | 'typing' | null>
  /** Shows these words instead, based on that text; saves them where they differ. False where they could not be shown. */
  show: (words: Values, based: Values) => Promise<boolean>
}

export function useSaving(): Saving {
  const { id, collectionSlug = '', docConfig, docPermissions, getDocPreferences } = useDocumentInfo()
  const key = `${collectionSlug}/${id}`
  const saves = useSaves()
  const save = useSave(key)
  const form = useForm()
  const modified = useFormModified()
  const { getFormState } = useServerFunctions()
  const now = useRef({ form, modified })
  useEffect(() => {
    now.current = { form, modified }
  })
  const isUpload = docConfig !== undefined && 'upload' in docConfig && Boolean(docConfig.upload)

  const saveNow = useCallback(
    async (words: Values = {}) => {
      await now.current.form.submit({
        action: `/api/${key}?${isUpload ? '' : 'autosave=true&draft=true&'}depth=0&fallback-locale=null`,
        method: 'PATCH',
        acceptValues: { overrideLocalChanges: false },
        context: { getDocPermissions: false, incrementVersionCount: false },
        disableFormWhileProcessing: false,
        disableSuccessStatus: true,
        overrides: { ...words, _status: 'draft' },
        skipValidation: true,
      })
      await saves.settled(key)
      return saves.get(key).trouble
    },
    [key, isUpload, saves],
  )

  const settle = useCallback(async () => {
    await pause(HANDED_OVER_MS)
    for (let tries = 0; tries < 4; tries += 1) {
      await saves.settled(key)
      if (!now.current.modified && saves.get(key).trouble === null) return null
      const trouble = await saveNow()
      if (trouble) return trouble
      await pause(DRAWN_MS)
    }
    return 'typing' as const
  }, [key, saves, saveNow])

  const show = useCallback(
    async (words: Values, based: Values) => {
      const docPreferences = await getDocPreferences()
      const { state } = await getFormState({
        id: id!,
        collectionSlug,
        data: words,
        docPermissions: docPermissions!,
        docPreferences,
        operation: 'update',
        renderAllFields: true,
        schemaPath: collectionSlug,
        skipValidation: true,
      })
      if (!state) return false
      now.current.form.replaceState(state)
      saves.open(key, based)
      if (changedFields(words, based).length === 0) return true
      now.current.form.setModified(true)
      await pause(DRAWN_MS)
      await saveNow(Object.fromEntries(changedFields(words, based).map((name) => [name, words[name]])))
      return true
    },
    [id, collectionSlug, docPermissions, getDocPreferences, getFormState, key, saves, saveNow],
  )

  const data = useCallback(() => now.current.form.getData() as Values, [])
  const current = useCallback(() => saves.get(key), [saves, key])
  return useMemo(
    () => ({ key, save, unsaved: modified || save.trouble !== null, data, current, saveNow, settle, show }),
    [key, save, modified, data, current, saveNow, settle, show],
  )
}
