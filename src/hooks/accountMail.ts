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
    // An account that is not what the signed log says gets no link; whoever asked is answered as ever.
    const link = req && sealed ? linkTo(req, `/admin/reset/${sealed}`) : null
    const { text } = link === null ? MAILS.noReset(user?.hoTen ?? '') : MAILS.reset(user?.hoTen ?? '', link)
    return text
      .split('\n\n')
      .map((line) => `<p>${link !== null && line === link ? `<a href="${escaped(link)}">${escaped(link)}</a>` : escaped(line)}</p>`)
      .join('\n')
  },
}
