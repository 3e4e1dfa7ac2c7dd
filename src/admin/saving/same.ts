/** Whether two values of a field are the same words: absent, null and empty are one. */
import type { Values } from './saves.ts'

const OF_THE_SERVICE = ['id', 'createdAt', 'updatedAt', '_status', 'phienBan', 'trangThai', 'sizes', 'url', 'thumbnailURL']

function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value !== 'object') return value
  // A document shown inside another stands for its number.
  if ('id' in value && 'createdAt' in value) return value.id
  const entries = Object.entries(value)
    .map(([key, one]) => [key, plain(one)] as const)
    .filter(([key, one]) => one !== null && key !== 'id')
  return entries.length === 0 ? null : Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

/** Fields of `mine` that say otherwise in `other`. */
export const changedFields = (mine: Values, other: Values): string[] =>
  Object.keys(mine).filter((name) => !OF_THE_SERVICE.includes(name) && !sameValue(mine[name], other[name]))
