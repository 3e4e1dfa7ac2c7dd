/** The pictures and files a frozen document shows: wherever bytes are named, with the `tu-lieu` they came from. */
export type FrozenMedia = { taiLieu: number; hashes: string[] }

type Node = Record<string, unknown>
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

function hashesOf({ sha256, kichThuoc }: Node): string[] {
  const sizes = Array.isArray(kichThuoc) ? kichThuoc.map((one) => (one as Node | null)?.sha256) : []
  return [sha256, ...sizes].filter(isHash)
}

export function frozenMedia(content: unknown): FrozenMedia[] {
  if (content === null || typeof content !== 'object') return []
  const node = content as Node
  const own = typeof node.taiLieu === 'number' && isHash(node.sha256) ? [{ taiLieu: node.taiLieu, hashes: hashesOf(node) }] : []
  return [...own, ...Object.values(node).flatMap(frozenMedia)]
}

export const mediaIdsIn = (content: unknown): number[] => [...new Set(frozenMedia(content).map(({ taiLieu }) => taiLieu))]
