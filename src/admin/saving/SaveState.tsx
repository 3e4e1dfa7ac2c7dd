'use client'
/** In every form behind the gate: what is not saved stays on the screen with its reason, until it is. */
import { LeaveWithoutSaving, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { savingWords } from '../../messages/saving.ts'
import { Conflict } from './Conflict.tsx'
import { KeptCopies } from './KeptCopies.tsx'
import { useSaves } from './SaveKeeper.tsx'
import type { Values } from './saves.ts'
import { UnsavedBar } from './UnsavedBar.tsx'
import { useKeeping } from './useKeeping.ts'
import { useRetry } from './useRetry.ts'
import { useSaving } from './useSaving.ts'

const OpenForm = () => {
  const { data, docConfig } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = savingWords(i18n.language)
  const saves = useSaves()
  const saving = useSaving()
  const { key, save, unsaved } = saving
  // The text this form was opened with; later ones are told by the saves themselves.
  useEffect(() => {
    saves.open(key, (data ?? {}) as Values)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once a document
  }, [key, saves])
  useRetry(saving)
  const kept = useKeeping(saving)
  const autosaves = docConfig !== undefined && !('upload' in docConfig && docConfig.upload)
  return (
    <>
      {autosaves && <LeaveWithoutSaving disablePreventLeave={!unsaved} />}
      <KeptCopies kept={kept} saving={saving} words={words} />
      {save.trouble?.kind === 'stale' && <Conflict key={save.trouble.khac.phienBan} trouble={save.trouble} saving={saving} words={words} />}
      {save.trouble && <UnsavedBar trouble={save.trouble} saving={saving} words={words} />}
    </>
  )
}

export const SaveState = () => {
  const { id, collectionSlug } = useDocumentInfo()
  return id && collectionSlug ? <OpenForm key={`${collectionSlug}/${id}`} /> : null
}
