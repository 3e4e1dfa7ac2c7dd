'use client'
/** Somebody saved another text meanwhile: both are shown, and nothing typed goes before its writer has chosen. */
import { useState } from 'react'
import type { SavingWords } from '../../messages/saving.ts'
import { moment } from '../../theme/draw/dates.ts'
import { Compare, type Side } from './Compare.tsx'
import { changedFields } from './same.ts'
import type { Trouble, Values } from './saves.ts'
import { CONFLICT_ID } from './UnsavedBar.tsx'
import type { Saving } from './useSaving.ts'

type Props = { trouble: Extract<Trouble, { kind: 'stale' }>; saving: Saving; words: SavingWords }

/** Where only one of the two changed a field it is that one's; where both did, the person says. */
function firstChoice(differ: readonly string[], mine: Values, based: Values): Record<string, Side> {
  const touched = changedFields(mine, based)
  return Object.fromEntries(differ.filter((name) => !touched.includes(name)).map((name) => [name, 'theirs']))
}

export const Conflict = ({ trouble, saving, words }: Props) => {
  const { khac } = trouble
  const [based] = useState(saving.save.based)
  // Typing goes on meanwhile: what is on the screen is what is compared.
  const mine = saving.data()
  const differ = changedFields(mine, khac.noiDung)
  const theirsTouched = changedFields(khac.noiDung, based)
  const [picked, setPicked] = useState<Record<string, Side>>({})
  const [busy, setBusy] = useState(false)
  const onlyMine = Object.fromEntries(differ.filter((name) => !theirsTouched.includes(name)).map((name) => [name, 'mine' as const]))
  const chosen: Record<string, Side> = { ...firstChoice(differ, mine, based), ...onlyMine, ...picked }
  const isChosen = differ.every((name) => chosen[name] !== undefined)
  const all = (side: Side): void => setPicked(Object.fromEntries(differ.map((name) => [name, side])))

  const save = async (): Promise<void> => {
    setBusy(true)
    const now = saving.data()
    const merged = { ...khac.noiDung }
    for (const name of differ) if (chosen[name] === 'mine') merged[name] = now[name]
    await saving.show(merged, { ...khac.noiDung, phienBan: khac.phienBan })
    setBusy(false)
  }
  return (
    <section className="ct-panel ct-conflict" id={CONFLICT_ID} aria-label={words.bothTitle}>
      <h3>{words.bothTitle}</h3>
      <p>{words.bothWhy(khac.nguoi ?? '', khac.luc === null ? '' : moment(khac.luc))}</p>
      <div className="ct-buttons">
        <button type="button" className="ct-button" onClick={() => all('mine')}>
          {words.allMine}
        </button>
        <button type="button" className="ct-button" onClick={() => all('theirs')}>
          {words.allTheirs}
        </button>
      </div>
      <Compare
        mine={mine}
        theirs={khac.noiDung}
        names={{ mine: words.mine, theirs: words.theirs }}
        differ={differ}
        chosen={chosen}
        onChoose={(name, side) => setPicked((before) => ({ ...before, [name]: side }))}
        words={words}
      />
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--main" disabled={busy || !isChosen} onClick={() => void save()}>
          {words.saveChosen}
        </button>
      </div>
    </section>
  )
}
