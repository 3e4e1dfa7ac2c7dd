'use client'
import { useId, useState } from 'react'
import type { PanelWords } from '../messages/panel.ts'

type Props = {
  question: string
  label: string | null
  verb: string
  busy: boolean
  words: PanelWords
  /** Words already typed elsewhere, carried over. */
  initial?: string
  onDecide: (reason: string) => void
  onCancel: () => void
}

/** Asks once more before a step that cannot be taken back, with the title in the question. */
export const ReasonForm = ({ question, label, verb, busy, words, initial = '', onDecide, onCancel }: Props) => {
  const [reason, setReason] = useState(initial)
  const id = useId()
  return (
    <div className="ct-reason" role="group" aria-label={question}>
      <p>
        <strong>{question}</strong>
      </p>
      {label !== null && (
        <>
          <label htmlFor={id}>{label}</label>
          <textarea id={id} rows={3} maxLength={2000} value={reason} onChange={(e) => setReason(e.target.value)} />
        </>
      )}
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--danger" disabled={busy} onClick={() => onDecide(reason)}>
          {busy ? words.working : verb}
        </button>
        <button type="button" className="ct-button" disabled={busy} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}
