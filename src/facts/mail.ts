/** Mail leaves by itself: nobody waits for a mail server, and one that fails is a line of the service's own log. */
import type { Config, EmailAdapter, Payload, PayloadRequest } from 'payload'
import type { Mail } from '../messages/mails.ts'

export const sendMail = (payload: Payload, to: string, mail: Mail): void => void deliver(payload, to, mail)

type Post = ReturnType<EmailAdapter>
/** `deliver`: waits for the mail server, and fails where it does. */
type Leaving = Post & { deliver?: Post['sendEmail'] }

/** For programs that end: true once the mail server took it. */
export async function deliver(payload: Payload, to: string, { subject, text }: Mail): Promise<boolean> {
  try {
    const { deliver: waiting } = payload.email as Leaving
    await (waiting ?? payload.sendEmail)({ to, subject, text })
    return true
  } catch (err) {
    payload.logger.error({ err, where: 'mail', of: 'mail' })
    return false
  }
}

const SILENCE_MS = 90_000

/** `ma`: the mail server's or the network's own code. */
export type Sent = { ok: true } | { ok: false; ma: string; responseCode?: number; uncertain?: true }

/** For what is tried again: how it went, without a line of the log; `messageId` names the mail however often it is sent. */
export async function post(payload: Payload, to: string, { subject, text }: Mail, messageId: string): Promise<Sent> {
  try {
    const { deliver: waiting } = payload.email as Leaving
    const sent = (waiting ?? payload.sendEmail)({ to, subject, text, messageId }).then(() => true)
    // A server that cannot be reached says so sooner (payload.config.ts); one that took the words and says nothing may have sent them.
    if (!(await within(SILENCE_MS, sent))) return { ok: false, ma: 'máy chủ thư không trả lời, có thể đã gửi', uncertain: true }
    return { ok: true }
  } catch (error) {
    const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
    const ma = [responseCode, code].filter((one) => one !== undefined).join(' ') || 'không rõ'
    return { ok: false, ma, ...(typeof responseCode === 'number' ? { responseCode } : {}) }
  }
}

/** Whether a mail with a link can leave at all: there is a mail server, and an address the link would lead to. */
export const hasPost = (payload: Payload): boolean => payload.config.email !== undefined && payload.config.serverURL !== ''

const PATIENCE_MS = 10_000

/** For whoever waits before a screen: true once the mail server took it, false where it failed or said nothing for ten seconds. */
export const deliverSoon = (payload: Payload, to: string, mail: Mail): Promise<boolean> => within(PATIENCE_MS, deliver(payload, to, mail))

/** What comes of it, or false once the time is over; it goes on by itself. */
function within(ms: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((done) => (timer = setTimeout(() => done(false), ms)))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * Payload waits for the mail of a reset link, and fails with it: that tells by time and by answer which addresses are
 * accounts.
 */
export function leavingByItself(email: NonNullable<Config['email']>): Promise<EmailAdapter> {
  return Promise.resolve(email).then((adapter) => (args) => {
    const made = (adapter as EmailAdapter)(args)
    const leave = async (message: Parameters<typeof made.sendEmail>[0]): Promise<void> => {
      void made.sendEmail(message).catch((err: unknown) => args.payload.logger.error({ err, where: 'mail', of: 'mail' }))
    }
    return { ...made, sendEmail: leave, deliver: made.sendEmail } as Leaving
  })
}

/** An address of this site; never one that a request named. */
export function linkTo(req: Pick<PayloadRequest, 'payload' | 'url'>, path: string): string {
  const { serverURL } = req.payload.config
  return new URL(path, serverURL || (req.url ? new URL(req.url).origin : 'http://localhost:3000')).toString()
}
