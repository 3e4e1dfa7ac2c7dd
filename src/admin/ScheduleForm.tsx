'use client'
import { useId, useState } from 'react'
import type { PanelWords } from '../messages/panel.ts'

type Props = { verb: string; busy: boolean; words: PanelWords; onDecide: (luc: string) => void; onCancel: () => void }

const VIETNAM = 7 * 3_600_000
/** Tomorrow at seven, as the wall clocks in Việt Nam will show it. */
const tomorrow = (): string => `${new Date(Date.now() + VIETNAM + 86_400_000).toISOString().slice(0, 10)}T07:00`

/** Asks for the hour, in Việt Nam's time wherever the browser stands. */
export const ScheduleForm = ({ verb, busy, words, onDecide, onCancel }: Props) => {
  const [value, setValue] = useState(tomorrow)
  const id = useId()
  return (
    <div className="ct-reason" role="group" aria-label={verb}>
      <label htmlFor={id}>{words.scheduleAt}</label>
      <input id={id} type="datetime-local" value={value} onChange={(e) => setValue(e.target.value)} />
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--main" disabled={busy || value === ''} onClick={() => onDecide(`${value}:00+07:00`)}>
          {busy ? words.working : verb}
        </button>
        <button type="button" className="ct-button" disabled={busy} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}
