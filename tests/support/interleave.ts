/** Two people with two tabs each and a program on one story, saving and submitting at the same moments; a seed makes a run again. */
import { toLexical } from '../../src/demo/lexical.ts'
import type { PersonKey } from '../../src/demo/people.ts'
import type { School } from './school.ts'
import { createStory } from './stories.ts'

type Text = { tomTat: string; tieuDe: string; phienBan: number }
type Tab = { who: PersonKey; screen: Text | null; dirty: boolean }
export type Outcome = {
  id: number
  seed: number
  acknowledged: Set<string>
  submitted: { banTrinh: number; tomTat: string }[]
  stale: number
  faults: string[]
}

/** mulberry32 */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '')

class Story {
  #words = 0
  readonly outcome: Outcome
  readonly #school: School
  readonly #chance: () => number
  constructor(school: School, id: number, seed: number) {
    this.#school = school
    this.#chance = random(seed)
    this.outcome = { id, seed, acknowledged: new Set(), submitted: [], stale: 0, faults: [] }
  }

  readonly chance = (): number => this.#chance()
  #word = (): string => {
    this.#words += 1
    return `w${this.#words}`
  }

  #acknowledge(text: string): void {
    for (const word of wordsOf(text)) this.outcome.acknowledged.add(word)
  }

  readonly open = async (tab: Tab): Promise<void> => {
    const { body } = await (await this.#school.as(tab.who)).get(`/api/tin-bai/${this.outcome.id}?depth=0&draft=true`)
    tab.screen = { tomTat: body.tomTat ?? '', tieuDe: body.tieuDe, phienBan: body.phienBan }
    tab.dirty = false
  }

  readonly type = (tab: Tab): void => {
    if (!tab.screen) return
    tab.screen.tomTat = `${tab.screen.tomTat} ${this.#word()}`.trim()
    tab.dirty = true
  }

  /** A 409 shows both texts: its writer keeps both, or lets his own go. */
  #choose(tab: Tab, khac: { phienBan: number; noiDung: { tomTat: string; tieuDe: string } }): void {
    this.outcome.stale += 1
    const theirs = wordsOf(khac.noiDung.tomTat ?? '')
    const mine = this.chance() < 0.8 ? wordsOf(tab.screen!.tomTat).filter((word) => !theirs.includes(word)) : []
    tab.screen = { ...khac.noiDung, tomTat: [...theirs, ...mine].join(' '), phienBan: khac.phienBan }
    tab.dirty = mine.length > 0
  }

  readonly save = async (tab: Tab): Promise<boolean> => {
    if (!tab.screen || !tab.dirty) return true
    const sent = { ...tab.screen }
    const answer = await (await this.#school.as(tab.who)).patch(`/api/tin-bai/${this.outcome.id}?autosave=true&draft=true&depth=0`, sent)
    if (answer.status === 200) {
      this.#acknowledge(sent.tomTat)
      tab.screen.phienBan = answer.body.doc.phienBan
      tab.dirty = tab.screen.tomTat !== sent.tomTat
      return true
    }
    if (answer.body?.khac) this.#choose(tab, answer.body.khac)
    else this.outcome.faults.push(`save ${answer.status} ${answer.text.slice(0, 200)}`)
    return false
  }

  readonly submit = async (tab: Tab): Promise<void> => {
    if (!tab.screen || !(await this.save(tab)) || tab.dirty) return
    const seen = { ...tab.screen }
    const answer = await (await this.#school.as(tab.who)).post(`/api/tin-bai/${this.outcome.id}/trinh`, { phienBan: seen.phienBan })
    if (answer.status === 200) this.outcome.submitted.push({ banTrinh: answer.body.banTrinh.id, tomTat: seen.tomTat })
    else if (answer.body?.khac) this.#choose(tab, answer.body.khac)
    else if (answer.status >= 500) this.outcome.faults.push(`trinh ${answer.status} ${answer.text.slice(0, 200)}`)
  }

  /** A program names no text: what stood there before is in the history all the same. */
  readonly program = async (): Promise<void> => {
    const tomTat = this.#word()
    const answer = await (await this.#school.as('vanphong')).patch(`/api/tin-bai/${this.outcome.id}`, { tomTat })
    if (answer.status === 200) this.#acknowledge(tomTat)
    else this.outcome.faults.push(`program ${answer.status} ${answer.text.slice(0, 200)}`)
  }
}

export async function interleave(school: School, seed: number): Promise<Outcome> {
  const id = await createStory(school, 'giaovien', { tomTat: 'w0', noiDung: toLexical(['Một đoạn.']) })
  const story = new Story(school, id, seed)
  const tabs: Tab[] = (['giaovien', 'giaovien', 'vanphong', 'vanphong'] as const).map((who) => ({ who, screen: null, dirty: false }))
  await Promise.all(tabs.map(story.open))
  for (let round = 0; round < 6; round += 1) {
    // Drawn before anything runs, so that a seed asks the same again.
    const work = tabs.map((tab) => {
      const drawn = story.chance()
      if (drawn < 0.12) return () => story.open(tab)
      if (drawn < 0.3) return () => story.submit(tab)
      if (drawn < 0.4) return () => Promise.resolve()
      return async () => {
        story.type(tab)
        await story.save(tab)
      }
    })
    if (story.chance() < 0.15) work.push(story.program)
    await Promise.all(work.map((one) => one()))
  }
  return story.outcome
}

/** Acknowledged words that are neither in the story nor in its history; submissions that froze other words than their submitter saw, or than the copy marked as theirs. */
export async function lost(school: School, { id, acknowledged, submitted }: Outcome): Promise<{ words: string[]; frozen: string[] }> {
  const { rows: copies } = await school.owner.query<{ text: string }>(
    `select coalesce(version_tom_tat, '') as text from _tin_bai_v where parent_id = $1 union all select coalesce(tom_tat, '') from tin_bai where id = $1`,
    [id],
  )
  const kept = new Set(copies.flatMap(({ text }) => wordsOf(text)))
  const { rows: frozen } = await school.owner.query<{ id: number; text: string; copy: string | null }>(
    `select b.id, b.noi_dung::jsonb ->> 'tomTat' as text, v.version_tom_tat as copy from ban_trinh b
       left join ban_luu l on l.ban_trinh = b.id left join _tin_bai_v v on v.id = l.ban
      where b.bo_suu_tap = 'tin-bai' and b.tai_lieu = $1`,
    [id],
  )
  const seen = new Map(submitted.map((one) => [one.banTrinh, one.tomTat]))
  // A copy submitted a second time, unchanged, bears the mark of the second.
  const marked = ({ text, copy }: { text: string; copy: string | null }): boolean =>
    copy === text || (copy === null && frozen.some((other) => other.text === text && other.copy === text))
  return {
    words: [...acknowledged].filter((word) => !kept.has(word)),
    frozen: frozen.filter((row) => row.text !== (seen.get(Number(row.id)) ?? row.text) || !marked(row)).map((row) => `${row.id}: ${row.text} / ${row.copy}`),
  }
}
