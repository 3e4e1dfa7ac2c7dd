/** A real mail server on this machine, that keeps what it is sent. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect } from 'vitest'

export type Letter = { to: string; text: string }
export type MailCatcher = { url: string; next: (to: string, about: RegExp) => Promise<Letter>; refuse: (to: string) => void; close: () => Promise<void> }

/** A mail as it is read: header words and quoted-printable lines in plain letters. */
const readable = (raw: string): string =>
  raw
    .replace(/=\?UTF-8\?Q\?(.*?)\?=\r?\n? ?/g, (_all, words: string) => Buffer.from(unquoted(words.replaceAll('_', ' ')), 'latin1').toString('utf8'))
    .replace(
      /\r\n\r\n([\s\S]*)$/,
      (_all, body: string) => `\n\n${/quoted-printable/i.test(raw) ? Buffer.from(unquoted(body), 'latin1').toString('utf8') : fromBase64(raw, body)}`,
    )
const unquoted = (text: string): string =>
  text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
const fromBase64 = (raw: string, body: string): string => (/base64/i.test(raw) ? Buffer.from(body, 'base64').toString('utf8') : body)

/** `refuse`: from then on an address that is not there. */
export async function mailCatcher(port = 0): Promise<MailCatcher> {
  const letters: Letter[] = []
  const gone = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    onRcptTo: ({ address }, _session, done) => done(gone.has(address) ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const text = readable(Buffer.concat(pieces).toString('latin1'))
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, text })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    next: async (to, about) => {
      const find = (): Letter | undefined => letters.find((letter) => letter.to === to && about.test(letter.text))
      await expect.poll(find, { timeout: 20_000, message: `a mail to ${to} about ${about}` }).toBeDefined()
      return letters.splice(letters.indexOf(find()!), 1)[0]!
    },
    refuse: (to) => void gone.add(to),
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
