'use client'
import { useId, useState } from 'react'
import type { PanelWords } from '../messages/panel.ts'
import { LY_DO_CHUNG, type LyDoCongKhai } from '../policy/gate/publicReasons.ts'

type Props = {
  question: string
  label: string | null
  verb: string
  busy: boolean
  words: PanelWords
  /** Words already typed elsewhere, carried over. */
  initial?: string
  /** Sentences of the regulation that readers may be told; none for a step readers do not see. */
  told?: readonly LyDoCongKhai[]
  onDecide: (reason: string, maLyDo: string) => void
  onCancel: () => void
}

/** Asks once more before a step that cannot be taken back, with the title in the question. */
export const ReasonForm = ({ question, label, verb, busy, words, initial = '', told, onDecide, onCancel }: Props) => {
  const [reason, setReason] = useState(initial)
  const [maLyDo, setMaLyDo] = useState('')
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
      {told && (
        <>
          <label htmlFor={`${id}-ma`}>{words.reasonTold}</label>
          <select id={`${id}-ma`} value={maLyDo} onChange={(e) => setMaLyDo(e.target.value)}>
            <option value="">{LY_DO_CHUNG}</option>
            {told.map((one) => (
              <option key={one.ma} value={one.ma}>
                {one.noiDung}
              </option>
            ))}
          </select>
        </>
      )}
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--danger" disabled={busy} onClick={() => onDecide(reason, maLyDo)}>
          {busy ? words.working : verb}
        </button>
        <button type="button" className="ct-button" disabled={busy} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}
