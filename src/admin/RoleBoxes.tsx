'use client'
import { ROLE_LABELS } from '../messages/roles.ts'
import type { VaiTro } from '../policy/people/roles.ts'

type Props = { legend: string; roles: readonly string[]; chosen: readonly string[]; choose: (roles: string[]) => void; language: string }

export const RoleBoxes = ({ legend, roles, chosen, choose, language }: Props) => (
  <fieldset>
    <legend>{legend}</legend>
    {roles.map((role) => (
      <label key={role}>
        <input
          type="checkbox"
          checked={chosen.includes(role)}
          onChange={(e) => choose(e.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}
        />{' '}
        {ROLE_LABELS[role as VaiTro][language === 'en' ? 'en' : 'vi']}
      </label>
    ))}
  </fieldset>
)
