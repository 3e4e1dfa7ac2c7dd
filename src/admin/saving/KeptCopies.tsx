'use client'
import { useState } from 'react'
import type { SavingWords } from '../../messages/saving.ts'
import { moment } from '../../theme/draw/dates.ts'
import type { Kept } from './kept.ts'
import { useSaves } from './SaveKeeper.tsx'
import type { Offered } from './useKeeping.ts'
import type { Saving } from './useSaving.ts'

type Props = { kept: Offered; saving: Saving; words: SavingWords }

/** What this browser kept of an earlier page; taken back it is saved, or shown beside what stands meanwhile. */
export const KeptCopies = ({ kept, saving, words }: Props) => {
  const saves = useSaves()
  const [busy, setBusy] = useState(false)
  const getBack = async (copy: Kept): Promise<void> => {
    setBusy(true)
    const { based } = saving.save
    // Typed upon an older text, it says so: then both are shown, and nothing is chosen for anybody.
    const isLatest = copy.phienBan === saving.save.phienBan
    const shown = await saving.show({ ...based, ...copy.values }, isLatest ? based : { phienBan: copy.phienBan })
    if (shown) kept.done(copy)
    else saves.set(saving.key, { trouble: { kind: 'away', reason: words.away } })
    setBusy(false)
  }
  return kept.copies.map((copy) => (
    <section key={copy.luc} className="ct-panel ct-kept">
      <p>
        <strong>{words.keptHere(moment(copy.luc))}</strong>
      </p>
      <p>{words.keptWhy}</p>
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--main" disabled={busy} onClick={() => void getBack(copy)}>
          {words.getBack}
        </button>
        <button type="button" className="ct-button" disabled={busy} onClick={() => kept.done(copy)}>
          {words.letGo}
        </button>
      </div>
    </section>
  ))
}
