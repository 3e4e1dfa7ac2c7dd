'use client'
import { useId, useState } from 'react'
import type { PeopleWords } from '../messages/people.ts'
import { RoleBoxes } from './RoleBoxes.tsx'

const ASKABLE = ['dauMoi', 'bienTapVien', 'vanThu', 'nguoiDuyet', 'nguoiPhatNgon']
type Props = { words: PeopleWords; language: string; ask: (body: { vaiTro: string[]; lyDo: string }) => Promise<void>; cancel: () => void }

export const AskRoles = ({ words, language, ask, cancel }: Props) => {
  const [roles, setRoles] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const id = useId()
  return (
    <div role="group" aria-label={words.ask}>
      <RoleBoxes legend={words.roles} roles={ASKABLE} chosen={roles} choose={setRoles} language={language} />
      <label htmlFor={id}>{words.reason}</label>
      <textarea id={id} rows={2} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
      <div className="ct-buttons">
        <button type="button" className="ct-button ct-button--main" disabled={roles.length === 0} onClick={() => void ask({ vaiTro: roles, lyDo: reason })}>
          {words.askVerb}
        </button>
        <button type="button" className="ct-button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}
