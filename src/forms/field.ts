/** Fields of a form: the label above, what is wrong beside, and all that is wrong on top with links. */
import type { Refused } from '../messages/sentence.ts'
import { html, type Html, type Part } from '../theme/draw/html.ts'
import type { Sent } from './form.ts'

export type Field = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password' | 'tel' | 'color' | 'file' | 'date' | 'time'
  value?: string
  required?: boolean
  autocomplete?: string
  accept?: string
  multiple?: true
  /** Lines of a text of several. */
  rows?: number
  options?: readonly { value: string; label: string }[]
  max?: number
}

/** The form that was refused has the plain ones: the lines on top of the page lead there. */
const idOf = (name: string, of = ''): string => (of === '' ? `o-${name}` : `o-${of}-${name}`)
const problems = (refused: readonly Refused[], name: string): Refused[] => refused.filter((one) => one.field === name)

const control = (f: Field, id: string, value: string, wrong: boolean): Html => {
  const described = [f.hint && `${id}-goi-y`, wrong && `${id}-loi`].filter(Boolean).join(' ')
  const about = html`id="${id}" name="${f.name}"${f.required && html` aria-required="true"`}${wrong && html` aria-invalid="true"`}${described !== '' && html` aria-describedby="${described}"`}${f.autocomplete && html` autocomplete="${f.autocomplete}"`}${f.max !== undefined && html` maxlength="${f.max}"`}`
  if (f.options)
    return html`<select ${about}>
      ${f.options.map((o) => html`<option value="${o.value}"${o.value === value && html` selected`}>${o.label}</option>`)}
    </select>`
  // The line end after the tag is the browser's to drop, not the text's first.
  if (f.rows !== undefined) return html`<textarea ${about} rows="${f.rows}">\n${value}</textarea>`
  return html`<input ${about} type="${f.type ?? 'text'}"${f.accept && html` accept="${f.accept}"`}${f.multiple && html` multiple`}${f.type !== 'password' && f.type !== 'file' && html` value="${value}"`} />`
}

export function field(f: Field, { form, refused, of }: Sent): Html {
  const id = idOf(f.name, of)
  const wrong = problems(refused, f.name)
  const value = form ? (form.texts.get(f.name)?.[0] ?? '') : (f.value ?? '')
  return html`<div class="o${wrong.length > 0 ? ' sai' : ''}">
    <label for="${id}">${f.label}${f.required && html` <span class="mo">(cần có)</span>`}</label>
    ${f.hint && html`<p class="goi-y" id="${id}-goi-y">${f.hint}</p>`}${wrong.length > 0 && html`<p class="loi" id="${id}-loi">${wrong.map((one) => one.message).join(' ')}</p>`}${control(f, id, value, wrong.length > 0)}
  </div>`
}

/** All that is wrong, first on the page; each line leads to its field. */
export const summaryOf = (refused: readonly Refused[]): Part =>
  refused.length > 0 &&
  html`<div class="tom-loi" role="alert" tabindex="-1" id="loi" autofocus>
    <h2>${refused.length === 1 ? 'Chưa làm được' : `Chưa làm được vì ${refused.length} điều`}</h2>
    <ul>
      ${refused.map((one) => html`<li>${one.field ? html`<a href="#${idOf(one.field)}">${one.message}</a>` : one.message}</li>`)}
    </ul>
  </div>`

/** Acts that outlast the session ask for the password where nobody gave it lately, on the same page. */
const proof = ({ form, refused }: Sent): Part =>
  refused.some((one) => one.code === 'PROOF_NEEDED' || one.field === 'matKhau') &&
  field(
    {
      name: 'matKhau',
      label: 'Mật khẩu của bạn',
      hint: 'Việc này có hiệu lực lâu dài nên cần gõ lại mật khẩu.',
      type: 'password',
      autocomplete: 'current-password',
      required: true,
    },
    { form, refused },
  )

export const formPart = (sent: Sent, action: string, inside: Part, verb: string, more: { files?: true; beside?: Part } = {}): Html =>
  html`<form method="post" action="${action}"${more.files && html` enctype="multipart/form-data"`}>
    ${inside}${proof(sent)}
    <p class="hang"><button class="nut" type="submit">${verb}</button>${more.beside}</p>
  </form>`
