'use client'
/** Where an entry of the menu leads: chosen from what exists, or typed as an address. */
import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { panelWords } from '../messages/panel.ts'
import { GATES } from '../policy/gate/gates/index.ts'

type Group = { slug: string | null; places: { ten: string; duongDan: string }[] }
type Props = { path: string; field: { label?: unknown } }
const OTHER = '#khac'

export const AddressField = ({ path, field }: Props) => {
  const { i18n } = useTranslation()
  const words = panelWords(i18n.language)
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const { value, setValue } = useField<string>({ path })
  const [groups, setGroups] = useState<Group[] | null>(null)
  const [typing, setTyping] = useState(false)
  const id = useId()
  useEffect(() => {
    fetch('/api/cai-dat/noi-den', { credentials: 'include' })
      .then(async (answer) => setGroups(answer.ok ? ((await answer.json()) as { nhom: Group[] }).nhom : []))
      // Without the list the address is typed.
      .catch(() => setGroups([]))
  }, [])
  const known = (groups ?? []).some((group) => group.places.some((place) => place.duongDan === value))
  const typed = typing || (Boolean(value) && groups !== null && !known)
  const nameOf = (slug: string | null): string => GATES.find((gate) => gate.slug === slug)?.labels.many[language] ?? words.sitePages
  return (
    <div className="field-type text ct-field" id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel label={field.label as string} htmlFor={id} />
      <select
        id={id}
        value={typed ? OTHER : (value ?? '')}
        onChange={(e) => {
          setTyping(e.target.value === OTHER)
          if (e.target.value !== OTHER) setValue(e.target.value)
        }}
      >
        <option value="">{words.choosePlace}</option>
        {(groups ?? []).map((group) => (
          <optgroup key={group.slug ?? ''} label={nameOf(group.slug)}>
            {group.places.map((place) => (
              <option key={place.duongDan} value={place.duongDan}>
                {place.ten}
              </option>
            ))}
          </optgroup>
        ))}
        <option value={OTHER}>{words.otherPlace}</option>
      </select>
      {typed && <input type="text" aria-label={words.otherPlace} placeholder="https://" value={value ?? ''} onChange={(e) => setValue(e.target.value)} />}
    </div>
  )
}
