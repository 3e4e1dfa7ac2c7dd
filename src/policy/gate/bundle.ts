/**
 * Rule: a bundle is read and decided as a list, and each document in it keeps its own submission, verdict and edition. Documents
 * go in the order of what they name: a unit before the story of that unit.
 */
import { issue, type Issue } from '../issues.ts'

export const MOST_IN_BUNDLE = 300
/** What an opening speaks of; its exception of one leader holds for nothing else. */
export const OPENING_KINDS: readonly string[] = ['cai-dat', 'don-vi', 'chu-de', 'trang']
const MAX_NAME = 200

/** `phienBan`: the text that was seen by whoever names it. */
export type Member = { boSuuTap: string; taiLieu: number; phienBan?: number }
export const keyOf = ({ boSuuTap, taiLieu }: Pick<Member, 'boSuuTap' | 'taiLieu'>): string => `${boSuuTap}/${taiLieu}`

/** What another member of the bundle will be called and where it will stand, once it is published. */
export type Promised = Member & { slug: string; ten: string }

/** The documents a request names, each once; null where it names none, too many, or something else. */
export function membersAsked(raw: unknown): Member[] | null {
  if (!Array.isArray(raw)) return null
  const members = new Map<string, Member>()
  for (const one of raw as unknown[]) {
    const { boSuuTap, taiLieu, phienBan } = (one ?? {}) as Partial<Member>
    if (typeof boSuuTap !== 'string' || typeof taiLieu !== 'number' || !Number.isInteger(taiLieu) || taiLieu < 1 || taiLieu >= 2 ** 31) return null
    if (phienBan !== undefined && !(Number.isInteger(phienBan) && phienBan >= 0)) return null
    members.set(keyOf({ boSuuTap, taiLieu }), { boSuuTap, taiLieu, ...(phienBan === undefined ? {} : { phienBan }) })
  }
  return members.size >= 1 && members.size <= MOST_IN_BUNDLE ? [...members.values()] : null
}

export function nameIssue(ten: string): Issue | null {
  if (ten === '') return issue('MISSING_FIELD', 'ten')
  return [...ten].length > MAX_NAME ? issue('TOO_LONG', 'ten', { max: MAX_NAME }) : null
}

/**
 * What is named before what names it; otherwise as given. Of documents that name each other in a circle one comes first all the
 * same: the gate then refuses it by the name of the one it needs.
 */
export function inOrder(members: readonly Member[], names: (of: Member) => readonly Member[]): Member[] {
  const known = new Map(members.map((m) => [keyOf(m), m]))
  const placed = new Set<string>()
  const order: Member[] = []
  // A list of its own in place of recursion: three hundred units may stand one below the other.
  for (const first of members) {
    const path = [{ member: first, left: [...names(first)] }]
    if (placed.has(keyOf(first))) continue
    placed.add(keyOf(first))
    while (path.length > 0) {
      const { member, left } = path.at(-1)!
      const next = left.shift()
      const other = next && known.get(keyOf(next))
      if (next === undefined) {
        order.push(member)
        path.pop()
      } else if (other && !placed.has(keyOf(other))) {
        placed.add(keyOf(other))
        path.push({ member: other, left: [...names(other)] })
      }
    }
  }
  return order
}
