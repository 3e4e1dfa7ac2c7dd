'use client'
/** On forms whose changes outlast the session: asks for the password again once the last proof is ten minutes old, and for a signature where one is due. */
import { useForm, useFormProcessing, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { panelWords } from '../messages/panel.ts'
import type { Refused } from '../messages/sentence.ts'
import { TO_SIGN } from './callPeople.ts'
import { Refusals } from './Refusals.tsx'
import { SignChange, type ToSign } from './SignChange.tsx'

const ADDRESS = '/api/nguoi-dung/xac-nhan'
/** Where the refusal of a wrong password leads. */
const INPUT = 'field-matKhau'
type Answer = { conGiay?: number; ky?: ToSign | null; errors?: Refused[] }

async function ask(init: RequestInit, offline: string): Promise<Answer> {
  try {
    const response = await fetch(ADDRESS, { credentials: 'include', ...init })
    return (await response.json()) as Answer
  } catch {
    return { errors: [{ code: 'OFFLINE', message: offline }] }
  }
}

/** Where nothing of the panel's own forms stands around it. */
export const ProofForm = () => <Proof sending={false} reopen={() => undefined} />

export const ProofField = () => {
  const sending = useFormProcessing()
  const { setModified } = useForm()
  // The panel takes a form that was sent, and refused, for one without changes: nothing could be saved again.
  const reopen = useCallback(() => setModified(true), [setModified])
  return <Proof sending={sending} reopen={reopen} />
}

const Proof = ({ sending, reopen }: { sending: boolean; reopen: () => void }) => {
  const { i18n } = useTranslation()
  const words = panelWords(i18n.language)
  const id = useId()
  const [left, setLeft] = useState<number | null>(null)
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Refused[]>([])
  const [busy, setBusy] = useState(false)
  const [toSign, setToSign] = useState<ToSign | null>(null)
  const [signed, setSigned] = useState(false)

  const take = useCallback((answer: Answer) => {
    setErrors(answer.errors ?? [])
    if (answer.conGiay !== undefined) setLeft(answer.conGiay)
    setToSign(answer.ky ?? null)
  }, [])
  // Asked when the form opens and whenever it was sent: a save that was refused shows the field.
  const sent = useRef(false)
  useEffect(() => {
    if (sending) sent.current = true
    else void ask({}, words.offline).then(take)
  }, [sending, take, words.offline])
  useEffect(() => {
    const look = (): void => void ask({}, words.offline).then(take)
    window.addEventListener(TO_SIGN, look)
    return () => window.removeEventListener(TO_SIGN, look)
  }, [take, words.offline])
  useEffect(() => {
    if (!left) return
    const timer = setTimeout(() => setLeft(0), left * 1000)
    return () => clearTimeout(timer)
  }, [left])

  const prove = async (): Promise<void> => {
    setBusy(true)
    const body = JSON.stringify({ matKhau: password })
    const answer = await ask({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body }, words.offline)
    if (!answer.errors) {
      setPassword('')
      if (sent.current) reopen()
    }
    take(answer)
    setBusy(false)
  }
  const give = async (chuKy: object): Promise<void> => {
    const answer = await ask({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(chuKy) }, words.offline)
    setSigned(!answer.errors)
    if (!answer.errors && sent.current) reopen()
    take(answer)
  }
  // The form around it would be sent instead.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (!busy && password !== '') void prove()
  }

  if (toSign)
    return (
      <>
        <SignChange waiting={toSign} words={words} give={give} />
        <Refusals errors={errors} words={words} />
      </>
    )
  if (signed && errors.length === 0) return <p role="status">{words.signDone}</p>
  if (left === null && errors.length === 0) return null
  if (left !== null && left > 0) return <p className="ct-muted">{words.proven}</p>
  return (
    <div className="ct-reason ct-proof" role="group" aria-labelledby={`${id}-ten`}>
      <p id={`${id}-ten`}>
        <strong>{words.proofTitle}</strong>
      </p>
      <p>{words.proofWhy}</p>
      <label htmlFor={INPUT}>{words.proofLabel}</label>
      <input id={id} type="password" autoComplete="current-password" value={password} onChange={(e) => setPassword(e.target.value)} onKeyDown={onKeyDown} />
      <Refusals errors={errors} words={words} />
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--main" disabled={busy || password === ''} onClick={() => void prove()}>
          {busy ? words.working : words.proofVerb}
        </button>
      </div>
    </div>
  )
}
