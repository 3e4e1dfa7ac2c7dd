/** A reader whose browser keeps redirects for as long as it may: permanent ones without a word for ever (RFC 9111, 4.2.2). */
export type Found = { status: number; path: string; text: string }

const MOST_HOPS = 10
const HEURISTICALLY_KEPT = [301, 308]

function isKept(status: number, cacheControl: string): boolean {
  if (/no-store|no-cache/.test(cacheControl)) return false
  const age = Number(/max-age=(\d+)/.exec(cacheControl)?.[1] ?? Number.NaN)
  return Number.isNaN(age) ? HEURISTICALLY_KEPT.includes(status) : age > 0
}

export function remembering(site: string): { get: (path: string) => Promise<Found> } {
  const kept = new Map<string, string>()
  const get = async (path: string, hops = 0): Promise<Found> => {
    if (hops > MOST_HOPS) throw new Error(`in circles at ${path}`)
    const known = kept.get(path)
    if (known !== undefined) return get(known, hops + 1)
    const answer = await fetch(site + path, { redirect: 'manual' })
    const text = await answer.text()
    const to = answer.headers.get('location')
    if (to === null) return { status: answer.status, path, text }
    if (isKept(answer.status, answer.headers.get('cache-control') ?? '')) kept.set(path, to)
    return get(to, hops + 1)
  }
  return { get }
}
