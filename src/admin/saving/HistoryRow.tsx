'use client'
import type { SavingWords } from '../../messages/saving.ts'
import { moment, time } from '../../theme/draw/dates.ts'
import { Compare } from './Compare.tsx'
import { changedFields } from './same.ts'
import type { Values } from './saves.ts'

export type Copy = { ban: number; tenNguoi: string; batDau: string; luc: string; lan: number | null; duaLai: string | null }

type Props = {
  copy: Copy
  isCurrent: boolean
  /** Its words, while they are looked at. */
  seen: Values | null
  screen: () => Values
  busy: boolean
  words: SavingWords
  onSee: () => void
  onPutBack: () => void
}

export const HistoryRow = ({ copy, isCurrent, seen, screen, busy, words, onSee, onPutBack }: Props) => {
  const told = [
    copy.tenNguoi || words.unknownHand,
    time(copy.batDau) === time(copy.luc) ? moment(copy.luc) : `${time(copy.batDau)}–${moment(copy.luc)}`,
    ...(copy.lan === null ? [] : [words.submittedAs(copy.lan)]),
    ...(copy.duaLai === null ? [] : [words.restoredFrom(moment(copy.duaLai))]),
    ...(isCurrent ? [words.current] : []),
  ].join(' · ')
  const differ = seen ? changedFields(seen, screen()) : []
  return (
    <li>
      <p>{told}</p>
      <div className="ct-buttons">
        <button type="button" className="ct-button" aria-expanded={seen !== null} onClick={onSee}>
          {seen ? words.close : words.see}
        </button>
        {!isCurrent && (
          <button type="button" className="ct-button" disabled={busy} onClick={onPutBack}>
            {words.putBack}
          </button>
        )}
      </div>
      {seen && differ.length === 0 && <p className="ct-muted">{words.nothingDiffers}</p>}
      {seen && <Compare mine={screen()} theirs={seen} names={{ mine: words.onScreen, theirs: words.thatCopy }} differ={differ} words={words} />}
    </li>
  )
}
