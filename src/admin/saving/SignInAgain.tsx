'use client'
/** A session that ended: the password on the same screen, and the save goes on. */
import { useAuth, useTranslation } from '@payloadcms/ui'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { panelWords } from '../../messages/panel.ts'
import type { SavingWords } from '../../messages/saving.ts'
import type { Refused } from '../../messages/sentence.ts'
import { Refusals } from '../Refusals.tsx'

type Props = { onDone: () => void; words: SavingWords }

export const SignInAgain = ({ onDone, words }: Props) => {
  const { i18n } = useTranslation()
  const panel = panelWords(i18n.language)
  const { user, setUser } = useAuth()
  // The account whose words these are, and no other.
  const email = useRef((user as { email?: string } | null)?.email ?? '')
  const id = useId()
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Refused[]>([])
  const [busy, setBusy] = useState(false)

  const signIn = async (): Promise<void> => {
    setBusy(true)
    try {
      const response = await fetch('/api/nguoi-dung/login', {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': i18n.language },
        body: JSON.stringify({ email: email.current, password }),
      })
      const answer = (await response.json()) as { errors?: Refused[] }
      if (response.ok) {
        setUser(answer as never)
        onDone()
      } else setErrors(answer.errors ?? [])
    } catch {
      setErrors([{ code: 'OFFLINE', message: panel.offline }])
    }
    setBusy(false)
  }
  // The form around it would be sent instead.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (!busy && password !== '') void signIn()
  }
  return (
    <div className="ct-again">
      <label htmlFor={id}>
        {words.password} ({email.current})
      </label>
      <input id={id} type="password" autoComplete="current-password" value={password} onChange={(e) => setPassword(e.target.value)} onKeyDown={onKeyDown} />
      <button type="button" className="ct-button ct-button--main" disabled={busy || password === ''} onClick={() => void signIn()}>
        {busy ? panel.working : words.signIn}
      </button>
      <Refusals errors={errors} words={panel} />
    </div>
  )
}
