/**
 * What a machine notices in a text before a person decides: days of the week, letters, misspellings, what tells a private person.
 * Bounded by the text's length; each thing is told once a field, however often it stands there.
 */
import { GAMBLING } from '../gambling.ts'
import { found, type Finding } from './finding.ts'
import { letters } from './letters.ts'
import { namedPeople } from './names.ts'
import { personalData } from './personal.ts'
import { weekdays } from './weekday.ts'

export type { Finding, LoaiLuuY } from './finding.ts'
/** `at`: milliseconds, when it was written; `own`: the institution's numbers and addresses; `agreed`: people who may be named. */
export type Known = { at: number; own: readonly string[]; agreed: readonly string[] }
export type Placed = Finding & { field: string }

/** More of one kind are a list nobody reads. */
const MOST = 60

const inLine = (text: string, known: Known): Finding[] => [
  ...weekdays(text, known.at),
  ...personalData(text, known.own),
  ...letters(text),
  ...found('coBac', text, GAMBLING),
  ...namedPeople(text, known.agreed),
]

export function findingsIn(lines: readonly { field: string; text: string }[], known: Known): Placed[] {
  const said = new Set<string>()
  const findings: Placed[] = []
  for (const { field, text } of lines) {
    for (const one of inLine(text, known)) {
      const id = `${one.loai} ${one.chu.toLowerCase()}`
      if (!said.has(id)) findings.push({ ...one, field })
      said.add(id)
    }
  }
  const counts = new Map<string, number>()
  return findings.filter(({ loai }) => {
    counts.set(loai, (counts.get(loai) ?? 0) + 1)
    return counts.get(loai)! <= MOST
  })
}
