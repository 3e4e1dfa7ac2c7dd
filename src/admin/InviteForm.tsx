'use client'
/** Above the list of accounts: invites one person. It asks for no password, for nobody sets another's. */
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState, type FormEvent } from 'react'
import { panelWords } from '../messages/panel.ts'
import { peopleWords } from '../messages/people.ts'
import { ROLE_LABELS } from '../messages/roles.ts'
import type { Refused } from '../messages/sentence.ts'
import { callPeople, listNamed } from './callPeople.ts'
import { ProofForm } from './ProofField.tsx'
import { Refusals } from './Refusals.tsx'
import { RoleBoxes } from './RoleBoxes.tsx'
import { ShownLink } from './ShownLink.tsx'

type Invited = { nguoiDung: number; thuGui: boolean; lienKet: string | null }

export const InviteForm = () => {
  const { i18n } = useTranslation()
  const words = peopleWords(i18n.language)
  const id = useId()
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(window.location.hash === '#moi'), [])
  const [units, setUnits] = useState<{ id: number; label: string }[]>([])
  const [roles, setRoles] = useState<string[]>(['congTacVien'])
  const [errors, setErrors] = useState<Refused[]>([])
  const [done, setDone] = useState<Invited | null>(null)
  useEffect(() => void listNamed('don-vi', words.offline).then(setUnits), [words.offline])

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = Object.fromEntries(new FormData(form).entries())
    const answer = await callPeople<Invited>('nguoi-dung/moi', { ...typed, vaiTro: roles }, words.offline)
    setErrors(answer.errors ?? [])
    setDone(answer.ok ?? null)
    if (answer.ok) form.reset()
  }
  const field = (name: string, label: string, type = 'text') => (
    <p>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input id={`${id}-${name}`} name={name} type={type} maxLength={200} required={name !== 'chucVu'} autoComplete="off" />
    </p>
  )
  return (
    <details className="ct-reason" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.inviteTitle}</summary>
      <p>{words.inviteWhy}</p>
      <ProofForm />
      <form onSubmit={(event) => void send(event)}>
        {field('hoTen', words.name)}
        {field('email', words.email, 'email')}
        {field('chucVu', words.post)}
        <p>
          <label htmlFor={`${id}-donVi`}>{words.unit}</label>
          <select id={`${id}-donVi`} name="donVi">
            <option value="">{words.none}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.label}
              </option>
            ))}
          </select>
        </p>
        <RoleBoxes legend={words.roles} chosen={roles} choose={setRoles} roles={Object.keys(ROLE_LABELS)} language={i18n.language} />
        <Refusals errors={errors} words={panelWords(i18n.language)} />
        {done && (done.lienKet === null ? <p role="status">{words.mailed}</p> : <ShownLink link={done.lienKet} words={words} />)}
        <button type="submit" className="ct-button ct-button--main">
          {words.invite}
        </button>
      </form>
    </details>
  )
}
