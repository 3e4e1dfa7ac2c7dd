/** A change of authority tried at the desk: its author's device is asked on a page of its own, and the same form comes again, signed. */
import { changeToSign, giveSignature, keepToSign } from '../../actions/kyDoi.ts'
import { moreOf, refuse } from '../../messages/refusal.ts'
import { issue } from '../../policy/issues.ts'
import { html } from '../../theme/draw/html.ts'
import type { Form } from '../../forms/form.ts'
import type { DeskPage, Visit } from '../room.ts'
import { signPage } from './ask.ts'

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse(issue('DEVICE_SIGNATURE'))
  }
}

/** What came signed with the form. */
export async function signIfAsked({ own }: Visit, form: Form): Promise<void> {
  const [ve, chuKy] = [form.text('ve'), form.text('chuKy')]
  if (ve !== '' && chuKy !== '') await giveSignature(await own(), ve, readJson(chuKy))
}

/** The page on which exactly what was just refused is signed; null where it cannot be. */
export async function changePage(visit: Visit, form: Form, error: unknown): Promise<DeskPage | null> {
  await keepToSign(visit.options.payload, error)
  const named = (moreOf(error) as { ve?: unknown }).ve
  const waiting = typeof named === 'string' ? await changeToSign(await visit.own(), named) : null
  if (!waiting) return null
  const { ve, viec, challenge, luc } = waiting
  const about = html`<dl class="su-that"><div><dt>Thay đổi</dt><dd><strong>${viec}</strong></dd></div></dl>`
  const page = await signPage(visit, form, { at: visit.request.originalUrl.split('?', 1)[0]!, about, luc, ve, challenge }, { form: null, refused: [] })
  return { ...page, title: 'Ký thay đổi', status: 403 }
}
