/** The mail with the link that sets a password, in the school's own words. */
import type { PayloadRequest } from 'payload'
import { linkTo } from '../facts/mail.ts'
import { resetToken } from '../facts/mailedLinks.ts'
import { MAILS } from '../messages/mails.ts'

type Asked = { req?: PayloadRequest; token?: string; user?: { hoTen?: string } }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

export const mailReset = {
  generateEmailSubject: (): string => MAILS.reset('', '').subject,
  generateEmailHTML: async ({ req, token, user }: Asked = {}): Promise<string> => {
    const sealed = req && token ? await resetToken(req, token) : null
    if (!req || !sealed) throw new Error('mailReset: expected a token that was just written, found none')
    const link = linkTo(req, `/admin/reset/${sealed}`)
    return MAILS.reset(user?.hoTen ?? '', link)
      .text.split('\n\n')
      .map((line) => `<p>${line === link ? `<a href="${escaped(link)}">${escaped(link)}</a>` : escaped(line)}</p>`)
      .join('\n')
  },
}
