'use client'
import { useId } from 'react'
import type { SavingWords } from '../../messages/saving.ts'
import type { Trouble } from './saves.ts'
import { SignInAgain } from './SignInAgain.tsx'
import type { Saving } from './useSaving.ts'

/** Where a person sees the two texts. */
export const CONFLICT_ID = 'ct-hai-ban'

type Props = { trouble: Trouble; saving: Saving; words: SavingWords }

/** Fixed to the edge of the screen: it does not pass by like a notice. */
export const UnsavedBar = ({ trouble, saving, words }: Props) => {
  const id = useId()
  return (
    <div className="ct-unsaved" role="region" aria-labelledby={id}>
      <p id={id} role="status">
        <strong>{words.unsaved}.</strong> {trouble.kind === 'session' ? words.signInAgain : trouble.reason} {trouble.kind === 'refused' && words.typed}
      </p>
      {trouble.kind === 'session' && <SignInAgain onDone={() => void saving.saveNow()} words={words} />}
      {trouble.kind === 'stale' && (
        <a className="ct-button ct-button--main" href={`#${CONFLICT_ID}`}>
          {words.seeBoth}
        </a>
      )}
      {(trouble.kind === 'away' || trouble.kind === 'refused') && (
        <button type="button" className="ct-button" disabled={saving.save.saving} onClick={() => void saving.saveNow()}>
          {words.saveAgain}
        </button>
      )}
    </div>
  )
}
