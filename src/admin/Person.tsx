/** A person by name, also for whoever may not open the account: never a number. */
import type { Payload } from 'payload'
import { namesOfPeople } from '../facts/names.ts'
import { panelWords } from '../messages/panel.ts'
import { idOf } from '../policy/ids.ts'

type Cell = { payload: Payload; cellData?: unknown; i18n: { language: string } }
type Field = { payload: Payload; data?: Record<string, unknown>; field: { name: string; label?: unknown }; i18n: { language: string } }

async function nameOf(payload: Payload, value: unknown): Promise<string | null> {
  if (value === null || value === undefined) return null
  const id = idOf(value)
  return (await namesOfPeople({ payload }, [id])).get(id) ?? null
}

export const PersonCell = async ({ payload, cellData }: Cell) => <span>{(await nameOf(payload, cellData)) ?? '–'}</span>

export const PersonField = async ({ payload, data, field, i18n }: Field) => {
  const name = await nameOf(payload, data?.[field.name])
  const label = field.label as Record<string, string> | undefined
  return (
    <div className="field-type ct-person">
      <span className="field-label">{label?.[i18n.language === 'en' ? 'en' : 'vi'] ?? ''}</span>
      <p>{name ?? panelWords(i18n.language).authorLater}</p>
    </div>
  )
}
