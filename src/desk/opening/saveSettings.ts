/** Writes some of the site's settings: the one document, made where there is none. */
import { refuse } from '../../messages/refusal.ts'
import { issue, type Issue } from '../../policy/issues.ts'
import { isReadable, parseColour, readableOn, TINT } from '../../policy/gate/contrast.ts'
import { caiDat } from '../../policy/gate/gates/caiDat.ts'
import { textIssues } from '../../policy/gate/freeze.ts'
import { html, type Html } from '../../theme/draw/html.ts'
import type { Field } from '../../forms/field.ts'
import type { Form, Sent } from '../../forms/form.ts'
import type { Visit } from '../room.ts'
import { settingsOf } from './standing.ts'

/** What is wrong with the texts of these fields, by the gate's own bounds; nothing is demanded here that a draft may lack. */
export function settingsIssues(form: Form, names: readonly string[]): Issue[] {
  return caiDat.fields.flatMap((rule): Issue[] => {
    if (!names.includes(rule.name)) return []
    const value = form.text(rule.name)
    if (rule.required && value === '') return [issue('MISSING_FIELD', rule.name)]
    if (rule.kind === 'text')
      return [...([...value].length > rule.max ? [issue('TOO_LONG', rule.name, { max: rule.max })] : []), ...textIssues(value, rule.name)]
    if (rule.kind === 'colour' && value !== '' && parseColour(value) === null) return [issue('INVALID_VALUE', rule.name, { goiY: 'một màu ghi dạng #12463f' })]
    return rule.kind === 'colour' && value !== '' && !isReadable(value) ? [issue('COLOUR_FAINT', rule.name, { mau: readableOn(value, TINT) })] : []
  })
}

const isStale = ({ refused }: Sent): boolean => refused.some(({ code }) => code === 'STALE_VERSION')

/** Which text whoever sends this form saw: a form drawn again speaks of the same, until its person has seen the newer one. */
export function basedOn(sent: Sent, settings: Record<string, unknown> | null): Html {
  const seen = sent.form && !isStale(sent) ? sent.form.text('phienBan') : String(settings?.phienBan ?? 0)
  return html`<input type="hidden" name="phienBan" value="${seen}" />`
}

/** Where somebody else saved meanwhile, his words stand beside those that were typed; the next press is about both. */
export const besideOther =
  (sent: Sent, settings: Record<string, unknown> | null) =>
  (f: Field): Field => {
    if (!sent.form || !isStale(sent)) return f
    const [typed, stored] = [sent.form.text(f.name), typeof settings?.[f.name] === 'string' ? String(settings[f.name]) : '']
    return typed === stored ? f : { ...f, hint: `Đang lưu: ${stored === '' ? '(để trống)' : stored}. Giữ chữ dưới đây hoặc sửa lại cho đúng.` }
  }

export async function saveSettings(visit: Visit, form: Form, given: Record<string, unknown>): Promise<void> {
  const req = await visit.own()
  const found = await settingsOf(await visit.own())
  const collection = 'cai-dat' as const
  const data = { ...given, ...(found ? { phienBan: Number(form.text('phienBan')) || 0 } : {}) }
  if (found) await req.payload.update({ collection, id: Number(found.id), data: data as never, overrideAccess: false, req })
  else await req.payload.create({ collection, data: data as never, overrideAccess: false, req })
}

/** A picture chosen in a form becomes one of the library; answers its id. */
export async function savePicture(visit: Visit, form: Form, name: string, altText: string): Promise<number | null> {
  const sent = form.file(name)
  if (!sent) return null
  if (!sent.type.startsWith('image/')) throw refuse(issue('FILE_KIND', name))
  const req = await visit.own()
  const made = await req.payload.create({
    collection: 'tu-lieu',
    data: { altText } as never,
    file: { data: sent.bytes, mimetype: sent.type, name: sent.name, size: sent.bytes.length },
    overrideAccess: false,
    req,
  })
  return Number(made.id)
}
