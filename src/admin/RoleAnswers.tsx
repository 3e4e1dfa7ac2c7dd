'use client'
import { useState } from 'react'
import { panelWords } from '../messages/panel.ts'
import { peopleWords } from '../messages/people.ts'
import type { Refused } from '../messages/sentence.ts'
import { callPeople } from './callPeople.ts'
import { ProofForm } from './ProofField.tsx'
import { Refusals } from './Refusals.tsx'

type Request = { id: number; hoTen: string; vaiTro: string; lyDo: string; aiXin: string; nhanDuoc: boolean }

/** One touch grants; a refusal takes a word to whoever asked. */
export const RoleAnswers = ({ requests, language }: { requests: Request[]; language: string }) => {
  const words = peopleWords(language)
  const [said, setSaid] = useState<Record<number, string>>({})
  const [why, setWhy] = useState<Record<number, string>>({})
  const [errors, setErrors] = useState<Refused[]>([])
  const answer = async (id: number, how: 'cap' | 'tu-choi', done: string): Promise<void> => {
    const called = await callPeople(`nguoi-dung/vai-tro/${id}/${how}`, { lyDo: why[id] ?? '' }, words.offline)
    setErrors(called.errors ?? [])
    if (!called.errors) setSaid({ ...said, [id]: done })
  }
  return (
    <section className="ct-queues" aria-label={words.requests}>
      <h2>{words.requests}</h2>
      <ProofForm />
      <Refusals errors={errors} words={panelWords(language)} />
      <ul>
        {requests.map((one) => (
          <li key={one.id}>
            <strong>{one.hoTen}</strong>: {one.vaiTro}. {one.lyDo} <span className="ct-muted">({one.aiXin})</span>
            {said[one.id] !== undefined ? (
              <p role="status">{said[one.id]}</p>
            ) : (
              <div className="ct-buttons">
                {one.nhanDuoc ? (
                  <button type="button" className="ct-button ct-button--main" onClick={() => void answer(one.id, 'cap', words.granted)}>
                    {words.grant}
                  </button>
                ) : (
                  <span className="ct-muted">{words.notKnown}</span>
                )}
                <label>
                  {words.reason} <input maxLength={500} value={why[one.id] ?? ''} onChange={(e) => setWhy({ ...why, [one.id]: e.target.value })} />
                </label>
                <button type="button" className="ct-button" onClick={() => void answer(one.id, 'tu-choi', words.refused)}>
                  {words.refuse}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
