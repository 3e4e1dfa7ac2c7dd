/** The mails a school sends, caught where they leave for the mail server. */
import { setTimeout as pause } from 'node:timers/promises'
import type { School } from './school.ts'

export type Letter = { to: string; subject: string; text: string }
type Sent = { to?: unknown; subject?: unknown; text?: unknown; html?: unknown }

export function letterBox(school: School): { letters: Letter[]; next: (to: string, subject: RegExp) => Promise<Letter> } {
  const letters: Letter[] = []
  const take = async (mail: Sent): Promise<void> => {
    letters.push({ to: String(mail.to), subject: String(mail.subject), text: String(mail.text ?? mail.html) })
  }
  Object.assign(school.payload, { sendEmail: take })
  Object.assign(school.payload.email, { sendEmail: take })
  const next = async (to: string, subject: RegExp): Promise<Letter> => {
    for (const until = performance.now() + 10_000; performance.now() < until; await pause(20)) {
      const at = letters.findIndex((letter) => letter.to === to && subject.test(letter.subject))
      if (at >= 0) return letters.splice(at, 1)[0]!
    }
    throw new Error(`letterBox: expected a letter to ${to} about ${String(subject)}, found ${JSON.stringify(letters.map((l) => [l.to, l.subject]))}`)
  }
  return { letters, next }
}

/** The token of the link in a letter. */
export const tokenIn = (letter: Letter): string => /(?:\/reset\/|#)([\w.-]+)/.exec(letter.text)![1]!
