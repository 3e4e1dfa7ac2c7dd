/** Rule: every mail leads back to the site. Where nobody said what the site's address is, none is sent, and the log says what to set. */
import type { EmailAdapter, Payload } from 'payload'

type Made = EmailAdapter | Promise<EmailAdapter>

export const mailWithAddress = (made: Made, siteUrl: string | null): Made => {
  if (siteUrl !== null) return made
  const silent =
    (adapter: EmailAdapter): EmailAdapter =>
    ({ payload }: { payload: Payload }) => ({
      ...adapter({ payload }),
      sendEmail: () => {
        payload.logger.error('Chưa gửi thư: không biết địa chỉ của trang nên liên kết trong thư sẽ không mở được. Hãy đặt SITE_URL rồi gửi lại.')
        return Promise.resolve()
      },
    })
  return made instanceof Promise ? made.then(silent) : silent(made)
}
