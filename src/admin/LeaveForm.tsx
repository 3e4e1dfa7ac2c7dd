'use client'
/** What hangs on a person, and who takes it over, before the account is closed. */
import { useEffect, useId, useState } from 'react'
import type { PeopleWords } from '../messages/people.ts'
import { callPeople, listNamed } from './callPeople.ts'

type Thing = { tieuDe?: string; soVanBan?: string; ten?: string }
type Hanging = Record<'bai' | 'buoc' | 'uyQuyen' | 'donVi', Thing[]>
type Props = { id: number | string; words: PeopleWords; leave: (heir: string) => Promise<void>; cancel: () => void }

export const LeaveForm = ({ id, words, leave, cancel }: Props) => {
  const [hanging, setHanging] = useState<Hanging | null>(null)
  const [people, setPeople] = useState<{ id: number; label: string }[]>([])
  const [heir, setHeir] = useState('')
  const field = useId()
  useEffect(() => {
    void callPeople<Hanging>(`nguoi-dung/${id}/vuong-mac`, null, words.offline).then((answer) => setHanging(answer.ok ?? null))
    void listNamed('nguoi-dung', words.offline).then((all) => setPeople(all.filter((one) => String(one.id) !== String(id))))
  }, [id, words.offline])
  const kinds = (['bai', 'buoc', 'uyQuyen', 'donVi'] as const).filter((kind) => (hanging?.[kind].length ?? 0) > 0)
  return (
    <div role="group" aria-label={words.leave}>
      {hanging && kinds.length === 0 && <p>{words.nothingHangs}</p>}
      {kinds.map((kind) => (
        <div key={kind}>
          <p>{words.hanging[kind]}</p>
          <ul>
            {hanging![kind].map((thing, at) => (
              <li key={at}>{thing.tieuDe || thing.soVanBan || thing.ten || '…'}</li>
            ))}
          </ul>
        </div>
      ))}
      <label htmlFor={field}>{words.heir}</label>
      <select id={field} value={heir} onChange={(e) => setHeir(e.target.value)}>
        <option value="">{words.none}</option>
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--danger" onClick={() => void leave(heir)}>
          {words.leaveVerb}
        </button>
        <button type="button" className="ct-button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}
