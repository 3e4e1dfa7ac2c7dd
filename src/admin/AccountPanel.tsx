'use client'
/** On the page of an account: how it stands, in words, and what may be done with it by whoever looks. */
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { panelWords } from '../messages/panel.ts'
import { peopleWords } from '../messages/people.ts'
import { ROLE_LABELS } from '../messages/roles.ts'
import type { Refused } from '../messages/sentence.ts'
import { day } from '../theme/draw/dates.ts'
import type { VaiTro } from '../policy/people/roles.ts'
import { callPeople } from './callPeople.ts'
import { LeaveForm } from './LeaveForm.tsx'
import { Refusals } from './Refusals.tsx'
import { AskRoles } from './AskRoles.tsx'
import { ShownLink } from './ShownLink.tsx'

export type Standing = { tinhTrang: 'dangDung' | 'daMoi' | 'hetHan' | 'daNghi'; moiLuc: string | null; xin: VaiTro[]; viec: string[] }

export const AccountPanel = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = peopleWords(i18n.language)
  const [standing, setStanding] = useState<Standing | null>(null)
  const [errors, setErrors] = useState<Refused[]>([])
  const [said, setSaid] = useState('')
  const [link, setLink] = useState<string | null>(null)
  const [open, setOpen] = useState<'nghi' | 'xin' | null>(null)

  const load = useCallback(async () => {
    if (id === undefined || id === null) return
    const answer = await callPeople<Standing>(`nguoi-dung/${id}/tinh-trang`, null, words.offline)
    setStanding(answer.ok ?? null)
  }, [id, words.offline])
  useEffect(() => void load(), [load])

  const act = async (path: string, body: object, done: string): Promise<void> => {
    const answer = await callPeople<{ lienKet?: string | null }>(`nguoi-dung/${id}/${path}`, body, words.offline)
    setErrors(answer.errors ?? [])
    setLink(answer.ok?.lienKet ?? null)
    setSaid(answer.ok && !answer.ok.lienKet ? done : '')
    if (answer.ok) setOpen(null)
    await load()
  }
  if (!standing) return null
  const can = (what: string): boolean => standing.viec.includes(what)
  return (
    <section className="ct-reason">
      <p>
        <strong>{words.state[standing.tinhTrang](standing.moiLuc ? day(standing.moiLuc) : '')}</strong>
      </p>
      {standing.xin.length > 0 && <p>{words.waiting(standing.xin.map((role) => ROLE_LABELS[role][i18n.language === 'en' ? 'en' : 'vi']).join(', '))}</p>}
      <Refusals errors={errors} words={panelWords(i18n.language)} />
      {said !== '' && <p role="status">{said}</p>}
      {link !== null && <ShownLink link={link} words={words} />}
      {open === 'nghi' && <LeaveForm id={id!} words={words} leave={(heir) => act('nghi', { nguoiNhan: heir }, words.left)} cancel={() => setOpen(null)} />}
      {open === 'xin' && <AskRoles words={words} language={i18n.language} ask={(body) => act('xin-vai-tro', body, words.asked)} cancel={() => setOpen(null)} />}
      <div className="ct-buttons">
        {can('moi-lai') && (
          <button type="button" className="ct-button" onClick={() => void act('moi-lai', {}, words.mailed)}>
            {words.resend}
          </button>
        )}
        {can('xin-vai-tro') && open === null && (
          <button type="button" className="ct-button" onClick={() => setOpen('xin')}>
            {words.ask}
          </button>
        )}
        {can('nghi') && open === null && (
          <button type="button" className="ct-button" onClick={() => setOpen('nghi')}>
            {words.leave}
          </button>
        )}
        {can('tro-lai') && (
          <button type="button" className="ct-button" onClick={() => void act('tro-lai', {}, words.back)}>
            {words.comeBack}
          </button>
        )}
      </div>
    </section>
  )
}
