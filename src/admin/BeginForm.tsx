'use client'
import { useStepNav } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState, type FormEvent } from 'react'
import { panelWords } from '../messages/panel.ts'
import type { Language, Refused } from '../messages/sentence.ts'
import { create } from './call.ts'
import { Refusals } from './Refusals.tsx'

/** `options`: null where it is typed. */
export type Asked = { name: string; label: string; help: string; options: readonly { value: string; label: string }[] | null }
type Props = { slug: string; asked: readonly Asked[]; language: Language }

export const BeginForm = ({ slug, asked, language }: Props) => {
  const words = panelWords(language)
  const router = useRouter()
  const { setStepNav } = useStepNav()
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(asked.map((a) => [a.name, a.options?.[0]?.value ?? ''])))
  const [errors, setErrors] = useState<Refused[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => setStepNav([{ label: words.beginStep }]), [setStepNav, words])

  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const empty = asked.filter(({ name }) => values[name]?.trim() === '')
    if (empty.length > 0) return setErrors(empty.map(({ name, label }) => ({ code: 'MISSING_FIELD', message: words.beginMissing(label), field: name })))
    setBusy(true)
    const outcome = await create(slug, values, words.offline)
    if (outcome.ok) return router.push(`/admin/collections/${slug}/${outcome.id}`)
    setErrors(outcome.errors)
    setBusy(false)
  }

  return (
    <form className="ct-panel" onSubmit={(event) => void begin(event)} noValidate>
      <Refusals errors={errors} words={words} />
      {asked.map(({ name, label, help, options }) => (
        <p key={name} className="ct-field">
          <label htmlFor={`field-${name}`}>{label}</label>
          {help && (
            <span className="ct-muted" id={`giup-${name}`}>
              {help}
            </span>
          )}
          {options ? (
            <select id={`field-${name}`} value={values[name]} onChange={(e) => setValues((v) => ({ ...v, [name]: e.target.value }))}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={`field-${name}`}
              type="text"
              autoComplete="off"
              maxLength={500}
              value={values[name]}
              {...(help ? { 'aria-describedby': `giup-${name}` } : {})}
              {...(errors.some((e) => e.field === name) ? { 'aria-invalid': true } : {})}
              onChange={(e) => setValues((v) => ({ ...v, [name]: e.target.value }))}
            />
          )}
        </p>
      ))}
      <p className="ct-muted">{words.beginNote}</p>
      <div className="ct-buttons">
        <button type="submit" className="ct-button ct-button--main" disabled={busy}>
          {busy ? words.working : words.beginVerb}
        </button>
      </div>
    </form>
  )
}
